import {sigmoid} from "../../stats/sigmoid.js";

/**
 * Chances to convert that rise with what people spent before, with a given mean: logistic in the standardised
 * logarithm of the amount, the constant found by bisection.
 * @param before reais, 0 or more
 * @param rate the mean of the chances, between 0 and 1
 * @param strength log odds per standard deviation; 0 gives everybody the same chance
 * @example propensities(Float64Array.of(10, 1000), 0.5, 0) => [0.5, 0.5]
 */
export function propensities(before: Float64Array, rate: number, strength: number): Float64Array {
  const count = before.length;
  if (rate <= 0 || rate >= 1) return new Float64Array(count).fill(rate <= 0 ? 0 : 1);
  const logs = before.map((spent) => Math.log1p(Math.max(0, spent)));
  const middle = logs.reduce((sum, value) => sum + value, 0) / count;
  const spread = Math.sqrt(logs.reduce((sum, value) => sum + (value - middle) ** 2, 0) / count);
  if (!(spread > 1e-12) || strength === 0) return new Float64Array(count).fill(rate);
  const slopes = logs.map((value) => (strength * (value - middle)) / spread);
  const chances = (constant: number) => slopes.map((slope) => sigmoid(constant + slope));
  const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / count;
  let [low, high] = [-60, 60];
  while (high - low > 1e-10) {
    const constant = (low + high) / 2;
    if (meanOf(chances(constant)) < rate) low = constant;
    else high = constant;
  }
  return chances((low + high) / 2);
}
