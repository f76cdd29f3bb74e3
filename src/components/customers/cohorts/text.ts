import {formatCount, formatDay, formatMoney, formatRate, formatShare} from "../../../lib/format.js";
import {wilsonInterval} from "../../../lib/metrics/wilsonInterval.js";
import type {AgeWindow} from "../../../lib/retention/cohorts.js";
import type {CohortView} from "../../../lib/retention/cohortView.js";
import type {Payback} from "../../../lib/retention/payback.js";
import type {PeriodUnit} from "../../../lib/retention/periods.js";
import {dateOf} from "../../../lib/days.js";
import {inBrief} from "../../../lib/shop.js";

/** What of a payback is the reader's to say; with the brief's claim where it speaks of this shop. */
export const paybackIntro = (): string =>
  inBrief
    ? "The brief claims that customers pay back their acquisition cost in 3.2 months. The files contain neither that cost nor the margin on an order, so they can neither confirm nor refute the claim: set both here."
    : "The files contain neither what it cost to win a customer nor the margin on an order: set both here.";

/** A share with its Wilson interval. */
export function withInterval(active: number, observed: number): string {
  const interval = wilsonInterval(active, observed);
  return interval
    ? `${formatRate(active / observed)} (95 % interval ${formatRate(interval.low)} to ${formatRate(interval.high)})`
    : "–";
}

/** What an age is called. @example ageText({from: 1, to: 3}, "month") => "months 1 to 3" */
export const ageText = ({from, to}: AgeWindow, unit: PeriodUnit): string =>
  to === null ? `${unit} ${from} or later` : from === to ? `${unit} ${from}` : `${unit}s ${from} to ${to}`;

/** The same as short as it goes. */
export const ageShort = ({from, to}: AgeWindow): string =>
  to === null ? `${from}+` : from === to ? String(from) : `${from}–${to}`;

/** The page's answer. */
export function cohortAnswer({table, unit, people, again, sameDay, end}: CohortView): string {
  const [first] = table.pooled;
  const when = formatDay(dateOf(end));
  const ever = `Of ${formatCount(people)} customers who had ordered before ${when}, ${formatCount(again)} ordered again: ${withInterval(again, people)}`;
  const same =
    sameDay > 0
      ? `; ${formatShare(sameDay / again, 0)} of the second orders came on the day of the first`
      : "";
  const next =
    first && first.observed > 0
      ? ` In ${ageText(table.windows[0], unit)} after the first order, ${withInterval(first.active, first.observed)} came back.`
      : "";
  return `${ever}${same}.${next}`;
}

/** How the switch between orders and shopping trips matters, in a sentence. */
export function tripText({again, sameDay}: CohortView, merged: boolean): string {
  if (merged) return "A customer’s orders on one day count as one here.";
  if (sameDay === 0) return "No second order was placed on the day of the first.";
  return `${formatCount(sameDay)} of the ${formatCount(again)} second orders were placed on the day of the first: more likely one shopping trip split into several orders than a return. “Count same-day orders as one” leaves them out.`;
}

/** What the reader's own cost and margin come to. */
export function paybackText({month, interval, resamples, curve}: Payback, cost: number): string {
  const last = curve.at(-1);
  if (month === null)
    return `With these inputs, the average customer does not pay back ${formatMoney(cost)} within the data: by the end of month ${last?.month ?? 0} the mean margin is ${formatMoney(last?.margin ?? 0)}.`;
  const month1 = (value: number | null) =>
    value === null ? `beyond month ${last?.month ?? 0}` : `month ${value}`;
  const spread =
    interval.low === interval.high
      ? `95 % interval: ${month1(interval.low)} alone, from ${formatCount(resamples)} bootstrap resamples of customers`
      : `95 % interval: ${month1(interval.low)} to ${month1(interval.high)}`;
  return `With these inputs, the average customer has paid back ${formatMoney(cost)} by the end of month ${month} (${spread}). Here, month 1 is the calendar month of the first order.`;
}
