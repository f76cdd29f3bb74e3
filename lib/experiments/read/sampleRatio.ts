import {chiSquareUpper} from "../../distributions/chiSquare.js";
import {formatCount, formatDecimal, formatShare} from "../../format.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import {pText} from "./words.js";

/** Below this p-value a split is taken for broken (Fabijan et al. 2019). */
export const sampleRatioAlarm = 0.001;

export interface SampleRatio {
  statistic: number;
  df: number;
  p: number;
  /** Users that the planned split foresees, per arm. */
  expected: number[];
  /** Whether the split is taken for broken. */
  alarm: boolean;
  sentence: string;
}

/**
 * Whether users came to the arms as planned: chi-square against the planned split. A mismatch means that somebody was
 * lost on the way, and that no result below can be trusted. A. Fabijan et al., "Diagnosing sample ratio mismatch in
 * online controlled experiments" (KDD 2019).
 * @param users of each arm
 * @param weights planned, in any unit; equal without them
 * @example sampleRatio([821588, 815482]).value.alarm => true
 */
export function sampleRatio(users: readonly number[], weights?: readonly number[]): Result<SampleRatio> {
  const planned = weights ?? users.map(() => 1);
  if (planned.length !== users.length)
    return fail(
      "weights",
      `The planned split has ${formatCount(planned.length)} parts for ${formatCount(users.length)} arms: give one for each arm.`
    );
  if (!planned.every((weight) => Number.isFinite(weight) && weight > 0))
    return fail("weights", "Each part of the planned split must be a number above 0.");
  if (users.length < 2) return fail("arms", "A split needs at least two arms.");
  const all = users.reduce((sum, value) => sum + value, 0);
  if (all === 0) return fail("users", "There are no users yet: there is no split to check.");
  const weight = planned.reduce((sum, value) => sum + value, 0);
  const expected = planned.map((value) => (all * value) / weight);
  const statistic = users.reduce((sum, count, arm) => sum + (count - expected[arm]) ** 2 / expected[arm], 0);
  const df = users.length - 1;
  const p = chiSquareUpper(statistic, df);
  const alarm = p < sampleRatioAlarm;
  const found = users.map((count) => count / all);
  const wanted = planned.map((value) => value / weight);
  const decimals = alarm ? tellingDecimals(found, wanted) : 2;
  const [shares, plan] = [found, wanted].map((list) =>
    list.map((share) => formatShare(share, decimals)).join(" / ")
  );
  const sentence = alarm
    ? `The split is broken: ${shares} of the users are in the arms where ${plan} was planned, which chance does with p ${pText(p)}. Somebody was lost or counted twice on the way: find out where before reading anything below.`
    : `The split ${shares} agrees with the planned ${plan} (p ${pText(p)}; an alarm is raised below ${formatDecimal(sampleRatioAlarm)}).`;
  return ok({statistic, df, p, expected, alarm, sentence});
}

/** The decimals that it takes to see where two splits differ, from two. */
function tellingDecimals(found: readonly number[], wanted: readonly number[]): number {
  const seen = (decimals: number) =>
    found.some((share, arm) => formatShare(share, decimals) !== formatShare(wanted[arm], decimals));
  for (let decimals = 2; decimals < 10; decimals++) if (seen(decimals)) return decimals;
  return 10;
}
