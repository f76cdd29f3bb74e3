import {formatShare} from "../../format.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {ProportionArm} from "../arms.js";
import {relativeLift} from "./means.js";
import {noneConverted} from "./ratioScore.js";
import type {Statistic} from "./statistic.js";
import {changeText} from "./words.js";

export interface Guardrail {
  verdict: "good" | "harmed" | "unclear";
  /** Relative change of treatment over control. */
  change: number;
  /** Worst and best change that the data leave open, each at the level. */
  worst: number;
  best: number;
  sentence: string;
}

/**
 * Whether a metric that must not suffer did: good where its worst plausible change is within the margin
 * (non-inferiority, one-sided at `level`), harmed where that is not shown and even its best plausible change is for
 * the worse, unclear otherwise.
 * @param margin largest relative change for the worse that is bearable, above 0
 * @param worse which way is worse
 * @example guardrail({name: "a", n: 1e6, mean: 1, variance: 1}, {name: "b", n: 1e6, mean: 1, variance: 1}, {margin: 0.05, worse: "more"}).value.verdict => "good"
 */
export function guardrail(
  control: Statistic,
  treatment: Statistic,
  {margin, worse, level = 0.95}: {margin: number; worse: "more" | "fewer"; level?: number}
): Result<Guardrail> {
  if (!(margin > 0))
    return fail("margin", "The margin must be above 0: a change of exactly 0 can never be shown.");
  const ends = plausible(control, treatment, level);
  if (!ends.ok) return ends;
  const {estimate, low, high} = ends.value;
  const sign = worse === "more" ? 1 : -1;
  const [worst, best] = worse === "more" ? [high, low] : [low, high];
  const verdict = sign * worst <= margin ? "good" : sign * best > 0 ? "harmed" : "unclear";
  const who = `“${treatment.name}”`;
  const bearable = `${worse === "more" ? "+" : "−"}${formatShare(margin)}`;
  const sentence = {
    good: `${who} keeps the guardrail: it changed by ${changeText(estimate)}, at worst ${changeText(worst)}, within the ${bearable} that is bearable.`,
    harmed: `${who} harms the guardrail: it changed by ${changeText(estimate)}, for the worse even at best (${changeText(best)}).`,
    unclear: `Whether ${who} keeps the guardrail is unclear: it changed by ${changeText(estimate)}, and anything from ${changeText(best)} to ${changeText(worst)} is possible, where ${bearable} is bearable. More users would tell.`
  }[verdict];
  return ok({verdict, change: estimate, worst, best, sentence});
}

/** The relative change and its ends, each one-sided at the level. */
function plausible(
  control: Statistic,
  treatment: Statistic,
  level: number
): Result<{estimate: number; low: number; high: number}> {
  const [before, after] = [countsOf(control), countsOf(treatment)];
  if (before && after && after.converted === 0 && before.converted > 0) {
    const {estimate, interval} = noneConverted(before, after, {sides: "less", level});
    return ok({estimate, low: -1, high: interval.high ?? estimate});
  }
  const lift = relativeLift(control, treatment, {sides: "greater", level});
  if (!lift.ok) return lift;
  const {estimate, interval} = lift.value;
  const half = estimate - (interval.low ?? estimate);
  return ok({estimate, low: estimate - half, high: estimate + half});
}

/** The counts behind a statistic that is a rate's. */
function countsOf({name, n, mean, variance}: Statistic): ProportionArm | null {
  const converted = Math.round(mean * n);
  const isRate =
    Math.abs(converted - mean * n) <= 1e-9 * n && Math.abs(variance - mean * (1 - mean)) <= 1e-12;
  return isRate ? {name, users: n, converted} : null;
}
