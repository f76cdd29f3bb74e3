import {lackText} from "../../../lib/lackText.js";
import {
  formatCount,
  formatMoney,
  formatMoneyShort,
  formatMonth,
  formatNumber,
  formatPoints,
  formatRate,
  formatShare
} from "../../../lib/format.js";
import type {Claim, FigureKind, Verdict} from "../../../lib/insights/claims.js";
import {verdictOf} from "../../../lib/insights/claims.js";
import type {MeanScore, ShopFacts} from "../../../lib/insights/facts.js";
import {inBrief, lacks, paidOrder} from "../../../lib/shop.js";
import {wilsonInterval} from "../../../lib/metrics/wilsonInterval.js";

const range = (low: string, high: string) => `(95 % interval ${low} to ${high})`;

/** The report in a sentence. */
export function insightsAnswer({delivered, repeaters, topFifth, late, onTime}: ShopFacts): string {
  const scores =
    late && onTime
      ? ` Late orders have a mean review score ${formatNumber(Math.abs(onTime.mean - late.mean), 1)} points ${onTime.mean >= late.mean ? "lower" : "higher"} than orders on time, on a scale of 1 to 5.`
      : "";
  return `${formatCount(delivered.people)} customers with ${paidOrder.an} have spent ${formatMoneyShort(delivered.revenue)}; ${formatShare(delivered.people > 0 ? repeaters / delivered.people : null)} of them ordered more than once, and the top 20 % account for ${formatShare(topFifth)} of the revenue.${scores}`;
}

/** Who comes back. */
export function retentionText({delivered, repeaters, returners, monthOne}: ShopFacts): string {
  const interval = wilsonInterval(repeaters, delivered.people);
  const month = wilsonInterval(monthOne.active, monthOne.observed);
  const next = month
    ? ` ${lacks("outcomes") ? "In all" : "Counting all orders, delivered or not"}, ${formatRate(monthOne.active / monthOne.observed)} ordered again in the calendar month after that of their first ${range(formatRate(month.low), formatRate(month.high))}.`
    : "";
  return interval
    ? `${formatRate(repeaters / delivered.people)} of the customers with ${paidOrder.an} have more than one ${range(formatRate(interval.low), formatRate(interval.high))}; ${formatRate(returners / delivered.people)} ordered on more than one day.${next}${repeaters / delivered.people < 0.1 ? " More than nine in ten have only one: there is much room to win second orders, and there are few regulars to keep." : ""}`
    : `There is no ${paidOrder.one} in these data.`;
}

/** How revenue is spread. */
export const paretoText = ({topFifth, holders68, gini, topOnce}: ShopFacts): string =>
  `The top 20 % of customers account for ${formatShare(topFifth)} of the revenue.${inBrief ? ` It takes the top ${formatShare(holders68)} to reach 68 %, the share that the brief claims for the top 20 %.` : ""} The Gini coefficient is ${formatNumber(gini, 3)} (0: all customers equal; 1: one customer has everything). ${topOnce !== null && topOnce > 0.5 ? `${formatShare(topOnce, 0)} of the top 20 % have a single order: being among them mostly reflects one large order, not loyalty.` : `${formatShare(topOnce === null ? null : 1 - topOnce, 0)} of the top 20 % have more than one order.`}`;

/** Whether the payment type goes with ordering again. */
export function paymentText({payments}: ShopFacts): string {
  const [first, ...others] = payments;
  if (!first || others.length === 0) return "There are not enough payment types to compare.";
  const apart = others.filter(({difference}) => difference && (difference.low > 0 || difference.high < 0));
  const words = others
    .map(
      ({group, difference}) =>
        `${name(group)} ${difference ? `${formatPoints(difference.value)} ${`(${formatPoints(difference.low)} to ${formatPoints(difference.high)})`}` : ""}`
    )
    .join("; ");
  return `Of customers whose first order was paid by ${name(first.group)}, ${formatRate(first.rate)} ordered again. Differences from that, in percentage points (pp): ${words}. ${
    apart.length === 0
      ? "Every interval includes 0: these data show no clear difference between payment types."
      : `The interval excludes 0 for ${apart.map(({group}) => name(group)).join(", ")}. This is an association; the payment type need not be its cause.`
  }`;
}

const name = (group: string) => group.replaceAll("_", " ");

/** Where revenue comes from. */
export const stateText = ({state}: ShopFacts, title: (state: string) => string): string =>
  // A shop elsewhere names no states of Brazil.
  state?.name
    ? `${title(state.name)} has ${formatShare(state.orders)} of the orders and ${formatShare(state.revenue)} of the revenue${lacks("outcomes") ? "" : " from delivered orders"}${state.revenue < state.orders ? ", which points to smaller orders than elsewhere" : ""}.`
    : "";

/** What can be said of seasons. */
export const seasonText = ({peak, months}: ShopFacts): string =>
  peak
    ? `The month with the most orders was ${formatMonth(peak.month)}: ${formatCount(peak.orders)} orders, ${formatNumber(peak.ofMedian, 1)} times the median of ${formatCount(months)} months. ${months < 24 ? "With fewer than 24 months of orders, a season cannot be told from growth." : ""}`
    : "No calendar month of orders is over yet.";

/** How late orders and orders on time are reviewed. */
export function deliveryText({late, onTime}: ShopFacts): string {
  if (!late || !onTime)
    return (
      lackText("deliveries", "promises", "reviews") ??
      "There are not enough reviews of late orders and of orders on time to compare."
    );
  const score = ({mean, low, high}: MeanScore) =>
    `${formatNumber(mean, 2)} ${range(formatNumber(low, 2), formatNumber(high, 2))}`;
  return `Late orders have a mean review score of ${score(late)}, orders on time ${score(onTime)}. One star was given to ${formatShare(late.lowest, 0)} of late orders and to ${formatShare(onTime.lowest, 0)} of those on time. Late orders may differ in other ways too.`;
}

const formats: Record<FigureKind, (value: number) => string> = {
  count: formatCount,
  share: (value) => formatRate(value),
  money: (value) => (value >= 10_000_000 ? formatMoneyShort(value) : formatMoney(value)),
  number: (value) => formatNumber(value, 3),
  months: (value) => `${formatNumber(value, 1)} months`
};

/** A figure of a claim. */
export const figure = (kind: FigureKind, value: number | null): string =>
  value === null ? "–" : formats[kind](value);

/** How many claims hold, in a sentence. */
export function ledgerText(claims: readonly Claim[]): string {
  const count = (verdict: Verdict) => claims.filter((claim) => verdictOf(claim) === verdict).length;
  return `Of ${formatCount(claims.length)} figures in the brief, ${formatCount(count("holds"))} hold, ${count("holds by another definition") > 0 ? `${formatCount(count("holds by another definition"))} hold only by another definition than the brief’s, ` : ""}${formatCount(count("does not hold"))} do not hold, and ${formatCount(count("cannot be computed"))} cannot be computed from these files.`;
}
