import {expect, vi} from "vitest";

/** Draws a chart and gives its markup, an element a line; fails on a warning of Plot and on a number that is none. */
export function drawn(draw: () => Element): string {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  try {
    const markup = draw().outerHTML;
    expect(warn.mock.calls).toEqual([]);
    expect(markup).not.toMatch(/⚠|\bNaN\b|\bInfinity\b|\bundefined\b|\bnull\b/);
    return `${markup.replaceAll("><", ">\n<")}\n`;
  } finally {
    warn.mockRestore();
  }
}
