import {chiSquareUpper} from "../distributions/chiSquare.js";
import {solvePositive} from "../stats/solvePositive.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {groupCounts} from "./groupCounts.js";
import {groupRows} from "./groupRows.js";
import type {LogRankWeights} from "./logRankWeights.js";
import {logRankWeights} from "./logRankWeights.js";
import type {Groups} from "./observations.js";

/** One group of a comparison. */
export interface LogRankGroup {
  name: string;
  rows: number;
  /** Events; times the test's weights where it has them. */
  observed: number;
  /** Events that the group would have if all had one hazard; times the test's weights. */
  expected: number;
}

/** A comparison of the groups' hazards. */
export interface LogRank {
  chiSquare: number;
  /** Groups that were at risk at an event, less one. */
  df: number;
  p: number;
  /** Every group, also without rows, in the order of the names. */
  groups: LogRankGroup[];
}

/**
 * Whether groups have the event at the same pace. A group that nobody of was at risk at any event, or without rows,
 * takes no part. Fails without two groups that do, or where no event left anything to compare.
 *
 * Method: N. Mantel (1966) and R. and J. Peto (1972) with the hypergeometric variance; the weights in
 * logRankWeights.ts.
 *
 * @param durations finite and not negative; throws otherwise
 * @param events 1 = event, 0 = censored
 * @example logRank(Float64Array.of(10, 20, 30, 10, 20, 50), Uint8Array.of(1, 1, 1, 1, 1, 1), {codes: Uint8Array.of(0, 0, 0, 1, 1, 1), names: ["a", "b"]}).value.chiSquare => 0.254237
 */
export function logRank(
  durations: Float64Array,
  events: Uint8Array,
  groups: Groups,
  weights: LogRankWeights = "log-rank"
): Result<LogRank> {
  const size = groups.names.length;
  const rows = groupRows(groups, durations.length);
  const table = groupCounts(durations, events, groups);
  if (table.time.length === 0)
    return fail("events", "Nobody has had the event yet: there is no pace to compare.");
  const weight = logRankWeights(table, weights);
  const observed = new Float64Array(size);
  const expected = new Float64Array(size);
  const variance = new Float64Array(size * size);
  for (let k = 0; k < weight.length; k++) {
    const [n, d, w] = [table.atRisk[k], table.events[k], weight[k]];
    const spread = n > 1 ? (w * w * d * (n - d)) / (n - 1) : 0;
    for (let g = 0; g < size; g++) {
      const share = table.groupAtRisk[k * size + g] / n;
      observed[g] += w * table.groupEvents[k * size + g];
      expected[g] += w * d * share;
      variance[g * size + g] += spread * share;
      for (let h = 0; h < size; h++)
        variance[g * size + h] -= (spread * share * table.groupAtRisk[k * size + h]) / n;
    }
  }
  const compared = [...expected.keys()].filter((g) => expected[g] > 0);
  if (compared.length < 2)
    return fail("groups", "At least two groups must have had people at risk when an event happened.");
  const free = compared.slice(1);
  const surplus = Float64Array.from(free, (g) => observed[g] - expected[g]);
  const among = Float64Array.from(free.flatMap((g) => free.map((h) => variance[g * size + h])));
  const solved = solvePositive(among, surplus);
  if (!solved)
    return fail("variance", "At each event everybody at risk had it, so the groups cannot be told apart.");
  const chiSquare = Math.max(
    0,
    surplus.reduce((sum, value, i) => sum + value * solved[i], 0)
  );
  return ok({
    chiSquare,
    df: free.length,
    p: chiSquareUpper(chiSquare, free.length),
    groups: groups.names.map((name, g) => ({
      name,
      rows: rows[g],
      observed: observed[g],
      expected: expected[g]
    }))
  });
}
