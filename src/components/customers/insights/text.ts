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
import {wilsonInterval} from "../../../lib/metrics/wilsonInterval.js";

const range = (low: string, high: string) => `(95 % interval ${low} to ${high})`;

/** The report in a sentence. */
export function insightsAnswer({delivered, repeaters, topFifth, late, onTime}: ShopFacts): string {
  const scores =
    late && onTime
      ? ` Late deliveries are scored ${formatNumber(onTime.mean - late.mean, 1)} points of 5 lower than punctual ones.`
      : "";
  return `${formatCount(delivered.people)} customers brought ${formatMoneyShort(delivered.revenue)}; ${formatShare(delivered.people > 0 ? repeaters / delivered.people : null)} of them bought more than once, and the top 20 % brought ${formatShare(topFifth)}.${scores}`;
}

/** Who comes back. */
export function retentionText({delivered, repeaters, monthOne}: ShopFacts): string {
  const interval = wilsonInterval(repeaters, delivered.people);
  const month = wilsonInterval(monthOne.active, monthOne.observed);
  const next = month
    ? ` In the calendar month after their first order, ${formatRate(monthOne.active / monthOne.observed)} order again ${range(formatRate(month.low), formatRate(month.high))}.`
    : "";
  return interval
    ? `${formatRate(repeaters / delivered.people)} of the customers with a delivered order have several ${range(formatRate(interval.low), formatRate(interval.high))}.${next}${repeaters / delivered.people < 0.1 ? " Whoever wins second orders has room; whoever wants to keep regulars hardly finds any." : ""}`
    : "There is no delivered order in these data.";
}

/** How revenue is spread. */
export const paretoText = ({topFifth, holders68, gini, topOnce}: ShopFacts): string =>
  `The top 20 % of customers brought ${formatShare(topFifth)} of the revenue, and it takes the top ${formatShare(holders68)} to reach 68 %; the Gini coefficient is ${formatNumber(gini, 3)}. ${topOnce !== null && topOnce > 0.5 ? `${formatShare(topOnce, 0)} of that top fifth have a single order: concentration here says who bought something dear, not who is loyal.` : `${formatShare(topOnce === null ? null : 1 - topOnce, 0)} of that top fifth have several orders.`}`;

/** Whether the way of paying goes with coming back. */
export function paymentText({payments}: ShopFacts): string {
  const [first, ...others] = payments;
  if (!first || others.length === 0) return "There are not enough ways of paying to compare.";
  const apart = others.filter(({difference}) => difference && (difference.low > 0 || difference.high < 0));
  const words = others
    .map(
      ({group, difference}) =>
        `${name(group)} ${difference ? `${formatPoints(difference.value)} ${range(formatPoints(difference.low), formatPoints(difference.high))}` : ""}`
    )
    .join("; ");
  return `Of customers whose first order was paid by ${name(first.group)}, ${formatRate(first.rate)} ordered again. Against that: ${words}. ${
    apart.length === 0
      ? "No difference is beyond its interval: the way of paying tells nothing of who comes back."
      : `Beyond its interval: ${apart.map(({group}) => name(group)).join(", ")}. It describes who pays that way, and need not be a cause.`
  }`;
}

const name = (group: string) => group.replaceAll("_", " ");

/** Where revenue comes from. */
export const stateText = ({state}: ShopFacts, title: (state: string) => string): string =>
  state
    ? `${title(state.name)} has ${formatShare(state.orders)} of the orders and ${formatShare(state.revenue)} of the revenue${state.revenue < state.orders ? ": more orders than revenue, so cheaper ones" : ""}.`
    : "";

/** What can be said of seasons. */
export const seasonText = ({peak, months}: ShopFacts): string =>
  peak
    ? `The month with the most orders was ${formatMonth(peak.month)}: ${formatCount(peak.orders)}, ${formatNumber(peak.ofMean, 1)} times the mean of ${formatCount(months)} months. ${months < 24 ? "Less than two years of orders cannot tell a season from growth: most months have come only once." : ""}`
    : "No month is over yet.";

/** What late deliveries do to reviews. */
export function deliveryText({late, onTime}: ShopFacts): string {
  if (!late || !onTime) return "There are not enough reviews of late and punctual orders to compare.";
  const score = ({mean, low, high}: MeanScore) =>
    `${formatNumber(mean, 2)} ${range(formatNumber(low, 2), formatNumber(high, 2))}`;
  return `Orders that came late have a mean review score of ${score(late)}, those on time ${score(onTime)}; one star was given by ${formatShare(late.lowest, 0)} against ${formatShare(onTime.lowest, 0)}.`;
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
  return `Of ${formatCount(claims.length)} figures, ${formatCount(count("holds"))} hold, ${formatCount(count("holds by another definition"))} hold by another definition than the brief’s, ${formatCount(count("does not hold"))} do not, and ${formatCount(count("cannot be computed"))} cannot be computed from these files.`;
}
