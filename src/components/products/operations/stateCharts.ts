import {daysForShare} from "../../../lib/delivery/dayCounts.js";
import type {DeliveryView} from "../../../lib/delivery/deliveryView.js";
import type {PromiseCheck} from "../../../lib/delivery/promiseCheck.js";
import {fewestOrders, promisesByState} from "../../../lib/delivery/promises.js";
import {formatCount, formatDecimal, formatMonth, formatShare} from "../../../lib/format.js";
import {dateOf} from "../../../lib/days.js";
import {placeName} from "../../placeName.js";
import {chart} from "../../chart.js";
import {bandLines} from "../../charts/bandLines.js";
import {groupDots} from "../../charts/groupDots.js";
import {counted} from "../counted.js";
import {daysText, keptText} from "./text.js";
import {placeWord} from "../../../lib/shop.js";

const percent = (share: number | null) => formatShare(share);

/** For each state, the days that keep as many promises as the shop's own, beside these. */
export function sameShareChart(view: DeliveryView, target: number): HTMLElement {
  const {states, small, smallOrders, ownMean, flatMean} = promisesByState(view);
  const rows = states.map(({state, own, promised, flat, taken}) => ({
    ...{label: placeName(state), orders: own.total, kept: own.share, promised},
    ...{flat: flat.days, low: flat.low, high: flat.high, own},
    shorter: flat.days === null ? null : promised - flat.days,
    asked: daysForShare(taken, target).days
  }));
  const difference = ownMean - flatMean;
  return chart({
    name: "promise-states",
    title: Number.isFinite(difference)
      ? `One promise per ${placeWord.one}, kept as often, would be ${daysText(Math.abs(difference))} days ${difference > 0 ? "shorter" : "longer"} on average`
      : `Days that keep as many promises, by ${placeWord.one}`,
    note: `Dot: the fewest calendar days, the same for every order to a ${placeWord.one}, that would have kept as many promises as the shop’s own; with its 95 % interval (order statistics; cut where it goes far beyond the dots, not drawn where it has no upper end). Diamond: the mean of the days that the shop promised, which differ from order to order. At the right the share kept. The averages, ${daysText(flatMean)} and ${daysText(ownMean)} days, weigh ${placeWord.many} by their orders.${small > 0 ? ` Left out with fewer than ${fewestOrders} orders each: ${counted(small, placeWord.one, placeWord.many)}, ${counted(smallOrders, "order", "orders")} in all.` : ""}`,
    data: rows,
    counted: () => `${formatCount(rows.reduce((sum, {orders}) => sum + orders, 0))} orders`,
    empty: `No ${placeWord.one} has ${fewestOrders} orders: widen the period or choose another category.`,
    columns: {
      label: {label: placeWord.title},
      orders: {label: "Orders"},
      kept: {label: "Kept", format: percent},
      promised: {label: "Promised, mean", format: daysText},
      flat: {label: "Days for as many"},
      low: {label: "From"},
      high: {label: "To"},
      shorter: {label: "Shorter by", format: daysText},
      asked: {label: `Days for ${formatShare(target, 0)}`}
    },
    exported: ({label, orders, kept, promised, flat, low, high, shorter, asked}) => ({
      ...{state: label, orders, kept, mean_promised_days: promised, days_for_as_many: flat, low, high},
      ...{shorter_by: shorter, [`days_for_${target}`]: asked}
    }),
    render: (shown, {width}) =>
      groupDots(
        shown.map((row) => ({
          ...{label: row.label, value: row.flat, low: row.low, high: row.high, mark: row.promised},
          text: percent(row.kept),
          about: `${row.label}\n${row.flat === null ? "never" : `${formatCount(row.flat)} days`} for as many as the shop’s own\npromised: ${daysText(row.promised)} days on average\nkept: ${keptText(row.own)}\n${formatCount(row.orders)} orders`
        })),
        {width, axis: "Days promised", format: formatDecimal, markLabel: "promised by the shop", cut: true}
      )
  });
}

/** How the learnt promise was kept by month, against its target. */
export function checkChart(check: PromiseCheck): HTMLElement {
  const {months, target, all} = check;
  const points = months
    .filter(({total}) => total >= fewestOrders)
    .map(({day, share, interval, kept, total}) => ({
      ...{line: "All", x: day, y: share, low: interval?.low ?? null, high: interval?.high ?? null},
      ...{kept, orders: total},
      about: `${formatCount(kept)} of ${formatCount(total)} orders`
    }));
  const month = (day: number) => formatMonth(dateOf(day));
  return chart({
    name: "promise-check",
    title: `Meant to be kept for ${formatShare(target, 0)}, the learnt promise was kept for ${percent(all.share)} later on`,
    note: `Share of later orders that came within the days learnt for their ${placeWord.one}, by month of purchase; shaded: 95 % interval (Wilson). Months with fewer than ${fewestOrders} orders are not drawn. A ${placeWord.one} with fewer than ${fewestOrders} orders to learn from takes the days of all.`,
    data: points,
    counted: () => `${formatCount(all.total)} orders`,
    empty: `No month has ${fewestOrders} orders.`,
    columns: {
      x: {label: "Month", format: month},
      orders: {label: "Orders"},
      kept: {label: "In time"},
      y: {label: "Share", format: percent},
      low: {label: "From", format: percent},
      high: {label: "To", format: percent}
    },
    exported: ({x, orders, kept, y, low, high}) => ({
      ...{month: dateOf(x).toISOString().slice(0, 7), orders, kept, share: y, low, high}
    }),
    render: (rows, {width}) =>
      bandLines(rows, {
        ...{width, format: percent, formatX: month, days: true, zero: false, height: 260},
        ...{x: "Month", y: "Share of learnt promises kept"},
        level: {value: target, label: `target ${formatShare(target, 0)}`}
      })
  });
}

/** How the learnt promise was kept by state. */
export function checkStatesChart({states, target}: PromiseCheck): HTMLElement {
  const rows = states
    .filter(({total}) => total >= fewestOrders)
    .map((one) => ({...one, label: placeName(one.state)}));
  const missed = rows.filter(({interval}) => interval && interval.high < target).length;
  const met = rows.filter(({interval}) => interval && interval.low > target).length;
  return chart({
    name: "promise-check-states",
    title: `${formatCount(missed)} of ${formatCount(rows.length)} ${placeWord.many} fall short of ${formatShare(target, 0)}, ${formatCount(met)} exceed it`,
    note: `Share of later orders that came within the days learnt for their ${placeWord.one}, with its 95 % interval (Wilson); a ${placeWord.one} falls short or exceeds where its whole interval does, each looked at by itself. At the right the days learnt, “of all” where a ${placeWord.one} had fewer than ${fewestOrders} orders to learn from. Those with fewer than ${fewestOrders} later orders are not drawn.`,
    data: rows,
    counted: () => `${formatCount(rows.reduce((sum, {total}) => sum + total, 0))} orders`,
    empty: `No ${placeWord.one} has ${fewestOrders} later orders.`,
    columns: {
      label: {label: placeWord.title},
      learnt: {label: "Learnt from"},
      days: {label: "Days learnt"},
      total: {label: "Later orders"},
      share: {label: "Kept", format: percent},
      interval: {
        label: "95 % interval",
        format: (ends: {low: number; high: number} | null) =>
          ends ? `${percent(ends.low)} to ${percent(ends.high)}` : "–"
      }
    },
    exported: ({state, learnt, borrowed, days, total, kept, share, interval}) => ({
      ...{state, learnt_from: learnt, days_of_all: borrowed, days, later_orders: total, kept, share},
      ...{from: interval?.low ?? null, to: interval?.high ?? null}
    }),
    render: (shown, {width}) =>
      groupDots(
        shown.map((row) => ({
          ...{
            label: row.label,
            value: row.share,
            text: `${formatCount(row.days)} days${row.borrowed ? ", of all" : ""}`
          },
          low: row.interval?.low ?? null,
          high: row.interval?.high ?? null,
          about: `${row.label}\n${keptText(row)}\n${formatCount(row.kept)} of ${formatCount(row.total)} orders within ${formatCount(row.days)} days`
        })),
        {
          ...{width, axis: "Share of learnt promises kept", format: (share) => formatShare(share, 0)},
          level: {value: target, label: `target ${formatShare(target, 0)}`}
        }
      )
  });
}
