import {testCost} from "../../../lib/experiments/plan/cost.js";
import {detectable} from "../../../lib/experiments/plan/planTest.js";
import type {WeekMix} from "../../../lib/experiments/plan/weekMix.js";
import type {Week} from "../../../lib/experiments/plan/weekdays.js";
import type {Result} from "../../../lib/result.js";
import {
  formatMoney,
  formatCount,
  formatNumber,
  formatRate,
  formatRates,
  formatShare,
  smallDecimals
} from "../../../lib/format.js";
import type {FormulaName} from "./parameters.js";
import type {Planned} from "./request.js";

export const formulaNames: Record<FormulaName, string> = {
  pooled: "R’s power.prop.test",
  baseline: "Evan Miller’s calculator",
  arcsine: "Cohen’s h"
};

const names = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A value of the metric as a reader reads it. @example valueText(0.2, true) => "20.0 %" */
export const valueText = (value: number, share: boolean): string =>
  share ? formatRate(value) : formatMoney(100 * value);

const perDayText = (users: number): string => formatNumber(users, Number.isInteger(users) ? 0 : 1);

/** The page's answer. */
export function planAnswer({choice, request, control, size, duration}: Planned): string {
  const share = request.metric.kind === "proportion";
  const arms =
    size.control === size.each
      ? `Each of the ${names[request.arms - 2]} arms needs ${formatCount(size.control)} users`
      : `The control needs ${formatCount(size.control)} users and ${size.comparisons === 1 ? "the variant" : `each of the ${names[size.comparisons - 2]} variants`} ${formatCount(size.each)}`;
  const days = `${formatCount(duration.days)} ${duration.days === 1 ? "day" : "days"}`;
  const weeks = `${formatCount(duration.wholeDays)} days (${formatCount(duration.weeks)} whole ${duration.weeks === 1 ? "week" : "weeks"})`;
  const planned = control + request.effect;
  const [from, to] = share
    ? formatRates(control, planned)
    : [formatMoney(100 * control), formatMoney(100 * planned)];
  const rise = request.effect > 0 ? "rise" : "fall";
  return `${arms}, ${formatCount(size.total)} in all, to find a ${rise} from ${from} to ${to} with a chance of ${formatShare(request.power, 0)}. At ${perDayText((choice.traffic * choice.share) / 100)} users a day that takes ${days}: run it for ${weeks}.`;
}

/** What the figures rest on: the formula, alpha and the correction, a sentence each. */
export function planMethod({choice, request, size}: Planned): string[] {
  const {alpha, sides, metric} = request;
  const by =
    metric.kind === "proportion"
      ? `Users by ${formulaNames[choice.formula]}.`
      : `Users by the noncentral t distribution, as R’s power.t.test computes them, for a standard deviation of ${formatMoney(100 * metric.sd)} per user.`;
  const spread =
    choice.metric === "revenue"
      ? " It holds the zeros of those who buy nothing too, which make most of it."
      : choice.metric === "mean"
        ? " Each value counts for itself, as if every order came from another user: where users order often, plan the ratio."
        : choice.metric === "ratio"
          ? " It is that of a ratio of sums, by the delta method: users, not orders, are drawn."
          : "";
  const several =
    size.comparisons === 1
      ? ""
      : request.correction === "none"
        ? ` Without a correction, ${formatCount(size.comparisons)} comparisons together raise a false alarm in up to ${formatShare(1 - (1 - alpha) ** size.comparisons)} of tests in which nothing has an effect.`
        : ` Each of ${formatCount(size.comparisons)} comparisons is tested at ${formatShare(size.alphaEach, 2)}, so that all of them together keep to it.`;
  return [
    by + spread,
    `A false alarm in at most ${formatShare(alpha)} of tests without an effect, ${sides === 2 ? "in either direction" : "in the direction of the effect alone: a change for the other side will not be noticed"}.${several}`
  ];
}

/** What else could be found, where a test would take longer than half a year; null where it does not. */
export function tooLong({choice, request, size, duration}: Planned): string | null {
  if (duration.wholeDays <= 182) return null;
  const users = (56 * choice.traffic * choice.share) / 100 / (1 + size.comparisons * request.ratio);
  const found = detectable(request, users);
  const share = request.metric.kind === "proportion";
  const instead = found.ok
    ? `In eight weeks, with ${formatCount(users)} users in the control, an effect of ${share ? `${formatNumber(100 * found.value, smallDecimals(100 * found.value))} percentage points` : formatMoney(100 * found.value)} would be found.`
    : "In eight weeks it would find nothing at all.";
  return `That is no test: in so long a time the season, the shop and its customers change. ${instead} Look for more users, a larger change or a metric that varies less.`;
}

/** Why the formulas for two shares differ. */
export const formulaReasons: Record<FormulaName, string> = {
  pooled:
    "If there is no effect, both arms have the share of both together: what the z test, and the chi-square test, of two shares assume.",
  baseline:
    "If there is no effect, both arms have the baseline. For a rise below 50 % that is less spread, so fewer users; rounded to the nearest.",
  arcsine:
    "Compares the arcsines of the shares’ roots, whose spread is about the same at any share; statsmodels’ NormalIndPower."
};

/** What the test costs, in sentences. */
export function planCost({choice, request, size}: Planned): string[] {
  const variants = size.total - size.control;
  const worth = choice.metric === "proportion" ? choice.worth : 1;
  const {treatment, worseOff, regret} = testCost(
    {control: size.control, variants},
    request.effect,
    choice.cost,
    worth
  );
  const worse = request.effect > 0 ? "in the control" : "in the variants";
  return [
    `${formatCount(variants)} users see a variant; at ${formatMoney(100 * choice.cost)} each that costs ${formatMoney(100 * treatment)}.`,
    `If the assumed effect is true, the ${formatCount(worseOff)} users ${worse} get the worse arm for as long as the test runs, which forgoes ${formatMoney(100 * regret)} against giving everybody the better one from the first day: the price of knowing. A bandit lowers it, and answers less sharply.`
  ];
}

/** What the days of a test do to the mix of its weekdays, in a sentence. */
export function weekSentence({days, misplaced, fewest, most, outcome}: WeekMix, of: string): string {
  if (days % 7 === 0)
    return `A test of ${formatCount(days)} days has every weekday equally often: its mix of users is that of any week.`;
  const direction = outcome < 0 ? "below" : "above";
  return `A test stopped after ${formatCount(days)} days would have up to ${formatShare(misplaced)} of its users on the wrong weekdays, from ${formatShare(Math.abs(fewest))} fewer to ${formatShare(most)} more users a day than usual, and a mean order value up to ${formatShare(Math.abs(outcome), 2)} ${direction} that of whole weeks, by the day it starts on (${of}).`;
}

/** Why users a day is what it is at first, in a sentence. */
export const trafficSentence = (week: Result<Week>): string =>
  week.ok
    ? `Users a day begin at the shop’s orders a day, ${formatNumber(week.value.perDay, 1)} over its last ${formatCount(week.value.days)} days: the data know buyers, not visitors. A test on a page needs the visitors of that page.`
    : `${week.message} Type in your own users a day.`;
