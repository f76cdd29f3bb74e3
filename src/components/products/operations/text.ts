import type {KeptShare} from "../../../lib/delivery/dayCounts.js";
import {daysForShare, shareWithin} from "../../../lib/delivery/dayCounts.js";
import {ripeDays} from "../../../lib/delivery/deliveryParameters.js";
import type {DeliveryView} from "../../../lib/delivery/deliveryView.js";
import type {PromiseCheck} from "../../../lib/delivery/promiseCheck.js";
import type {Promises} from "../../../lib/delivery/promises.js";
import {promisesOf} from "../../../lib/delivery/promises.js";
import {formatCount, formatDay, formatMonth, formatNumber, formatShare} from "../../../lib/format.js";
import {dateOf} from "../../../lib/days.js";
import {counted} from "../counted.js";
import {placeWord} from "../../../lib/shop.js";

/** Days with a decimal. @example daysText(12.5) => "12.5" */
export const daysText = (days: number | null | undefined): string => formatNumber(days, 1);

/** A share with its interval. @example keptText(keptShare(5, 10)) => "50.0 % (95 % interval 23.7 % to 76.3 %)" */
export const keptText = ({share, interval}: KeptShare): string =>
  `${formatShare(share)}${interval ? ` (95 % interval ${formatShare(interval.low)} to ${formatShare(interval.high)})` : ""}`;

/** The page's answer. */
export function operationsAnswer({journeys, judged, countLost}: DeliveryView): string {
  const {own, promised, taken} = promisesOf(journeys, judged);
  const half = daysForShare(taken, 0.5).days;
  return `${keptText(own)} of ${formatCount(own.total)} ${countLost ? "orders that were not cancelled" : "delivered orders"} came by the promised day: promises were ${daysText(promised)} days on average${half === null ? "" : `, half of the orders came within ${counted(half, "day", "days")}`}.`;
}

/** Which orders count and which do not, with the reasons. */
export function operationsCounted(view: DeliveryView): string {
  const {delivered, lost, cancelled, undated, recent, countLost, end} = view;
  const orders = delivered.length + lost.length + cancelled + undated;
  const never = countLost ? "which count as late" : "which the switch above counts as late";
  return `Of ${counted(orders, "order", "orders")}, ${formatCount(delivered.length)} were delivered and have a delivery date. The others: ${formatCount(lost.length)} neither delivered nor cancelled (${never}), ${formatCount(cancelled)} cancelled or unavailable, ${formatCount(undated)} without a delivery date or a promised day.${recent > 0 ? ` Promises are not judged by the ${counted(recent, "order", "orders")} bought within ${ripeDays} days of the end of the data, ${formatDay(dateOf(end))}: only the fast ones among them are known.` : ""}`;
}

/** What a flat promise of so many days would keep, and how many days a share asks for. */
export function flatText({taken}: Promises, days: number, target: number): string {
  const needed = daysForShare(taken, target);
  const known = needed.days !== null && needed.days <= ripeDays;
  const ends =
    known && needed.low !== null && needed.high !== null
      ? ` (95 % interval ${formatCount(needed.low)} to ${formatCount(needed.high)})`
      : "";
  return `A promise of ${counted(days, "day", "days")} for every order would have been kept for ${keptText(shareWithin(taken, days))}. To keep ${formatShare(target, 0)} of promises, ${known ? `it takes ${counted(needed.days ?? 0, "day", "days")}${ends}` : `more than ${ripeDays} days are needed`}.`;
}

/** How a learnt promise fared on later orders. */
export function checkText(check: PromiseCheck): string {
  const {target, all, days, ownDays, own, learnt, gap, split} = check;
  return `Days by ${placeWord.one} that kept ${formatShare(target, 0)}, learnt from ${counted(learnt, "order", "orders")} known before ${formatMonth(dateOf(split))}, were kept for ${keptText(all)} of the ${formatCount(all.total)} orders bought from then on, with ${daysText(days)} days on average. The shop’s own promises to the same orders, ${daysText(ownDays)} days on average, were kept for ${keptText(own)}. ${formatCount(gap)} orders bought shortly before that month are in neither part: not all of them had come by then.`;
}
