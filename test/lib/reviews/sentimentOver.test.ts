import {expect, it} from "vitest";
import {sentimentOver} from "../../../lib/reviews/sentimentOver.js";
import {wilsonInterval} from "../../../lib/metrics/wilsonInterval.js";

it("takes means with intervals and shares by group, in order, without what has no group", () => {
  const over = sentimentOver(["b", "a", "b", "", "b"], [0.5, -0.2, -0.5, 1, 0.3], [5, 1, 2, 5, 4]);
  expect([...over.keys()]).toEqual(["a", "b"]);
  expect(over.get("a")).toEqual({
    ...{reviews: 1, mean: -0.2, meanInterval: null, negative: 1, negativeInterval: wilsonInterval(1, 1)},
    ...{stars: 1, starsInterval: null}
  });
  const b = over.get("b");
  expect(b).toMatchObject({reviews: 3, negative: 1});
  expect(b?.mean).toBeCloseTo(0.1, 12);
  // Standard deviation of .5, -.5, .3 is .5292; 1.96 times it over the root of 3.
  expect((b?.meanInterval?.high ?? 0) - 0.1).toBeCloseTo(0.5988, 3);
  expect(b?.stars).toBeCloseTo(11 / 3, 12);
});

it("has no spread where all are alike, and nothing of nothing", () => {
  const alike = sentimentOver(["a", "a", "a"], [0.1, 0.1, 0.1], [5, 5, 5]).get("a");
  expect(alike?.starsInterval).toEqual({low: 5, high: 5});
  expect(sentimentOver([], [], []).size).toBe(0);
});
