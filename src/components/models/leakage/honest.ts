import {html} from "npm:htl";
import {formatCount, formatNumber, formatShare, formatTyped} from "../../../lib/format.js";
import {measure, named} from "../../../lib/metrics/measure.js";
import {rankRows} from "../../../lib/metrics/rankRows.js";
import {wilsonInterval} from "../../../lib/metrics/wilsonInterval.js";
import {kpi} from "../../kpi.js";
import {table} from "../../table.js";
import {familyNames} from "../../../lib/lab/names.js";
import type {Cell, Findings} from "../../../lib/lab/leakage/findings.js";
import {cellOf, estimateText, presetTexts, three} from "./text.js";

/** What comes of looking at the customers ranked highest. */
export interface Reach {
  looked: number;
  found: number;
  chance: number;
}

/**
 * How many of the highest ranked have the outcome, and how many of as many drawn at random would.
 * @example reach(Uint8Array.of(1, 0, 0, 1), [0.9, 0.8, 0.1, 0.2], 2) => {looked: 2, found: 1, chance: 1}
 */
export function reach(labels: Uint8Array, probabilities: ArrayLike<number>, top: number): Reach {
  const rows = labels.length;
  const looked = Math.min(top, rows);
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const chance = rows ? (looked * positives) / rows : 0;
  const {lift} = named(measure(rankRows(labels, probabilities), {threshold: 0.5, top: looked / rows}));
  return {looked, found: (lift ?? 0) * chance, chance};
}

const counted = ({scorecard}: Cell) => `${formatCount(scorecard.rows)} customers held out`;

/** The honest label in figures. */
export function honestCards(findings: Findings): HTMLElement {
  const asked = findings.asked.forward;
  const cell = cellOf(findings, "forward", "all");
  if (!asked || !cell) return html`<div class="kpi-grid"></div>`;
  const {horizon} = findings.choice.asks.forward.question;
  const returned = asked.rows - asked.churned;
  const interval = wilsonInterval(returned, asked.rows);
  const {metrics, positives, rows} = cell.scorecard;
  return html`<div class="kpi-grid">
    ${kpi({
      label: "Come back in time",
      value: returned / asked.rows,
      format: (share) => formatShare(share, 2),
      definition: `Share of customers who order again within ${formatCount(horizon)} days, ${formatCount(returned)} of ${formatCount(asked.rows)}.${interval ? ` 95 % interval by Wilson: ${formatShare(interval.low, 2)} to ${formatShare(interval.high, 2)}.` : ""}`,
      counted: `${formatCount(asked.rows)} customers`
    })}
    ${kpi({
      label: "ROC-AUC",
      value: metrics.rocAuc.value,
      format: three,
      definition: `${estimateText(metrics.rocAuc)}; ${formatTyped(0.5)} is guessing. ${familyNames[cell.family]}, ${presetTexts.all}.`,
      counted: counted(cell)
    })}
    ${kpi({
      label: "PR-AUC",
      value: metrics.averagePrecision.value,
      format: three,
      definition: `Average precision at finding those who come back: ${estimateText(metrics.averagePrecision)}. A guess would get their share, ${three(positives / rows)}.`,
      counted: counted(cell)
    })}
    ${kpi({
      label: "Lift of the top 10 %",
      value: metrics.lift.value,
      format: (value) => formatNumber(value, 1),
      definition: `How many times as many come back among the tenth ranked highest as among all: ${estimateText(metrics.lift, (value) => formatNumber(value, 1))}.`,
      counted: counted(cell)
    })}
  </div>`;
}

/** What the honest score is good for. */
export function honestText(findings: Findings, top: number): HTMLElement {
  const cell = cellOf(findings, "forward", "all");
  if (!cell?.labels || !cell.probabilities) return html`<p>This label comes last.</p>`;
  const {looked, found, chance} = reach(cell.labels, cell.probabilities, top);
  const interval = wilsonInterval(Math.round(found), looked);
  const sure = interval
    ? ` (95 % interval ${formatCount(interval.low * looked)} to ${formatCount(interval.high * looked)})`
    : "";
  const low = cell.scorecard.metrics.rocAuc.interval?.low ?? 0;
  const {accuracy} = cell.scorecard.metrics;
  return html`<p>
    Of the ${formatCount(looked)} among ${formatCount(cell.labels.length)} held-out customers ranked most
    likely to return, <strong>${formatCount(found)} did</strong>${sure}, against ${formatCount(chance)} by
    chance.
    ${
      low > 0.5
        ? "That is weak, but better than guessing, and worth having where a message costs little."
        : "Its ROC-AUC cannot be told from guessing."
    }
    Accuracy hides this: ${formatShare(accuracy.value, 2)} for the model,
    ${formatShare(cell.scorecard.baseline.accuracy, 2)} for saying that nobody returns.
  </p>`;
}

/** The same for every training of the honest label. */
export function honestTable({cells}: Findings, top: number): HTMLElement {
  return table(
    cells
      .filter(({label}) => label === "forward")
      .map(({family, preset, labels = new Uint8Array(), probabilities = []}) => {
        const {looked, found, chance} = reach(labels, probabilities, top);
        return {model: familyNames[family], from: presetTexts[preset], looked, found, chance};
      }),
    {
      caption: "Who returns among those ranked most likely to",
      name: "leakage-honest",
      columns: {
        model: {label: "Model"},
        from: {label: "From"},
        looked: {label: "Looked at"},
        found: {label: "Returned", format: (value: number) => formatCount(value)},
        chance: {label: "By chance", format: (value: number) => formatCount(value)}
      }
    }
  );
}
