/**
 * Times in which one that is missing (NaN) counts as earlier than all others.
 * @example datedTimes([3, NaN]) => [3, -Infinity]
 */
export const datedTimes = (times: ArrayLike<number>): Float64Array =>
  Float64Array.from(times, (time) => (Number.isNaN(time) ? -Infinity : time));
