import {formatCount} from "../format.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";

/** Counts of one arm of an experiment: how many were in it and how many of them converted. */
export interface ProportionArm {
  name: string;
  users: number;
  converted: number;
}

/** Sums of one arm over its users' values: all that a mean, its variance and its interval need. */
export interface MeanArm {
  name: string;
  users: number;
  sum: number;
  sumSquares: number;
}

/** Which difference of treatment minus control counts as evidence. */
export type Sides = "two-sided" | "greater" | "less";

/** Ends of an interval; `null` is the open end of a one-sided one. */
export interface Interval {
  low: number | null;
  high: number | null;
}

/** How many arms an experiment may have, and how long their names may be. */
export const armLimits = {fewest: 2, most: 10, name: 40} as const;

const namesProblem = (arms: readonly {name: string}[]): string | null => {
  const {fewest, most, name: longest} = armLimits;
  if (arms.length < fewest)
    return `An experiment compares at least ${fewest} arms, and there ${arms.length === 1 ? "is one" : "are none"}: add an arm.`;
  if (arms.length > most)
    return `At most ${most} arms are compared, and there are ${formatCount(arms.length)}: leave some out.`;
  const names = new Set<string>();
  for (const {name} of arms) {
    if (!name.trim()) return "An arm has no name: give each arm a name of its own.";
    if (name.length > longest)
      return `The name “${name.slice(0, longest)}…” is longer than ${longest} characters.`;
    if (names.has(name)) return `Two arms are called “${name}”: give each a name of its own.`;
    names.add(name);
  }
  return null;
};

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;

function countsProblem({name, users, converted}: ProportionArm): string | null {
  if (!isCount(users)) return `The number of users in “${name}” must be a whole number, 0 or more.`;
  if (!isCount(converted)) return `The conversions in “${name}” must be a whole number, 0 or more.`;
  if (converted > users)
    return `“${name}” has more conversions (${formatCount(converted)}) than users (${formatCount(users)}): count users who converted, each once.`;
  return null;
}

function sumsProblem({name, users, sum, sumSquares}: MeanArm): string | null {
  if (!isCount(users)) return `The number of users in “${name}” must be a whole number, 0 or more.`;
  if (!Number.isFinite(sum)) return `The sum of “${name}” must be a number.`;
  if (!Number.isFinite(sumSquares) || sumSquares < 0)
    return `The sum of squares of “${name}” must be a number, 0 or more.`;
  if (users === 0 && (sum !== 0 || sumSquares !== 0)) return `“${name}” has sums but no users.`;
  if (users > 0 && sumSquares * (1 + 1e-9) < (sum * sum) / users)
    return `The sum of squares of “${name}” is too small for its sum: no ${formatCount(users)} values have both. Square each value first, then add.`;
  return null;
}

const checked = <Arm extends {name: string}>(
  arms: readonly Arm[],
  problemOf: (arm: Arm) => string | null
): Result<Arm[]> => {
  const problem = namesProblem(arms) ?? arms.map(problemOf).find((found) => found !== null);
  return problem ? fail("arms", problem) : ok([...arms]);
};

/**
 * Whether counts can be those of an experiment: 2 to 10 arms with names of their own, whole numbers, conversions at
 * most as many as users. Arms of no users pass: whoever needs users says so.
 * @example checkProportionArms([{name: "a", users: 5, converted: 9}, {name: "b", users: 5, converted: 1}]).ok => false
 */
export const checkProportionArms = (arms: readonly ProportionArm[]): Result<ProportionArm[]> =>
  checked(arms, countsProblem);

/**
 * Whether sums can be those of an experiment: as for counts, and a sum of squares that its sum admits.
 * @example checkMeanArms([{name: "a", users: 2, sum: 10, sumSquares: 20}, {name: "b", users: 2, sum: 1, sumSquares: 1}]).ok => false
 */
export const checkMeanArms = (arms: readonly MeanArm[]): Result<MeanArm[]> => checked(arms, sumsProblem);
