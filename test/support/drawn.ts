import {expect, vi} from "vitest";

/** Plot numbers what it clips by on through a process: here by the order within a drawing. */
function withOwnIds(markup: string): string {
  const ids = new Map<string, string>();
  return markup.replaceAll(/\bplot-clip-\d+/g, (id) => {
    const own = ids.get(id) ?? `plot-clip-${ids.size + 1}`;
    ids.set(id, own);
    return own;
  });
}

/** Draws a chart and gives its markup, an element a line; fails on a warning of Plot and on a number that is none. */
export function drawn(draw: () => Element): string {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  try {
    const markup = draw().outerHTML;
    expect(warn.mock.calls).toEqual([]);
    expect(markup).not.toMatch(/⚠|\bNaN\b|\bInfinity\b|\bundefined\b|\bnull\b/);
    return `${withOwnIds(markup).replaceAll("><", ">\n<")}\n`;
  } finally {
    warn.mockRestore();
  }
}
