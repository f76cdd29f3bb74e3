import {withLast} from "./sketch.js";
import {prune, summarise} from "./summary.js";

/**
 * A cut halfway between each two neighbouring distinct values, as XGBoost's `exact` and scikit-learn's trees put
 * their thresholds. Where a column has more than `maxBins` distinct values, cuts lie between those that stand for
 * evenly spaced ranks. The last cut is above every value.
 *
 * @param values without NaN; they are sorted in place
 * @example [...exactCuts(Float32Array.of(3, 1, 3), 65536)] => [2, 6.000010013580322]
 */
export function exactCuts(values: Float32Array, maxBins: number): Float32Array {
  if (values.length === 0) return Float32Array.of(3e-5);
  const {size, value} = prune(summarise(values.sort()), maxBins);
  const inner = new Float32Array(size - 1);
  for (let i = 0; i < inner.length; i++) inner[i] = between(value[i], value[i + 1]);
  return withLast(inner, value[size - 1]);
}

/** A float32 above `low` and not above `high`. */
function between(low: number, high: number): number {
  const middle = Math.fround(low / 2 + high / 2);
  return middle > low ? middle : high;
}
