import {describe, expect, it} from "vitest";
import {bandAt} from "../../../lib/decide/bandAt.js";

const points = [
  {flagged: 0, low: 0, high: 0},
  {flagged: 10, low: -4, high: 6},
  {flagged: 30, low: -4, high: 16}
];

describe("the band at a number of contacts", () => {
  it("lies on a straight line between the curve's points, and on them", () => {
    expect(bandAt(points, 5)).toEqual({low: -2, high: 3});
    expect(bandAt(points, 10)).toEqual({low: -4, high: 6});
    expect(bandAt(points, 20)).toEqual({low: -4, high: 11});
  });
  it("is that of the nearest end beyond the curve, and none where there is no curve", () => {
    expect(bandAt(points, -1)).toEqual({low: 0, high: 0});
    expect(bandAt(points, 99)).toEqual({low: -4, high: 16});
    expect(bandAt([], 3)).toBeNull();
  });
});
