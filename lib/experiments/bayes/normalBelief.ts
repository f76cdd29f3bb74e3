import {normalCdf, normalPdf} from "../../distributions/normal.js";
import type {Belief} from "./belief.js";
import {cutOff} from "./belief.js";

/**
 * A normal belief about a mean, on the scale of the mean itself.
 * @param sd above 0
 * @example normalBelief(10, 2).cdf(10) => 0.5
 */
export function normalBelief(mean: number, sd: number): Belief {
  const reach = Math.sqrt(-2 * cutOff) * sd;
  return {
    mean,
    sd,
    low: mean - reach,
    high: mean + reach,
    scale: sd,
    density: (t) => normalPdf((t - mean) / sd) / sd,
    cdf: (t) => normalCdf((t - mean) / sd),
    valueAt: (t) => t,
    slopeAt: () => 1
  };
}
