import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {MeanArm, ProportionArm} from "../arms.js";
import type {Users} from "../users.js";
import {isConversion, usersByArm} from "../users.js";
import {capOutliers} from "./cap.js";
import {cuped} from "./cuped.js";
import type {Daily} from "./daily.js";
import {dailyEffect} from "./daily.js";
import type {MannWhitney} from "./mannWhitney.js";
import {mannWhitney} from "./mannWhitney.js";
import {ratioStatistic} from "./statistic.js";
import type {Statistic} from "./statistic.js";
import type {ReadOptions} from "./tail.js";

/** What a covariate from before made of the arms. */
export interface CupedSummary {
  statistics: Statistic[];
  theta: number;
  varianceReduction: number;
  missing: number;
}

/** All that a page needs of users, however many: it crosses from a worker. */
export interface UserSummary {
  /** Rates where every outcome is 0 or 1, means else, ratios of sums where there is a denominator. */
  kind: "proportion" | "mean" | "ratio";
  users: number[];
  /** Counts, for rates. */
  proportions: ProportionArm[] | null;
  /** Sums of outcomes, capped if they are; for ratios, those of the part above. */
  means: MeanArm[];
  statistics: Statistic[];
  capped: {cap: number; users: number} | null;
  /** Why there is none, in a sentence, where there is a covariate but no use for it. */
  cuped: CupedSummary | string | null;
  /** Of each treatment against the control; null for ratios. */
  ranks: (MannWhitney | null)[];
  /** Effect of the first treatment by the end of each day; empty without dates. */
  daily: Daily[];
}

export interface SummaryOptions extends ReadOptions {
  /** Share of outcomes that stand; those above are capped. 1 caps none. */
  capAt?: number;
}

/**
 * Sums users up by arm: counts or sums, ranks, CUPED, days. It takes time in proportion to n log n: have a worker do
 * it for many.
 * @example summariseUsers({arms: ["a", "b"], arm: Uint8Array.of(0, 0, 1, 1), outcome: Float64Array.of(0, 1, 1, 1)}).value.kind => "proportion"
 */
export function summariseUsers(users: Users, options: SummaryOptions = {}): Result<UserSummary> {
  const {arms, arm, before, denominator} = users;
  const {sides = "two-sided", capAt = 1} = options;
  const counts = usersByArm(users);
  const lone = counts.findIndex((count) => count < 2);
  if (lone !== -1)
    return fail(
      "users",
      `“${arms[lone]}” has ${counts[lone] ? "only one user" : "no users"}: each arm needs two at least.`
    );
  const kind = denominator ? "ratio" : isConversion(users.outcome) ? "proportion" : "mean";
  const {values: outcome, cap, capped} = capOutliers(users.outcome, kind === "mean" ? capAt : 1);
  const means = sumsOf(arms, arm, outcome);
  const statistics = denominator
    ? ratiosOf(arms, arm, outcome, denominator)
    : ok(statisticsOf(arms, arm, outcome));
  if (!statistics.ok) return statistics;
  return ok({
    kind,
    users: counts,
    proportions:
      kind === "proportion" ? means.map(({name, users: n, sum}) => ({name, users: n, converted: sum})) : null,
    means,
    statistics: statistics.value,
    capped: cap === null ? null : {cap, users: capped},
    cuped: before ? cupedOf({arms, arm, outcome, before}, kind) : null,
    ranks: kind === "mean" ? ranksOf(arms, arm, outcome, sides) : arms.slice(1).map(() => null),
    daily: kind === "ratio" ? [] : dailyEffect({...users, outcome}, options)
  });
}

const valuesOf = (arm: Uint8Array, values: Float64Array, which: number): Float64Array =>
  values.filter((_, user) => arm[user] === which);

function ranksOf(
  arms: string[],
  arm: Uint8Array,
  outcome: Float64Array,
  sides: "two-sided" | "greater" | "less"
) {
  const control = valuesOf(arm, outcome, 0);
  return arms.slice(1).map((_, i) => {
    const test = mannWhitney(control, valuesOf(arm, outcome, i + 1), sides);
    return test.ok ? test.value : null;
  });
}

function sumsOf(arms: string[], arm: Uint8Array, values: Float64Array): MeanArm[] {
  const sums = arms.map((name) => ({name, users: 0, sum: 0, sumSquares: 0}));
  values.forEach((value, user) => {
    const of = sums[arm[user]];
    of.users++;
    of.sum += value;
    of.sumSquares += value * value;
  });
  return sums;
}

/** In two passes, so that large values with a small spread keep it. */
function statisticsOf(arms: string[], arm: Uint8Array, values: Float64Array): Statistic[] {
  const means = sumsOf(arms, arm, values).map(({users, sum}) => sum / users);
  const off = values.map((value, user) => value - means[arm[user]]);
  return sumsOf(arms, arm, off).map(({name, users, sumSquares}, i) => ({
    name,
    n: users,
    mean: means[i],
    variance: sumSquares / (users - 1)
  }));
}

function ratiosOf(
  arms: string[],
  arm: Uint8Array,
  above: Float64Array,
  below: Float64Array
): Result<Statistic[]> {
  const [tops, bottoms] = [sumsOf(arms, arm, above), sumsOf(arms, arm, below)];
  const products = sumsOf(
    arms,
    arm,
    above.map((value, user) => value * below[user])
  );
  const ratios: Statistic[] = [];
  for (const [i, name] of arms.entries()) {
    const ratio = ratioStatistic({
      name,
      users: tops[i].users,
      above: tops[i].sum,
      aboveSquares: tops[i].sumSquares,
      below: bottoms[i].sum,
      belowSquares: bottoms[i].sumSquares,
      products: products[i].sum
    });
    if (!ratio.ok) return ratio;
    ratios.push(ratio.value);
  }
  return ok(ratios);
}

function cupedOf(
  {arms, arm, outcome, before}: Required<Pick<Users, "arms" | "arm" | "outcome" | "before">>,
  kind: UserSummary["kind"]
): CupedSummary | string {
  if (kind === "ratio")
    return "CUPED is not applied to ratios here: leave the denominator out to use the past.";
  const result = cuped(outcome, before);
  if (!result.ok) return result.message;
  const {adjusted, theta, varianceReduction, missing} = result.value;
  return {statistics: statisticsOf(arms, arm, adjusted), theta, varianceReduction, missing};
}
