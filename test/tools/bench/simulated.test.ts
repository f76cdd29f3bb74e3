import {expect, it} from "vitest";
import {drawsFrom} from "../../../lib/distributions/draws.js";
import {randomSource} from "../../../lib/random/source.js";
import {bgNbd} from "../../../lib/value/bgNbd.js";
import {simulatedCustomers} from "../../../tools/bench/customers/simulated.js";

const truth = {r: 0.24, alpha: 4.4, a: 0.8, b: 2.4};
const simulated = (customers: number, T = 39) =>
  simulatedCustomers(truth, customers, T, drawsFrom(randomSource(5)));

it("buys as often as the model expects", () => {
  const {x} = simulated(40_000);
  const mean = x.reduce((sum, count) => sum + count, 0) / x.length;
  const variance = x.reduce((sum, count) => sum + (count - mean) ** 2, 0) / x.length;
  const expected = bgNbd.expectedPurchases(truth, 39);
  expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.sqrt(variance / x.length));
});

it("has its last purchase within the time watched, and none at all where it never came back", () => {
  const {x, tx, T} = simulated(2000);
  x.forEach((count, customer) => {
    expect(T[customer]).toBe(39);
    expect(tx[customer]).toBeLessThanOrEqual(39);
    expect(tx[customer] > 0).toBe(count > 0);
  });
});

it("is the same every time, and may be of nobody or of no time", () => {
  expect(simulated(50)).toEqual(simulated(50));
  expect(simulated(0).x).toHaveLength(0);
  expect(simulated(100, 0).x.every((count) => count === 0)).toBe(true);
});
