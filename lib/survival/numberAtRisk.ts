import {firstWhere} from "../stats/firstWhere.js";

/**
 * How many are still watched and without the event just before each time: the table under a survival plot.
 * @param times in any order
 * @example [...numberAtRisk(Float64Array.of(1, 2, 2, 5), [0, 2, 3])] => [4, 3, 1]
 */
export function numberAtRisk(durations: Float64Array, times: ArrayLike<number>): Uint32Array {
  const sorted = durations.slice().sort();
  return Uint32Array.from(
    times,
    (time) => sorted.length - firstWhere((i) => !(sorted[i] < time), 0, sorted.length)
  );
}
