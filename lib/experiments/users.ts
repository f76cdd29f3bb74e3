/** The users of an experiment, a row each, in columns. */
export interface Users {
  /** Names of the arms; the first is the control. */
  arms: string[];
  /** Which arm each user was in: its place in `arms`. */
  arm: Uint8Array;
  /** What is measured: 1 or 0 for converted or not, else an amount. */
  outcome: Float64Array;
  /** The same or another measure from before the experiment (for CUPED); NaN where it is not known. */
  before?: Float64Array;
  /** Days since 1970-01-01 on which the user was counted; `noDay` where it is not known. */
  day?: Int32Array;
  /** What the outcome is divided by, for a ratio of sums (such as revenue per order). */
  denominator?: Float64Array;
}

/** What stands for a day that is not known. */
export const noDay = -(2 ** 31);

/** How many users are in each arm. @example usersByArm({arms: ["a", "b"], arm: Uint8Array.of(0, 1, 1)}) => [1, 2] */
export function usersByArm({arms, arm}: Pick<Users, "arms" | "arm">): number[] {
  const counts = arms.map(() => 0);
  for (const index of arm) counts[index]++;
  return counts;
}

/** Whether an outcome is converted or not, rather than an amount. @example isConversion(Float64Array.of(0, 1)) => true */
export const isConversion = (outcome: Float64Array): boolean =>
  outcome.every((value) => value === 0 || value === 1);
