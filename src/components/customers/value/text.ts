import {normal975} from "../../../lib/stats/normal975.js";
import {formatCount, formatDay, formatMoney, formatRate, formatShare} from "../../../lib/format.js";
import {wilsonInterval} from "../../../lib/metrics/wilsonInterval.js";
import {dateOf} from "../../../lib/days.js";
import type {LifetimeValue} from "../../../lib/value/lifetimeValue.js";

const between = (interval: {low: number; high: number} | null, format: (value: number) => string): string =>
  interval ? ` (95 % interval ${format(interval.low)} to ${format(interval.high)})` : "";

/** The page's answer: what is expected, with its interval, and what the plain mean is. */
export function valueAnswer(found: LifetimeValue, horizon: number): string {
  const {customers, expected, expectedInterval, value, valueInterval, spending, historic} = found;
  const orders = `${formatCount(Math.round(expected))} repeat purchases${between(expectedInterval, (total) => formatCount(Math.round(total)))}`;
  const worth = spending
    ? `, worth ${formatMoney(value)} per customer${between(valueInterval, formatMoney)} at the margin and discount rate chosen below`
    : "";
  return `${formatCount(customers)} customers are expected to make ${orders} within ${formatCount(horizon)} weeks${worth}. So far they have spent ${formatMoney(historic)} each on average: that is past revenue, not lifetime value.`;
}

/** How little there is to learn from, said where the estimate stands. */
export function evidenceText({customers, repeaters, resamples}: LifetimeValue): string {
  const interval = wilsonInterval(repeaters, customers);
  const share = `${formatRate(repeaters / customers)}${between(interval, formatRate)}`;
  return `The only repeat purchases to learn from are those of ${formatCount(repeaters)} customers who bought on more than one day: ${share} of all. Orders on the same day count as one purchase. The 95 % intervals use the standard error across ${formatCount(resamples)} bootstrap resamples of customers, with both models refitted to each. They are for the expected number, not for the number that will be observed, and they do not show whether the model is right: the weeks held out below check that.`;
}

/** How a fit ended, where there is something to say. */
export const fitText = ({purchases, spending, spendingNote}: LifetimeValue): string =>
  [
    purchases.converged ? "" : "The purchase model did not converge.",
    purchases.note ?? "",
    spending?.note ?? "",
    spendingNote ?? ""
  ]
    .filter(Boolean)
    .join(" ");

/** What came of the check on weeks held out. */
export function holdoutText({holdout, holdoutNote}: LifetimeValue, weeks: number): string {
  if (!holdout) return holdoutNote ?? "The model could not be checked.";
  const {actual, expected, end, note} = holdout;
  const off = actual > 0 ? expected / actual - 1 : null;
  const words =
    off === null ? "" : `: the forecast is ${formatRate(Math.abs(off))} too ${off > 0 ? "high" : "low"}`;
  return `Fitted on purchases up to ${formatDay(dateOf(end))}, the model expects ${formatCount(Math.round(expected))} repeat purchases in the next ${formatCount(weeks)} weeks from the customers of that day. In this hold-out they made ${formatCount(actual)}${words}. By chance alone, such a count varies by about ±${formatShare(actual > 0 ? normal975 / Math.sqrt(actual) : 0, 0)} (95 % interval).${note === null ? "" : ` ${note}`}`;
}
