import {html} from "npm:htl";
import {confusion} from "../../../lib/metrics/confusion.js";
import {familyColor} from "../../colors.js";
import {pending} from "../../pending.js";
import {gainChart, lossChart, precisionChart, reliabilityChart, rocChart} from "./curves.js";
import {pairTable} from "./pairs.js";
import {compareAnswer, outcomeWords} from "../compareWords.js";
import {confusionTable} from "../confusionTable.js";
import {familyNames} from "../../../lib/lab/names.js";
import type {Results} from "../../../lib/lab/results.js";
import {valueOf} from "../../../lib/lab/results.js";
import {makingTable} from "./made.js";
import {partsTable} from "./parts.js";
import {rankingTable, thresholdTable} from "./tables.js";
import type {LabOutcome} from "../../../lib/lab/train.js";
import {judged} from "../../../lib/lab/train.js";
import {numberInput} from "../../numberInput.js";

const before =
  "Four families of models are trained on the same customers and judged on a hold-out: press Train to see which predicts best, and whether its lead is more than chance.";

/** The page's answer in a sentence, before and after a training. */
export const answerOf = (outcome: LabOutcome | null, results: Promise<Results> | undefined): HTMLElement =>
  outcome && results
    ? pending(
        "compare-answer",
        results,
        ({byPrecision}) => html`<p class="answer">${compareAnswer(outcome, byPrecision)}</p>`
      )
    : html`<p class="answer">${before}</p>`;

/** The tables of an outcome that no threshold changes. */
export const figuresOf = (outcome: LabOutcome, results: Promise<Results>): HTMLElement =>
  html`<div>
    ${rankingTable(outcome)}
    ${pending("compare-pairs", results, ({byPrecision}) => pairTable(outcome.comparisons, byPrecision))}
    ${
      outcome.splits.length > 1
        ? pending("compare-parts", results, ({drawn}) => partsTable(outcome, drawn))
        : null
    }
    ${makingTable(outcome)}
  </div>`;

/** The charts of an outcome. */
export const curvesOf = (outcome: LabOutcome, results: Promise<Results>): HTMLElement =>
  pending(
    "compare-curves",
    results,
    ({drawn}) =>
      html`<div class="grid grid-cols-2">
        ${rocChart(outcome, drawn)} ${precisionChart(outcome, drawn)} ${gainChart(outcome, drawn)}
        ${reliabilityChart(outcome, drawn)} ${drawn.map((model) => lossChart(outcome, model) ?? null)}
      </div>`
  );

/** What a threshold makes of the families' probabilities, and of each of them in counts. */
export function atThreshold(outcome: LabOutcome, threshold: number): HTMLElement {
  const {models, labels, data, found} = outcome;
  const {rows, short} = outcomeWords(data.question, found);
  const standard = models[0].scorecard.threshold === threshold;
  const cards = standard
    ? Promise.resolve(models.map(({scorecard}) => scorecard))
    : judged(outcome, undefined, threshold).then(valueOf);
  return html`<div>
    ${pending("compare-threshold", cards, (settled) => thresholdTable(outcome, settled))}
    <div class="grid grid-cols-2">
      ${models.map(
        ({family, probabilities}) =>
          html`<section class="card">
            <h2>
              <span class="swatch" style=${`background: ${familyColor(family)}`}></span>${familyNames[family]}
            </h2>
            ${confusionTable(confusion(labels, probabilities, threshold), {
              positive: short.found,
              negative: short.other,
              rows
            })}
          </section>`
      )}
    </div>
  </div>`;
}

/** Probability from which a row counts as one of those looked for. */
export const thresholdInput = () => numberInput([0, 1], {label: "Threshold (0 to 1)"});

/** What stands in a part of the page before the models are trained. */
export const notYet = "This part fills once the models are trained.";
