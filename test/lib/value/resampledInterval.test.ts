import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {drawsFrom} from "../../../lib/distributions/draws.js";
import {randomSource} from "../../../lib/random/source.js";
import {resampledInterval} from "../../../lib/value/resampledInterval.js";
import {near} from "./support.js";

describe("the interval by few resamples", () => {
  it("is the estimate times and over e to t standard errors of the logarithm", () => {
    const {low, high} = resampledInterval(10, [Math.E ** -1, 1, Math.E], 0.95) ?? {low: NaN, high: NaN};
    near(low, 10 * Math.exp(-4.302652729696), 1e-9);
    near(high, 10 * Math.exp(4.302652729696), 1e-9);
  });

  it("holds the truth as often as it says, with 10 resamples too", () => {
    const {normal} = drawsFrom(randomSource(8));
    let held = 0;
    for (let run = 0; run < 2000; run++) {
      const estimate = normal(0, 0.1);
      const resampled = Array.from({length: 10}, () => Math.exp(normal(estimate, 0.1)));
      const {low, high} = resampledInterval(Math.exp(estimate), resampled, 0.95) ?? {low: NaN, high: NaN};
      held += Number(low < 1 && 1 < high);
    }
    expect(Math.abs(held / 2000 - 0.95)).toBeLessThan(0.015);
  });

  it("goes with the unit, and does not ask for an order", () => {
    const some = fc.array(fc.double({min: 0.1, max: 10, noNaN: true}), {minLength: 3, maxLength: 20});
    fc.assert(
      fc.property(some, fc.double({min: 0.5, max: 100, noNaN: true}), (values, unit) => {
        const one = resampledInterval(2, values, 0.95);
        const other = resampledInterval(2 * unit, values.map((value) => value * unit).reverse(), 0.95);
        fc.pre(one !== null && other !== null && one.high < 1e100);
        near(other.low, one.low * unit, 1e-9);
        near(other.high, one.high * unit, 1e-9);
      }),
      {numRuns: 50}
    );
  });

  it("is none where resamples cannot tell", () => {
    expect(resampledInterval(0, [0, 0, 0], 0.95)).toBeNull();
    expect(resampledInterval(5, [5, 5, 5], 0.95)).toBeNull();
    expect(resampledInterval(5, [4, 5, NaN, NaN, NaN], 0.95)).toBeNull();
    expect(resampledInterval(5, [4], 0.95)).toBeNull();
    expect(resampledInterval(5, [], 0.95)).toBeNull();
    expect(resampledInterval(5, [4, 6, 5, NaN], 0.95)).not.toBeNull();
  });
});
