import {formatDecimal} from "../../../lib/format.js";
import {describe, expect, it} from "vitest";
import {checkSpec} from "../../../lib/learn/checkSpec.js";
import type {Family, ModelSpec} from "../../../lib/learn/families.js";
import {briefSpecs} from "../../../lib/learn/families.js";
import type {Bound} from "../../../lib/learn/specBounds.js";
import {specBounds} from "../../../lib/learn/specBounds.js";

const families = Object.keys(specBounds) as Family[];
const messageOf = (spec: ModelSpec, change: Record<string, unknown>) => {
  const result = checkSpec({...spec, ...change});
  return result.ok ? "" : result.message;
};

describe("a model's parameters", () => {
  it("pass as they are when the brief's, and at both ends of every bound", () => {
    for (const family of families) {
      const spec = briefSpecs[family];
      expect(checkSpec(spec)).toEqual({ok: true, value: spec});
      for (const [name, {low, high}] of Object.entries<Bound>(specBounds[family]))
        for (const end of [low, high]) expect(messageOf(spec, {[name]: end})).toBe("");
    }
  });

  it("have a bound for each of their numbers", () => {
    for (const family of families) {
      const numbers = Object.entries(briefSpecs[family]).filter(([, value]) => typeof value === "number");
      expect(Object.keys(specBounds[family]).sort()).toEqual(numbers.map(([name]) => name).sort());
    }
  });

  it("fail with a sentence out of bounds, when not whole, not a number or missing", () => {
    for (const family of families)
      for (const [name, {low, high, whole}] of Object.entries<Bound>(specBounds[family])) {
        for (const beyond of [low - 1, high + 1, NaN, Infinity, -Infinity, undefined, null, "x"])
          expect(messageOf(briefSpecs[family], {[name]: beyond})).toMatch(`${name} must be between `);
        if (whole && low < high)
          expect(messageOf(briefSpecs[family], {[name]: low + 0.5})).toBe(
            `${name} must be a whole number, not ${formatDecimal(low + 0.5)}`
          );
      }
    expect(messageOf(briefSpecs.logistic, {C: -1})).toBe("C must be between 0.00001 and 1,000, not −1");
    expect(messageOf({family: "logistic", C: 1} as ModelSpec, {})).toBe("l1Ratio is missing");
  });
});
