import {formatCount, formatDay, formatMoney, formatNumber, formatRate} from "../../../lib/format.js";
import {wilsonInterval} from "../../../lib/metrics/wilsonInterval.js";
import {dateOf} from "../../../lib/retention/purchases.js";
import type {LifetimeValue} from "../../../lib/value/lifetimeValue.js";

const between = (interval: {low: number; high: number} | null, format: (value: number) => string): string =>
  interval ? ` (95 % interval ${format(interval.low)} to ${format(interval.high)})` : "";

/** The page's answer: what is expected, with its interval, and what the plain mean is. */
export function valueAnswer(found: LifetimeValue, horizon: number): string {
  const {customers, expected, expectedInterval, value, valueInterval, spending, historic} = found;
  const orders = `${formatCount(Math.round(expected))} orders${between(expectedInterval, (total) => formatCount(Math.round(total)))}`;
  const worth = spending
    ? `, worth ${formatMoney(value)} a customer${between(valueInterval, formatMoney)}`
    : "";
  return `From ${formatCount(customers)} customers, ${orders} are expected within ${formatCount(horizon)} weeks${worth}. They have brought ${formatMoney(historic)} of revenue each so far: a mean of the past, not a lifetime value.`;
}

/** How little there is to learn from, said where the estimate stands. */
export function evidenceText({customers, repeaters, resamples}: LifetimeValue): string {
  const interval = wilsonInterval(repeaters, customers);
  const share = `${formatRate(repeaters / customers)}${between(interval, formatRate)}`;
  return `All that the model knows of returning comes from ${formatCount(repeaters)} customers who bought on a second day, ${share} of all; orders of one day are one purchase. The 95 % intervals are by the standard error among ${formatCount(resamples)} resamples of the customers, with both models fitted anew to each; they are of what is expected, not of the count that will come, and say nothing of whether the model itself is right: the weeks held out do.`;
}

/** How a fit ended, where there is something to say. */
export const fitText = ({purchases, spending, spendingNote}: LifetimeValue): string =>
  [
    purchases.converged ? "" : "The purchase model did not settle.",
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
  const words = off === null ? "" : `, ${formatRate(Math.abs(off))} too ${off > 0 ? "many" : "few"}`;
  return `Fitted on what was known on ${formatDay(dateOf(end))}, the model expects ${formatCount(Math.round(expected))} repeat purchases in the ${formatCount(weeks)} weeks after it from the customers of that day; they made ${formatCount(actual)}${words}. By chance alone a count like this one varies by about ±${formatNumber(actual > 0 ? (100 * 1.96) / Math.sqrt(actual) : 0, 0)} %.${note === null ? "" : ` ${note}`}`;
}
