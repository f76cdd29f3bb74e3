import {describe, expect, it} from "vitest";
import type {Family} from "../../../../lib/learn/families.js";
import {briefSpecs} from "../../../../lib/learn/families.js";
import {readAxes, readSpace, usualAxes} from "../../../../lib/learn/search/axes.js";
import {gridOf, randomOf} from "../../../../lib/learn/search/candidates.js";
import {messageOf, valueOf} from "../support.js";

describe("what is to be tried", () => {
  it("is read as values or ranges, drawn by order of magnitude where a range spans one", () => {
    expect(valueOf(readAxes("xgboost", "maxDepth: 2, 3 ;eta:0.1,5e-2;"))).toEqual({
      maxDepth: [2, 3],
      eta: [0.1, 0.05]
    });
    expect(valueOf(readSpace("xgboost", "eta: 0.01..0.2; alpha: 0..10; maxDepth: 2..6; lambda: 1"))).toEqual({
      eta: {low: 0.01, high: 0.2, scale: "log", whole: undefined},
      alpha: {low: 0, high: 10, scale: "linear", whole: undefined},
      maxDepth: {low: 2, high: 6, scale: "linear", whole: true},
      lambda: [1]
    });
  });

  it("is refused with a sentence where it cannot be read", () => {
    expect(messageOf(readSpace("logistic", "depth: 3"))).toBe(
      "There is no parameter “depth”: choose among C, l1Ratio."
    );
    for (const text of ["C: 0,1; x", "C: a", "C: 1...2", "C:", "C", "C: 1..2..3"])
      expect(messageOf(readSpace("logistic", text))).not.toBe("");
    for (const text of ["C: 0,1", "C: 0,1, 0,3", "C: 1,5"])
      expect(messageOf(readSpace("logistic", text))).toMatch(/could be one number or several/);
    expect(valueOf(readAxes("xgboost", "maxDepth: 2,3; lambda: 1, 5")).lambda).toEqual([1, 5]);
    expect(messageOf(readSpace("logistic", " ; "))).toMatch(/nothing to try/);
    expect(messageOf(readAxes("logistic", "C: 0.1..1"))).toMatch(/list those of C, or search at random/);
  });

  it.each(["logistic", "forest", "boosting", "xgboost"] as const satisfies readonly Family[])(
    "has a usual grid of twelve points and a usual range for %s",
    (family) => {
      const grid = valueOf(gridOf(briefSpecs[family], valueOf(readAxes(family, usualAxes[family].grid))));
      expect(grid).toHaveLength(12);
      const space = valueOf(readSpace(family, usualAxes[family].random));
      expect(valueOf(randomOf(briefSpecs[family], space, 30, 1))).toHaveLength(30);
    }
  );
});
