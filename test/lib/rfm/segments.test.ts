import {expect, it} from "vitest";
import {segmentAdvice, segmentMap, segmentNames, segmentOf} from "../../../lib/rfm/segments.js";

const cells = [1, 2, 3, 4, 5].flatMap((r) => [1, 2, 3, 4, 5].map((fm) => [r, fm] as const));

it("gives the 25 cells eight names, as many cells each as the map says", () => {
  const counts: Record<string, number> = {};
  for (const [r, fm] of cells) counts[segmentOf(r, fm)] = (counts[segmentOf(r, fm)] ?? 0) + 1;
  expect(counts).toEqual({
    "Potential Loyalists": 6,
    Champions: 4,
    "At Risk": 4,
    "Loyal Customers": 3,
    "New Customers": 2,
    Hibernating: 2,
    "Lost Customers": 2,
    "Can't Lose Them": 2
  });
  expect(Object.keys(counts).sort()).toEqual([...segmentNames].sort());
});

it("puts the corners where they belong", () => {
  expect(segmentOf(5, 5)).toBe("Champions");
  expect(segmentOf(5, 1)).toBe("New Customers");
  expect(segmentOf(1, 5)).toBe("Can't Lose Them");
  expect(segmentOf(1, 1)).toBe("Lost Customers");
  expect(segmentOf(3, 3)).toBe("Loyal Customers");
  expect(segmentOf(2, 1)).toBe("Hibernating");
  expect(segmentMap[2][1]).toBe("Potential Loyalists");
});

it("refuses scores that there are not", () => {
  for (const [r, fm] of [
    [0, 1],
    [6, 1],
    [1, 0],
    [1, 6],
    [2.5, 3],
    [NaN, 3]
  ])
    expect(() => segmentOf(r, fm)).toThrow(RangeError);
});

it("says of every segment who is in it and what to do", () => {
  for (const name of segmentNames) {
    expect(segmentAdvice[name].who).toMatch(/\.$/);
    expect(segmentAdvice[name].action).toMatch(/\.$/);
  }
});
