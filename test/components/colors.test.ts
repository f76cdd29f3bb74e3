import {describe, expect, it} from "vitest";
import {
  color,
  colorSheet,
  familyColor,
  onStepColor,
  palette,
  paymentColor,
  regionColor,
  segmentColor,
  statusColor,
  stepColor,
  steps
} from "../../src/components/colors.js";
import {contrast, distance, eyes} from "../support/vision.js";

const modes = ["light", "dark"] as const;
const named = (variable: string) => palette[/^var\(--color-(.+)\)$/.exec(variable)?.[1] ?? ""];
const groups = {segmentColor, statusColor, regionColor, familyColor, paymentColor};

describe("colours", () => {
  it("keep the documented examples", () => {
    expect(color("accent")).toBe("var(--color-accent)");
    expect(segmentColor("Champions")).toBe("var(--color-indigo)");
    expect(statusColor("canceled")).toBe("var(--color-red)");
    expect(regionColor("SE")).toBe("var(--color-indigo)");
    expect(familyColor("logistic")).toBe("var(--color-indigo)");
    expect(paymentColor("boleto")).toBe("var(--color-gold)");
    expect(stepColor(2)).toBe("var(--color-step-2)");
    expect(onStepColor(2)).toBe("var(--color-on-step-2)");
  });

  it("are what the style sheet of the site says", async () => {
    await expect(colorSheet()).toMatchFileSnapshot("../../src/components/colors.css");
  });

  it.each(Object.entries(groups))("of %s differ from one another to every eye", (_, of) => {
    for (const mode of modes)
      for (const [eye, matrix] of Object.entries(eyes))
        for (const a of of.keys)
          for (const b of of.keys)
            if (a < b) {
              const gap = distance(named(of(a))[mode], named(of(b))[mode], matrix);
              expect(gap, `${a} and ${b}, ${mode}, ${eye}`).toBeGreaterThan(0.085);
            }
  });

  it("count eight segments, eight statuses, five regions, four families and five payment types", () => {
    expect(Object.values(groups).map((of) => of.keys.length)).toEqual([8, 8, 5, 4, 5]);
  });

  it("of marks stand out from page and card by 3 : 1", () => {
    for (const of of Object.values(groups))
      for (const key of of.keys)
        for (const mode of modes)
          for (const ground of ["page", "card"])
            expect(
              contrast(named(of(key))[mode], palette[ground][mode]),
              `${key} ${mode}`
            ).toBeGreaterThanOrEqual(3);
  });

  it("of text stand out from page and card by 4.5 : 1", () => {
    for (const name of ["ink", "muted", "good", "bad", "accent", "other"])
      for (const mode of modes)
        for (const ground of ["page", "card"])
          expect(
            contrast(palette[name][mode], palette[ground][mode]),
            `${name} ${mode}`
          ).toBeGreaterThanOrEqual(4.5);
  });

  it("of text on a class of a scale reach 4.5 : 1", () => {
    for (const mode of modes)
      for (let step = 0; step <= steps; ++step)
        expect(
          contrast(palette[`step-${step}`][mode], palette[`on-step-${step}`][mode]),
          `step ${step} ${mode}`
        ).toBeGreaterThanOrEqual(4.5);
  });

  it("of good and bad differ to every eye", () => {
    for (const mode of modes)
      for (const matrix of Object.values(eyes))
        expect(distance(palette.good[mode], palette.bad[mode], matrix)).toBeGreaterThan(0.15);
  });

  it("fall back to a neutral one for what has no colour of its own", () => {
    expect(segmentColor("no such segment")).toBe("var(--color-other)");
    expect(segmentColor(null)).toBe("var(--color-other)");
    expect(segmentColor("constructor")).toBe("var(--color-other)");
  });
});
