import {formatCount, formatDay, formatNumber, formatRate} from "../../../lib/format.js";
import {dateOf} from "../../../lib/days.js";
import type {SecondOrders} from "../../../lib/retention/secondOrder.js";
import type {CoxModel} from "../../../lib/survival/coxModel.js";
import type {SurvivalCurve} from "../../../lib/survival/kaplanMeier.js";
import type {LogRank} from "../../../lib/survival/logRank.js";
import {survivalAt} from "../../../lib/survival/survivalAt.js";

/** A p-value for readers. @example pText(0.0001) => "p < 0.001" */
export const pText = (p: number): string =>
  p < 0.001 ? `p < ${formatNumber(0.001, 3)}` : `p = ${formatNumber(p, 3)}`;

/** The share that has ordered again by a day, with its interval; null where nobody was watched so long. */
export function shareBy(
  curve: SurvivalCurve,
  day: number
): {share: number; low: number; high: number} | null {
  const at = survivalAt(curve, day);
  return at && {share: 1 - at.survival, low: 1 - (at.high ?? at.survival), high: 1 - (at.low ?? at.survival)};
}

const interval = ({share, low, high}: {share: number; low: number; high: number}) =>
  `${formatRate(share)} (95 % interval ${formatRate(low)} to ${formatRate(high)})`;

/** The page's answer. */
export function secondOrderAnswer(
  {durations, events, horizon, end}: SecondOrders,
  curve: SurvivalCurve
): string {
  const again = events.reduce((sum, event) => sum + event, 0);
  if (again === 0)
    return `None of ${formatCount(events.length)} customers had ordered again before ${formatDay(dateOf(end))}.`;
  const longest = durations.reduce((most, days) => Math.max(most, days), 0);
  const by = Math.min(horizon, longest);
  const [early, late] = [shareBy(curve, Math.min(30, by)), shareBy(curve, by)];
  const sooner = early && early.share > 0 ? `; ${interval(early)} do so within the first 30 days` : "";
  return late
    ? `Within ${formatCount(by)} days of their first order, an estimated ${interval(late)} of customers order again${sooner}. Before ${formatDay(dateOf(end))}, ${formatCount(again)} of ${formatCount(events.length)} had done so.`
    : `${formatCount(again)} of ${formatCount(events.length)} customers had ordered again before ${formatDay(dateOf(end))}.`;
}

/** Whether groups order again at the same pace, in a sentence. */
export function logRankText({chiSquare, df, p, groups}: LogRank, name = "log-rank test"): string {
  const ratios = groups
    .filter(({expected}) => expected > 0)
    .map(({name, observed, expected}) => ({name, ratio: observed / expected}))
    .sort((a, b) => b.ratio - a.ratio);
  const [most, least] = [ratios[0], ratios[ratios.length - 1]];
  const test = `${name}: χ² = ${formatNumber(chiSquare, 1)} on ${df} degree${df === 1 ? "" : "s"} of freedom, ${pText(p)}`;
  return p < 0.05
    ? `The groups do not order again at the same pace (${test}): ${most.name} has ${formatNumber(most.ratio, 2)} times the second orders expected if all groups were alike, ${least.name} ${formatNumber(least.ratio, 2)} times.`
    : `The data do not show that the groups order again at different paces (${test}).`;
}

/** How much a Cox model's covariates tell, in a sentence. */
export function coxText({rows, events, concordance, likelihoodRatio, converged}: CoxModel): string {
  const {chiSquare, df, p} = likelihoodRatio;
  const index =
    concordance.index === null
      ? ""
      : ` Concordance: in ${formatRate(concordance.index)} of comparable pairs of customers, the model correctly ranks who orders again sooner (guessing: 50 %; no interval is given).`;
  return `${formatCount(events)} second orders among ${formatCount(rows)} customers. All covariates together: likelihood-ratio test, χ² = ${formatNumber(chiSquare, 1)} on ${df} degree${df === 1 ? "" : "s"} of freedom, ${pText(p)}.${index}${converged ? "" : " The fit did not converge: read its figures with care."}`;
}
