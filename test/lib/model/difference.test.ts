import {describe, expect, it} from "vitest";
import {largestDifference} from "../../../lib/model/difference.js";

describe("the largest difference between scores", () => {
  it("is that of the row where they differ most", () => {
    expect(largestDifference([0.1, 0.5], [0.1, 0.25])).toBe(0.25);
    expect(largestDifference([], [])).toBe(0);
  });
  it("is infinite where a score is missing, wherever it stands", () => {
    expect(largestDifference([NaN, 0.5], [0.1, 0.5])).toBe(Infinity);
    expect(largestDifference([0.9, 0.5], [0.1, NaN])).toBe(Infinity);
  });
  it("is not defined for other rows", () => {
    expect(() => largestDifference([1], [1, 2])).toThrow("scores of different rows: 1, 2");
  });
});
