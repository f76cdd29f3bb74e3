import {expect, it} from "vitest";
import {quantileInterval} from "../../../lib/metrics/quantileInterval.js";

const hundred = Float64Array.from({length: 100}, (_, i) => i);

it("puts a median between the order statistics that Conover names", () => {
  expect(quantileInterval(hundred, 0.5)).toEqual({value: 49.5, interval: {low: 40, high: 59}});
});

it("has no interval where too few values lie beyond, and nothing without values", () => {
  expect(quantileInterval(hundred, 0.99)?.interval).toBeNull();
  expect(quantileInterval([3], 0.5)).toEqual({value: 3, interval: null});
  expect(quantileInterval([], 0.5)).toBeNull();
});
