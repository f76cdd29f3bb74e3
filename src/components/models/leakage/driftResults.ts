import {formatCount, formatMonth, formatNumber, formatShare} from "../../../lib/format.js";
import {wilsonInterval} from "../../../lib/metrics/wilsonInterval.js";
import {chart} from "../../chart.js";
import {cutoffDots} from "../../charts/cutoffDots.js";
import {color, familyColor} from "../../colors.js";
import {familyNames} from "../../../lib/lab/names.js";
import type {Drift} from "../../../lib/lab/leakage/drift.js";
import {three} from "./text.js";

const range = (values: readonly number[], write: (value: number) => string) => {
  const [least, most] = [write(Math.min(...values)), write(Math.max(...values))];
  return least === most ? `stays at ${least}` : `moves between ${least} and ${most}`;
};

/** How well the model did, cutoff by cutoff. */
export function driftScores({choice, snapshots}: Drift): HTMLElement {
  const tested = snapshots.flatMap(({cutoff, rows, card, learnt}) =>
    card ? [{cutoff, rows, learnt, card, ...card.metrics.rocAuc}] : []
  );
  const values = tested.flatMap(({value}) => (value === null ? [] : [value]));
  const sure = tested.filter(({interval}) => interval && interval.low > 0.5).length;
  return chart({
    name: "leakage-drift",
    title: values.length
      ? `Asked again at ${formatCount(values.length)} ${values.length === 1 ? "cutoff" : "cutoffs"}, the score ${range(values, three)}; at ${formatCount(sure)} it is surely better than guessing`
      : "No model has been tested yet",
    note: `ROC-AUC with 95 % bootstrap interval, ${familyNames[choice.family]}, all features; at each cutoff the model is trained on every earlier cutoff whose ${formatCount(choice.ask.question.horizon)} days had passed by then, and is judged by what followed. The first ${snapshots.length - tested.length === 1 ? "cutoff has" : "cutoffs have"} nothing to learn from.`,
    data: tested.map(({cutoff, rows, learnt, value, interval, card}) => ({
      cutoff,
      value,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      pr_auc: card.metrics.averagePrecision.value,
      returned_share: card.positives / card.rows,
      lift: card.metrics.lift.value,
      customers: rows,
      learnt
    })),
    counted: () => `${formatCount(tested.reduce((sum, {rows}) => sum + rows, 0))} customers judged`,
    empty: "The features are worked out first.",
    render: (rows, {width}) =>
      cutoffDots(rows, {
        width,
        label: "ROC-AUC",
        stroke: familyColor(choice.family),
        base: {value: 0.5, text: "guessing"},
        format: (value) => formatNumber(value, 2)
      })
  });
}

/** How the share of those who come back moves. */
export function driftShares({choice, snapshots}: Drift): HTMLElement {
  const shares = snapshots.map(({returned, rows}) => returned / rows);
  const {horizon} = choice.ask.question;
  return chart({
    name: "leakage-drift-share",
    title: snapshots.length
      ? `The share who come back within ${formatCount(horizon)} days ${range(shares, (share) => formatShare(share, 2))}`
      : "No cutoff has been asked yet",
    note: `Customers with a valid order before each cutoff who order again within ${formatCount(horizon)} days, with 95 % interval by Wilson.${snapshots.length ? ` First cutoff ${formatMonth(snapshots[0].cutoff)}.` : ""}`,
    data: snapshots.map(({cutoff, returned, rows}) => {
      const interval = wilsonInterval(returned, rows);
      return {
        cutoff,
        value: returned / rows,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
        returned,
        customers: rows
      };
    }),
    counted: () =>
      `${formatCount(snapshots.reduce((sum, {rows}) => sum + rows, 0))} customers at all cutoffs together`,
    empty: "The features are worked out first.",
    render: (rows, {width}) =>
      cutoffDots(rows, {
        width,
        label: "Come back",
        stroke: color("accent"),
        format: (value) => formatShare(value, 1)
      })
  });
}
