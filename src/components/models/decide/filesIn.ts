import {html} from "npm:htl";
import {fileInput} from "../../fileInput.js";
import {formatCount, formatNumber, formatShare} from "../../../lib/format.js";
import {metricNames} from "../../../lib/metrics/measure.js";
import type {Estimate, Scorecard} from "../../../lib/metrics/scorecard.js";
import {largestDifference} from "../../../lib/model/difference.js";
import {earlyStopSentence} from "../../../lib/model/earlyStop.js";
import type {ModelFile} from "../../../lib/model/file.js";
import {fromFile} from "../../../lib/model/file.js";
import {fileText} from "../../../lib/model/fileText.js";
import type {Result} from "../../../lib/result.js";
import {fail, ok} from "../../../lib/result.js";
import {problem} from "../../problem.js";
import {tiny} from "./filesCheck.js";
import {scoredAs, servedBy} from "../../../lib/lab/served.js";
import type {LabModel, LabOutcome} from "../../../lib/lab/train.js";
import {judged} from "../../../lib/lab/train.js";

/** A model from a file, beside the one trained here. */
interface Compared extends ModelFile {
  scorecard: Scorecard;
  /** Between both models' scores of all rows. */
  difference: number;
}

const metricTexts: Record<(typeof metricNames)[number], string> = {
  accuracy: "Accuracy",
  balancedAccuracy: "Balanced accuracy",
  precision: "Precision",
  recall: "Recall",
  f1: "F1",
  rocAuc: "ROC-AUC",
  averagePrecision: "PR-AUC (average precision)",
  brier: "Brier score",
  logLoss: "Log loss",
  lift: "Lift of the first tenth"
};

/** Where a reader gives a model file, by choosing or dropping it: its scores on the same rows, beside the trained one's. */
export function modelIn(outcome: LabOutcome, trained: LabModel): HTMLElement {
  const result = html`<div class="model-in-result" role="status"></div>`;
  const take = async (file: File | undefined | null) => {
    if (!file) return;
    result.setAttribute("aria-busy", "true");
    result.textContent = "Scoring …";
    const read = await compare(outcome, trained, file).catch((error: unknown) =>
      fail<Compared>("file", error instanceof Error ? error.message : "The file could not be read.")
    );
    result.removeAttribute("aria-busy");
    result.replaceChildren(
      read.ok
        ? comparison(file.name, read.value, outcome, trained)
        : problem(`${file.name} cannot be used`, read)
    );
  };
  const input = fileInput("A model file", {
    accept: ".json,application/json",
    help: "XGBoost’s JSON, or this site’s own: choose it, or drop it here.",
    take: (file) => void take(file)
  });
  const zone = html`<div class="model-in">${input}</div>`;
  zone.addEventListener("dragover", (event) => event.preventDefault());
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    void take(event.dataTransfer?.files[0]);
  });
  return html`<div>${zone} ${result}</div>`;
}

async function compare(outcome: LabOutcome, trained: LabModel, file: File): Promise<Result<Compared>> {
  const {columns} = outcome.data.examples;
  const text = fileText(new Uint8Array(await file.arrayBuffer()));
  if (!text.ok) return text;
  const read = fromFile(
    text.value,
    columns.map(({name}) => name)
  );
  if (!read.ok) return read;
  const [scored, own] = await Promise.all([
    scoredAs(outcome, trained, read.value.model),
    servedBy(outcome, trained)
  ]);
  if (!scored.ok) return scored;
  if (!own.ok) return own;
  const probabilities = Float64Array.from(outcome.test, (row) =>
    outcome.found ? scored.value.probabilities[row] : 1 - scored.value.probabilities[row]
  );
  const cards = await judged({...outcome, models: [{probabilities}]});
  if (!cards.ok) return cards;
  return ok({
    ...read.value,
    scorecard: cards.value[0],
    difference: largestDifference(scored.value.probabilities, own.value.probabilities)
  });
}

const estimate = ({value, interval}: Estimate): string =>
  `${formatNumber(value, 4)}${interval ? ` (${formatNumber(interval.low, 4)} to ${formatNumber(interval.high, 4)})` : ""}`;

/** The largest difference of scores that float32 leaves sums of are the same by. */
const identical = 1e-6;

function comparison(
  name: string,
  {model, earlyStop, scorecard, difference}: Compared,
  {test, data, choice}: LabOutcome,
  trained: LabModel
): HTMLElement {
  const what =
    model.kind === "trees" ? `${formatCount(model.trees.offsets.length - 1)} trees` : "a logistic regression";
  return html`<div data-difference=${String(difference)}>
    <p>
      <strong>${name}</strong>: ${what} on ${formatCount(model.features.length)} columns.
      ${earlyStop && earlyStopSentence(earlyStop)}
      ${difference <= identical ? "Identical scores" : "Other scores than the model trained here"}: largest
      difference ${difference < 0.001 ? tiny(difference) : formatShare(difference, 2)} over
      ${formatCount(data.examples.labels.length)} rows. Whether the file’s model has learnt from the rows that
      it is judged by is not
      known${choice.validation === "folds" ? "; the trained one’s figures are each from a model that had not" : ""}.
    </p>
    <div class="table-scroll" tabindex="0" role="region" aria-label="Both models’ metrics, scrollable">
      <table class="segment-table">
        <caption class="visually-hidden">
          Metrics of the model from the file and of the one trained here
        </caption>
        <thead>
          <tr>
            <th scope="col">On ${formatCount(test.length)} held-out rows (95 % interval)</th>
            <th scope="col" class="number">From the file</th>
            <th scope="col" class="number">Trained here</th>
            <th scope="col" class="number">Majority</th>
          </tr>
        </thead>
        <tbody>
          ${metricNames.map(
            (metric) =>
              html`<tr>
                <th scope="row">${metricTexts[metric]}</th>
                <td class="number">${estimate(scorecard.metrics[metric])}</td>
                <td class="number">${estimate(trained.scorecard.metrics[metric])}</td>
                <td class="number">${formatNumber(trained.scorecard.baseline[metric], 4)}</td>
              </tr>`
          )}
        </tbody>
      </table>
    </div>
  </div>`;
}
