import {daysForShare, shareWithin} from "../../../lib/delivery/dayCounts.js";
import {ripeDays} from "../../../lib/delivery/deliveryParameters.js";
import type {DeliveryView} from "../../../lib/delivery/deliveryView.js";
import type {Promises} from "../../../lib/delivery/promises.js";
import {promiseShifts} from "../../../lib/delivery/promiseShifts.js";
import {formatCount, formatShare} from "../../../lib/format.js";
import {chart} from "../../chart.js";
import {bandLines} from "../../charts/bandLines.js";

const percent = (share: number) => formatShare(share);
const whole = (share: number) => formatShare(share, 0);

/** The share of promises kept, by how many days every order is promised. */
export function flatChart({own, promised, taken}: Promises, days: number): HTMLElement {
  const points = Array.from({length: ripeDays}, (_, i) => ({days: i + 1, ...shareWithin(taken, i + 1)})).map(
    ({days: x, share, interval, kept, total}) => ({
      ...{line: "All", x, y: share, low: interval?.low ?? null, high: interval?.high ?? null, kept},
      about: `${formatCount(kept)} of ${formatCount(total)} orders`
    })
  );
  const same = daysForShare(taken, own.share).days;
  return chart({
    name: "promise-days",
    title: `${formatCount(days)} days for every order would keep ${percent(shareWithin(taken, days).share)}${same === null || same > ripeDays ? "" : `, ${formatCount(same)} days as many as the shop’s own promises`}`,
    note: `Share of orders that came within so many calendar days of the purchase; shaded: 95 % interval (Wilson). The dashed line is the share that came by the day the shop promised, ${formatShare(own.share)}, with a promise for each order, ${formatCount(Math.round(promised))} days on average.`,
    data: points,
    counted: () => `${formatCount(own.total)} orders`,
    columns: {
      x: {label: "Days promised"},
      kept: {label: "Orders in time"},
      y: {label: "Share", format: percent},
      low: {label: "From", format: percent},
      high: {label: "To", format: percent}
    },
    exported: ({x, y, low, high, kept}) => ({days: x, kept, share: y, low, high}),
    render: (rows, {width}) =>
      bandLines(rows, {
        ...{width, format: whole, formatX: formatCount, height: 280},
        x: "Days promised to every order",
        y: "Share of promises kept",
        level: {value: own.share, label: `shop’s own promises: ${percent(own.share)}`, above: true}
      })
  });
}

/** The share of promises kept, had each of them been some days shorter or longer. */
export function shiftChart(view: DeliveryView): HTMLElement {
  const shifts = promiseShifts(view);
  const points = shifts.map(({days, share, interval, kept, total}) => ({
    ...{line: "All", x: days, y: share, low: interval?.low ?? null, high: interval?.high ?? null, kept},
    about: `${formatCount(kept)} of ${formatCount(total)} orders`
  }));
  const shareAt = (days: number) => shifts.find((shift) => shift.days === days)?.share;
  return chart({
    name: "promise-shifts",
    title: `Promises 5 days shorter would be kept for ${formatShare(shareAt(-5))} instead of ${formatShare(shareAt(0))}`,
    note: `Share of promises kept had the shop promised each order so many days less (below 0) or more, deliveries taking as long as they did; shaded: 95 % interval (Wilson).`,
    data: points,
    counted: () => `${formatCount(view.judged.length)} orders`,
    columns: {
      x: {label: "Days longer"},
      kept: {label: "Orders in time"},
      y: {label: "Share", format: percent},
      low: {label: "From", format: percent},
      high: {label: "To", format: percent}
    },
    exported: ({x, y, low, high, kept}) => ({days_longer: x, kept, share: y, low, high}),
    render: (rows, {width}) =>
      bandLines(rows, {
        ...{width, format: whole, height: 280},
        formatX: (days) => (days > 0 ? `+${formatCount(days)}` : formatCount(days)),
        x: "Days added to each promise",
        y: "Share of promises kept"
      })
  });
}
