import type {DeliveryView} from "../../../lib/delivery/deliveryView.js";
import type {StagedOrders, StageTimes} from "../../../lib/delivery/stages.js";
import {sharesAtMost, stageTimes} from "../../../lib/delivery/stages.js";
import {formatCount, formatDecimal, formatNumber, formatShare} from "../../../lib/format.js";
import {chart} from "../../chart.js";
import {bandLines} from "../../charts/bandLines.js";
import {quartileBars} from "../../charts/quartileBars.js";
import {stageColor, stageTitles} from "../../charts/stageBars.js";
import {daysText} from "./text.js";

/** Short times in hours, longer ones in days. @example timeText(0.0139) => "0.3 hours" */
export const timeText = (days: number): string =>
  days < 1 ? `${formatNumber(24 * days, 1)} hours` : `${daysText(days)} days`;

/** Which delivered orders have stages that count, and why others have none. */
export function stagedText({delivered}: DeliveryView, staged: StagedOrders): string {
  const {rows, missing, approvedBefore, handedBefore, deliveredBefore} = staged;
  const left = [
    [missing, "without one of the four times"],
    [approvedBefore, "approved before the purchase"],
    [handedBefore, "handed to the carrier before the approval"],
    [deliveredBefore, "delivered before the carrier had them"]
  ] as const;
  const reasons = left.filter(([count]) => count > 0).map(([count, why]) => `${formatCount(count)} ${why}`);
  return `The stages of ${formatCount(rows.length)} of ${formatCount(delivered.length)} delivered orders count${reasons.length ? `; left out: ${reasons.join(", ")}` : ""}.`;
}

const describe = ({quarter, median, threeQuarters, ninety, share, mean}: StageTimes) =>
  `median ${timeText(median?.value ?? NaN)}\nmiddle half ${timeText(quarter)} to ${timeText(threeQuarters)}\n90 % within ${timeText(ninety)}\nmean ${timeText(mean)}, ${formatShare(share)} of all`;

/** How long each stage takes. */
export function stagesChart(view: DeliveryView, staged: StagedOrders): HTMLElement {
  const rows = stageTimes(view, staged).map((one) => ({
    ...one,
    label: stageTitles[one.stage],
    median: one.median?.value ?? NaN,
    interval: one.median?.interval ?? null,
    text: `median ${timeText(one.median?.value ?? NaN)}`,
    about: `${stageTitles[one.stage]}\n${describe(one)}`
  }));
  const longest = [...rows].sort((a, b) => b.share - a.share)[0];
  return chart({
    name: "stages",
    title:
      staged.rows.length > 0
        ? `${formatShare(longest.share, 0)} of the time from purchase to delivery is spent ${longest.stage === "transit" ? "in transit" : longest.stage === "handover" ? "on handing over to the carrier" : "on approval"}`
        : "How long each stage takes",
    note: "Approval is from purchase to approval of the payment, handing over from then to the carrier, in transit from the carrier to the customer. The bar holds the middle half, the mark in it is the median, the line ends where 90 % lie. Shares are of the mean times, which add up; the table has the medians’ 95 % intervals (order statistics).",
    data: staged.rows.length > 0 ? rows : [],
    counted: () => `${formatCount(staged.rows.length)} orders`,
    columns: {
      label: {label: "Stage"},
      quarter: {label: "A quarter within", format: timeText},
      median: {label: "Half within", format: timeText},
      interval: {
        label: "95 % interval",
        format: (ends: {low: number; high: number} | null) =>
          ends ? `${timeText(ends.low)} to ${timeText(ends.high)}` : "–"
      },
      threeQuarters: {label: "Three quarters within", format: timeText},
      ninety: {label: "90 % within", format: timeText},
      mean: {label: "Mean", format: timeText},
      share: {label: "Of the whole", format: (share: number) => formatShare(share)}
    },
    exported: ({stage, quarter, median, interval, threeQuarters, ninety, mean, share}) => ({
      ...{stage, q25_days: quarter, median_days: median},
      ...{median_from: interval?.low ?? null, median_to: interval?.high ?? null},
      ...{q75_days: threeQuarters, q90_days: ninety, mean_days: mean, share_of_mean: share}
    }),
    render: (shown, {width}) => quartileBars(shown, {width, axis: "Days", format: formatDecimal})
  });
}

const curveDays = 30;
const levels = Array.from({length: 2 * curveDays + 1}, (_, i) => i / 2);

/** The share of orders that have left each stage, by days since they entered it. */
export function stageCurves(view: DeliveryView, staged: StagedOrders): HTMLElement {
  const stages = stageTimes(view, staged);
  const points = stages.flatMap(({stage, values}) =>
    sharesAtMost(values, levels).map((y, i) => ({line: stageTitles[stage], stage, x: levels[i], y}))
  );
  const slow = stages.find(({stage}) => stage === "handover");
  return chart({
    name: "stage-curves",
    title:
      slow && staged.rows.length > 0
        ? `One order in ten waits ${timeText(slow.ninety)} or longer for the seller to hand it over`
        : "Orders through each stage",
    note: `Share of orders that are through a stage after so many days in it (empirical distribution function), up to ${curveDays} days.`,
    data: staged.rows.length > 0 ? points : [],
    counted: () => `${formatCount(staged.rows.length)} orders`,
    columns: {
      line: {label: "Stage"},
      x: {label: "Days", format: daysText},
      y: {label: "Share", format: (share: number) => formatShare(share)}
    },
    exported: ({stage, x, y}) => ({stage, days: x, share: y}),
    render: (rows, {width}) =>
      bandLines(rows, {
        ...{
          width,
          format: (share) => formatShare(share, 0),
          formatX: formatCount,
          stepped: true,
          height: 280
        },
        x: "Days in the stage",
        y: "Share through it",
        stroke: (line) => stageColor(rows.find((row) => row.line === line)?.stage ?? "transit")
      })
  });
}
