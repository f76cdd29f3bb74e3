import {html} from "npm:htl";
import {formatCount, formatShare, formatTyped} from "../../../lib/format.js";
import {familyNames} from "../../../lib/lab/names.js";
import type {Question} from "../../../lib/pipeline/question.js";
import {chance} from "../explain/customer.js";
import {eventOf, worthText} from "../explain/words.js";
import type {Scored} from "./customer.js";

/** What label 0 says of a customer, as `eventOf` has it of label 1. */
const otherEventOf = ({label, horizon, days}: Question): string =>
  ({
    forward: `orders again within ${formatCount(horizon)} days`,
    recency: `has ordered within the last ${formatCount(days)} days`,
    rule: "has not churned by the brief’s rule",
    late: "comes in time"
  })[label];

/** What a label says of a customer. */
const labelText = ({scoring: {question}}: Scored, label: 0 | 1): string =>
  `the customer ${label === 1 ? eventOf(question) : otherEventOf(question)}`;

/** The page's answer: the score, what it means at the threshold, and what moves it most. */
export function scoreAnswer(scored: Scored): HTMLElement {
  const {scoring, name, prediction} = scored;
  const {probability, label, contributions} = prediction;
  const [first] = contributions;
  const moves = first
    ? ` ${first.feature} moves the score most, ${first.contribution > 0 ? "upwards" : "downwards"}.`
    : " No field moves the score from the model’s mean.";
  return html`<p class="answer">
    ${name}: the model (${familyNames[scoring.family]}) gives a probability of ${chance(probability)} that the
    customer ${eventOf(scoring.question)}, so label ${formatCount(label)} at its threshold.${moves}
  </p>`;
}

/** The threshold, what came of the customer, the worth of the model, and its hash. */
export function scoreNotes(scored: Scored): HTMLElement {
  const {scoring, prediction, label} = scored;
  const {found, threshold, hash} = scoring.served;
  const {scorecard} = scoring.about;
  const nobody = scorecard.metrics.precision.value === null;
  const sentences = [
    `Label ${formatTyped(found)} (${labelText(scored, found)}) is given where its probability reaches ${formatShare(threshold, 0)}${
      nobody
        ? `, which none of the ${formatCount(scorecard.rows)} customers held out does: rank by the probability rather than go by the label`
        : ""
    }.`,
    label === undefined
      ? ""
      : `Of this customer the outcome is known: ${labelText(scored, label)}; the model was not trained on it.`,
    worthText(scoring.about),
    `Judged on ${formatCount(scorecard.rows)} customers held out.`,
    prediction.unseen.length
      ? `The model has no column for the level of ${prediction.unseen.join(" and ")}, and takes it for none.`
      : ""
  ];
  return html`<div>
    <p>${sentences.filter(Boolean).join(" ")}</p>
    <p>Model hash <code style="overflow-wrap: anywhere">${hash}</code></p>
  </div>`;
}
