/** What turns a column into z-scores. */
export interface Scaling {
  mean: number;
  /** Population standard deviation; 1 for a column that never changes, so that its z-scores are all 0. */
  deviation: number;
}

/**
 * Mean and population standard deviation in two passes of float64.
 * @example scaling([2, 4]) => {mean: 3, deviation: 1}
 */
export function scaling(values: ArrayLike<number>): Scaling {
  let sum = 0;
  for (let row = 0; row < values.length; row++) sum += values[row];
  const mean = values.length ? sum / values.length : 0;
  let squares = 0;
  for (let row = 0; row < values.length; row++) squares += (values[row] - mean) ** 2;
  const deviation = Math.sqrt(squares / values.length);
  return {mean, deviation: deviation > 1e-12 * Math.max(1, Math.abs(mean)) ? deviation : 1};
}
