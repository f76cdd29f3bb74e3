import {quantile} from "../../metrics/quantile.js";

export interface Capped {
  values: Float64Array;
  /** The highest value that stands; null where nothing is capped. */
  cap: number | null;
  /** How many values were above it. */
  capped: number;
}

/**
 * Values with the largest brought down to a percentile of them all, over all arms together (one-sided winsorising), so
 * that a few huge ones do not decide the mean. A percentile of 1 leaves them as they are.
 * @param share of values to leave as they are: .99 caps at the 99th percentile (Hyndman and Fan's type 7)
 * @example capOutliers(Float64Array.of(1, 2, 3, 100), 0.5) => {values: [1, 2, 2.5, 2.5], cap: 2.5, capped: 2}
 */
export function capOutliers(values: Float64Array, share: number): Capped {
  if (!(share < 1) || values.length === 0) return {values, cap: null, capped: 0};
  const cap = quantile(Float64Array.from(values).sort(), share);
  let capped = 0;
  const kept = values.map((value) => {
    if (value <= cap) return value;
    capped++;
    return cap;
  });
  return {values: kept, cap, capped};
}
