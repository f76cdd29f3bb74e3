import {keptByMonth, keptByState} from "../../../lib/delivery/keptBy.js";
import type {DeliveryView} from "../../../lib/delivery/deliveryView.js";
import {fewestOrders} from "../../../lib/delivery/promises.js";
import {formatCount, formatMonth, formatShare} from "../../../lib/format.js";
import {dateOf} from "../../../lib/days.js";
import {placeName} from "../../placeName.js";
import {chart} from "../../chart.js";
import {bandLines} from "../../charts/bandLines.js";
import {groupDots} from "../../charts/groupDots.js";
import {counted} from "../counted.js";
import {keptText} from "./text.js";
import {placeWord} from "../../../lib/shop.js";

const percent = (share: number) => formatShare(share);
const month = (day: number) => formatMonth(dateOf(day));
const ordersOf = (rows: readonly {total: number}[]) =>
  `${formatCount(rows.reduce((sum, {total}) => sum + total, 0))} orders`;

/** The share of promises kept by month. */
export function keptMonthsChart(view: DeliveryView): HTMLElement {
  const all = keptByMonth(view);
  const months = all.filter(({total}) => total >= fewestOrders);
  const points = months.map(({day, share, interval, kept, total}) => ({
    ...{line: "All", x: day, y: share, low: interval?.low ?? null, high: interval?.high ?? null, kept, total},
    about: `${formatCount(kept)} of ${formatCount(total)} orders`
  }));
  const [worst] = [...points].sort((a, b) => a.y - b.y);
  const left = all.length - months.length;
  return chart({
    name: "kept-months",
    title:
      points.length > 0
        ? `Fewest promises were kept in ${month(worst.x)}: ${percent(worst.y)}`
        : "Promises kept by month",
    note: `Share of orders that came by the promised calendar day, by month of purchase; shaded: 95 % interval (Wilson).${left > 0 ? ` Not drawn with fewer than ${fewestOrders} orders: ${counted(left, "month", "months")}.` : ""}`,
    data: points,
    counted: () => ordersOf(months),
    empty: `No month has ${fewestOrders} orders.`,
    columns: {
      x: {label: "Month", format: month},
      total: {label: "Orders"},
      kept: {label: "In time"},
      y: {label: "Share", format: percent},
      low: {label: "From", format: percent},
      high: {label: "To", format: percent}
    },
    exported: ({x, total, kept, y, low, high}) => ({
      ...{month: dateOf(x).toISOString().slice(0, 7), orders: total, kept, share: y, low, high}
    }),
    render: (rows, {width}) =>
      bandLines(rows, {
        ...{width, format: percent, formatX: month, days: true, zero: false, height: 260},
        ...{x: "Month", y: "Share of promises kept"}
      })
  });
}

/** The share of promises kept by state. */
export function keptStatesChart(view: DeliveryView): HTMLElement {
  const rows = keptByState(view).map((one) => ({...one, label: placeName(one.name)}));
  const [kept, total] = rows.reduce(([some, all], row) => [some + row.kept, all + row.total], [0, 0]);
  return chart({
    name: "kept-states",
    title:
      rows.length > 1
        ? `${rows[0].label} gets ${percent(rows[0].share)} of its orders in time, ${rows.at(-1)?.label} ${percent(rows.at(-1)?.share ?? NaN)}`
        : `Promises kept by ${placeWord.one}`,
    note: `Share of orders that came by the promised calendar day, by the customer’s ${placeWord.one}, with its 95 % interval (Wilson); at the right the number of orders.`,
    data: rows,
    counted: () => ordersOf(rows),
    columns: {
      label: {label: placeWord.title},
      total: {label: "Orders"},
      kept: {label: "In time"},
      share: {label: "Share", format: percent},
      interval: {
        label: "95 % interval",
        format: (ends: {low: number; high: number} | null) =>
          ends ? `${percent(ends.low)} to ${percent(ends.high)}` : "–"
      }
    },
    exported: ({name, total: orders, kept: inTime, share, interval}) => ({
      ...{state: name, orders, kept: inTime, share},
      ...{from: interval?.low ?? null, to: interval?.high ?? null}
    }),
    render: (shown, {width}) =>
      groupDots(
        shown.map((row) => ({
          ...{label: row.label, value: row.share, text: formatCount(row.total)},
          low: row.interval?.low ?? null,
          high: row.interval?.high ?? null,
          about: `${row.label}\n${keptText(row)}\n${formatCount(row.kept)} of ${formatCount(row.total)} orders`
        })),
        {
          ...{width, axis: "Share of promises kept", format: (share) => formatShare(share, 0)},
          level: {value: kept / total, label: `all ${percent(kept / total)}`}
        }
      )
  });
}
