import type {Interval} from "./percentileInterval.js";
import {quantile} from "./quantile.js";

const normal975 = 1.959963984540054;

/** A quantile of values with its interval; no interval where too few values lie beyond it. */
export interface QuantileEstimate {
  value: number;
  interval: Interval | null;
}

/**
 * A quantile with its 95 % interval between two order statistics, whose ranks come from the normal approximation to
 * the binomial (Conover 1999, ch. 3.2). `null` without values.
 * @param ascending values in ascending order
 * @example quantileInterval(Float64Array.from({length: 100}, (_, i) => i), 0.5) => {value: 49.5, interval: {low: 40, high: 59}}
 */
export function quantileInterval(ascending: ArrayLike<number>, share: number): QuantileEstimate | null {
  const rows = ascending.length;
  if (rows === 0) return null;
  const half = normal975 * Math.sqrt(rows * share * (1 - share));
  const [low, high] = [Math.ceil(rows * share - half), Math.ceil(rows * share + half)];
  return {
    value: quantile(ascending, share),
    interval: low >= 1 && high <= rows ? {low: ascending[low - 1], high: ascending[high - 1]} : null
  };
}
