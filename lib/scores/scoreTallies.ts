import {stars} from "./scoreMean.js";

/**
 * How many rows of each group have 1 to 5 stars. Rows without a score or with a code below 0 do not count.
 * @param rows which rows count
 * @param codeOf a row's group, from 0, or below 0 for none
 * @example scoreTallies([0, 1], Float64Array.of(5, 1), () => 0, 1) => [Float64Array.of(1, 0, 0, 0, 1)]
 */
export function scoreTallies(
  rows: Iterable<number>,
  score: ArrayLike<number>,
  codeOf: (row: number) => number,
  groups: number
): Float64Array[] {
  const tallies = Array.from({length: groups}, () => new Float64Array(stars));
  for (const row of rows) {
    const code = codeOf(row);
    if (code >= 0 && score[row] >= 1 && score[row] <= stars) tallies[code][score[row] - 1]++;
  }
  return tallies;
}

/** Several tallies as one. @example totalTally([[1, 0, 0, 0, 0], [0, 0, 0, 0, 2]]) => Float64Array.of(1, 0, 0, 0, 2) */
export function totalTally(tallies: readonly ArrayLike<number>[]): Float64Array {
  const total = new Float64Array(stars);
  for (const tally of tallies) for (let i = 0; i < stars; i++) total[i] += tally[i];
  return total;
}
