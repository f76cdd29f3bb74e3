import type {StageGrouping} from "../../../lib/delivery/deliveryParameters.js";
import type {DeliveryView} from "../../../lib/delivery/deliveryView.js";
import {lateHandovers} from "../../../lib/delivery/lateHandovers.js";
import {stagedOrders, stageNames} from "../../../lib/delivery/stages.js";
import {stagesBy} from "../../../lib/delivery/stagesBy.js";
import {formatCount, formatShare} from "../../../lib/format.js";
import {placeName} from "../../placeName.js";
import {chart} from "../../chart.js";
import {groupDots} from "../../charts/groupDots.js";
import {stageBars, stageTitles} from "../../charts/stageBars.js";
import {extremes} from "../extremes.js";
import {timeText} from "./journeyCharts.js";
import {counted} from "../counted.js";
import {daysText, keptText} from "./text.js";
import {placeWord} from "../../../lib/shop.js";

const headings: Record<StageGrouping, {one: string; many: string; single: string}> = {
  state: {
    one: placeWord.title,
    many: `${placeWord.many} of customers`,
    single: `${placeWord.one} of customers`
  },
  sellerState: {
    ...{one: `Seller’s ${placeWord.one}`, many: `${placeWord.many} of sellers`},
    single: `${placeWord.one} of sellers`
  },
  month: {one: "Month", many: "months", single: "month"},
  category: {one: "Category", many: "categories", single: "category"},
  seller: {one: "Seller", many: "sellers", single: "seller"}
};

const mostBars = 27;

interface Asked {
  by: StageGrouping;
  least: number;
}

/** Where the days go, by group. */
export function bottleneckChart(
  view: DeliveryView,
  {by, least}: Asked,
  sellerName: (key: string) => string
): HTMLElement {
  const {groups, small, smallOrders} = stagesBy(view, stagedOrders(view), {by, least});
  const nameOf = (name: string) =>
    by === "seller" ? sellerName(name) : by === "state" || by === "sellerState" ? placeName(name) : name;
  const rows = groups.map((group) => ({...group, label: nameOf(group.name)}));
  const {one, many, single} = headings[by];
  const [slowest] = [...rows].sort((a, b) => b.total - a.total);
  const [waiting] = [...rows].sort((a, b) => b.mean.handover - a.mean.handover);
  const drawn = rows.slice(0, mostBars).length;
  return chart({
    name: "bottlenecks",
    title:
      rows.length > 0
        ? slowest === waiting
          ? `${slowest.label} takes longest, ${daysText(slowest.total)} days, and longest to hand over, ${daysText(waiting.mean.handover)}`
          : `${slowest.label} takes longest, ${daysText(slowest.total)} days; handing over takes longest for ${waiting.label}, ${daysText(waiting.mean.handover)}`
        : "Where the days go",
    note: `Mean days from purchase to delivery, in the parts that the stages take, of the orders whose stages count.${drawn < rows.length ? ` The ${formatCount(drawn)} slowest of ${formatCount(rows.length)} are drawn.` : ""}${small > 0 ? ` Left out with fewer than ${formatCount(least)} orders or without a name: ${counted(small, single, many)}, ${counted(smallOrders, "order", "orders")} in all.` : ""} The table has the medians and the 95 % interval of the mean (Student’s t).`,
    data: rows,
    counted: (shown) => `${formatCount(shown.reduce((sum, {orders}) => sum + orders, 0))} orders`,
    empty: `None of the ${many} has ${formatCount(least)} orders: ask for fewer, or widen the period.`,
    columns: {
      label: {label: one},
      orders: {label: "Orders"},
      total: {label: "Mean days", format: daysText},
      low: {label: "From", format: daysText},
      high: {label: "To", format: daysText},
      median: {
        label: `Medians: ${stageNames.map((stage) => stageTitles[stage].toLowerCase()).join(", ")}`,
        format: (median: (typeof rows)[number]["median"]) =>
          stageNames.map((stage) => timeText(median[stage])).join(", ")
      }
    },
    exported: ({label, orders, total, low, high, mean, median}) => ({
      ...{[by]: label, orders, mean_days: total, low, high},
      ...Object.fromEntries(stageNames.map((stage) => [`${stage}_mean_days`, mean[stage]])),
      ...Object.fromEntries(stageNames.map((stage) => [`${stage}_median_days`, median[stage]]))
    }),
    render: (shown, {width}) =>
      stageBars(
        shown.slice(0, mostBars).map((row) => ({
          ...row,
          about: `${row.label}\n${stageNames.map((stage) => `${stageTitles[stage]}: ${daysText(row.mean[stage])} days, ${formatShare(row.mean[stage] / row.total, 0)}`).join("\n")}\n${formatCount(row.orders)} orders`
        })),
        {width, format: daysText}
      )
  });
}

/** Sellers who hand orders over after their shipping limit. */
export function lateSellersChart(
  view: DeliveryView,
  least: number,
  sellerName: (key: number) => string
): HTMLElement {
  const {sellers, all, small, smallOrders, unknown} = lateHandovers(view, least);
  const rows = sellers.map((one) => ({...one, label: sellerName(one.seller)}));
  const above = rows.filter(({interval}) => interval && interval.low > all.share).length;
  return chart({
    name: "late-sellers",
    title:
      rows.length > 0
        ? `${formatCount(above)} of ${formatCount(rows.length)} sellers hand over late more often than all together, ${formatShare(all.share)}`
        : "Sellers who hand over late",
    note: `Share of a seller’s orders that went to the carrier after the shipping limit of its lines, with the 95 % interval (Wilson); at the right the number of orders. Counted are those whose whole interval lies above the share of all; each is looked at by itself, so that about one in forty would be by chance. An order belongs to the seller with the largest price.${small > 0 ? ` Left out with fewer than ${formatCount(least)} orders: ${counted(small, "seller", "sellers")}, ${counted(smallOrders, "order", "orders")} in all.` : ""}${unknown > 0 ? ` ${counted(unknown, "order lacks", "orders lack")} a seller or one of the two times.` : ""}`,
    data: rows,
    counted: () => `${formatCount(all.total)} orders`,
    empty: `No seller has ${formatCount(least)} orders: ask for fewer, or widen the period.`,
    columns: {
      label: {label: "Seller"},
      total: {label: "Orders"},
      kept: {label: "Handed over late"},
      share: {label: "Share", format: (share: number) => formatShare(share)},
      interval: {
        label: "95 % interval",
        format: (ends: {low: number; high: number} | null) =>
          ends ? `${formatShare(ends.low)} to ${formatShare(ends.high)}` : "–"
      },
      median: {label: "Approval to carrier, median", format: timeText, align: "right"}
    },
    exported: ({label, total, kept, share, interval, median}) => ({
      ...{seller: label, orders: total, handed_late: kept, share},
      ...{from: interval?.low ?? null, to: interval?.high ?? null, median_days: median}
    }),
    render: (shown, {width}) =>
      groupDots(
        extremes(
          shown.map((row) => ({
            ...{label: row.label, value: row.share, text: formatCount(row.total)},
            low: row.interval?.low ?? null,
            high: row.interval?.high ?? null,
            about: `${row.label}\n${keptText(row)}\n${formatCount(row.kept)} of ${formatCount(row.total)} orders\nmedian ${timeText(row.median)} from approval to carrier`
          }))
        ),
        {
          ...{width, axis: "Share handed over late", format: (share) => formatShare(share, 0)},
          level: {value: all.share, label: `all ${formatShare(all.share)}`}
        }
      )
  });
}
