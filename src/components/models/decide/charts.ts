import {html} from "npm:htl";
import {formatMoneyWhole, formatCount, formatNumber, formatShare} from "../../../lib/format.js";
import {profitCurve} from "../../charts/profitCurve.js";
import type {ProfitPoint} from "../../../lib/decide/profitCurve.js";
import type {ValueGainRow} from "../../charts/valueGain.js";
import {valueGain} from "../../charts/valueGain.js";
import {chart} from "../../chart.js";
import type {DecisionNow} from "../../../lib/lab/decideNow.js";

const band =
  "The band holds the middle 95 % of 200 bootstrap resamples of the held-out rows, the model as it is. The best point is picked on the same rows: expect a little less of it.";

const scaledNote = ({scaled, factor}: DecisionNow): string =>
  scaled ? ` Counts and sums are those of the held-out rows times ${formatNumber(factor, 2)}.` : "";

const asAmounts = ({flagged, share, threshold, profit, low, high}: ProfitPoint) => ({
  ...{flagged, share, threshold},
  ...{profit_cents: profit, low_cents: low, high_cents: high}
});

/** The profit by the number of contacts, with the best number, the capacity and the threshold's number. */
function profitByContacts(now: DecisionNow): HTMLElement {
  const {best, cut, curve, capacity, view, rows} = now;
  const {many} = view.aim.words;
  return chart({
    name: "decide-profit",
    title:
      best.flagged < 1
        ? `No number of contacts earns anything under these assumptions`
        : best.flagged >= rows
          ? `Contacting all ${formatCount(rows)} ${many} earns most: ${formatMoneyWhole(best.profit)}`
          : `Contacting ${formatCount(best.flagged)} ${many} earns most: ${formatMoneyWhole(best.profit)}`,
    note: `Profit of contacting so many ${many}, from the highest score; “chosen” is everybody at or above the threshold. ${band}${scaledNote(now)}`,
    data: curve,
    exported: asAmounts,
    counted: () => `${formatCount(view.labels.length)} held-out ${many}`,
    render: (points, {width}) => profitCurve(points, {width, by: "rows", best, chosen: cut, capacity})
  });
}

/** The profit by threshold, with the best one and the chosen one. */
export function profitByThreshold(now: DecisionNow, threshold: number): HTMLElement {
  const {bestCut, cut, thresholdCurve, view} = now;
  const {many} = view.aim.words;
  return chart({
    name: "decide-threshold",
    title:
      bestCut.threshold === null
        ? "At no threshold anything is earned under these assumptions"
        : `The best threshold is ${formatNumber(bestCut.threshold, 3)}: ${formatMoneyWhole(bestCut.profit)} from ${formatCount(bestCut.flagged)} ${many}`,
    note: `Profit of contacting all ${many} whose score is at or above a threshold. ${band}${scaledNote(now)}`,
    data: thresholdCurve,
    exported: asAmounts,
    counted: () => `${formatCount(view.labels.length)} held-out ${many}`,
    render: (points, {width}) =>
      profitCurve(points, {
        width,
        by: "threshold",
        best: bestCut,
        chosen: {...cut, threshold: within(points, threshold)}
      })
  });
}

/** A threshold that is on the picture, else null: no mark stands for it. */
function within(points: readonly {threshold: number | null}[], threshold: number): number | null {
  const scores = points.flatMap((point) => (point.threshold === null ? [] : [point.threshold]));
  return scores.some((score) => score >= threshold) && scores.some((score) => score <= threshold)
    ? threshold
    : null;
}

/** How much of what is at stake is reached by so many contacts. */
function gainInValue({view, campaign, factor, chosen}: DecisionNow): HTMLElement {
  const {rows, positives, positiveValue, flagged, caught, caughtValue} = view.decision;
  const {many, sought} = view.aim.words;
  const own = campaign.savedValue === "own" && positiveValue > 0;
  const value = (group: number) => (own ? caughtValue[group] / positiveValue : caught[group] / positives);
  const points: ValueGainRow[] = [{flagged: 0, share: 0, value: 0, rows: 0}];
  const step = Math.max(1, Math.floor(flagged.length / 200));
  for (let group = step - 1; group < flagged.length && positives > 0; group += step)
    points.push({
      flagged: flagged[group] * factor,
      share: flagged[group] / rows,
      value: value(group),
      rows: caught[group] / positives
    });
  const reached = positives
    ? own
      ? chosen.caughtValue / (positiveValue * factor)
      : chosen.caught / (positives * factor)
    : null;
  return chart({
    name: "decide-gain",
    title: `The ${formatCount(chosen.flagged)} contacts reach ${formatShare(reached)} of the value at stake`,
    note: `Of all ${many} ${sought}, the share of their ${own ? "own value" : "number (all are worth the same)"} among those contacted, from the highest score; thin: of their number; dashed: contacts at random.`,
    data: positives ? points : [],
    counted: () => `${formatCount(rows)} held-out ${many}, ${formatCount(positives)} of them ${sought},`,
    empty: "Nobody of those sought is among the held-out rows.",
    render: (drawn, {width}) => valueGain(drawn, {width})
  });
}

/** What a campaign earns, by the number of contacts and beside contacting everybody of like value. */
export const campaignCharts = (now: DecisionNow): HTMLElement =>
  html`<div class="grid grid-cols-2">${profitByContacts(now)} ${gainInValue(now)}</div>`;
