import {selectInput} from "../../choiceInput.js";
import {html} from "npm:htl";
import {formatCount, formatNumber, formatShare} from "../../../lib/format.js";
import {chart} from "../../chart.js";
import {waterfall} from "../../charts/waterfall.js";
import {problem} from "../../problem.js";
import {table} from "../../table.js";
import {outcomeWords} from "../compareWords.js";
import type {Explanation} from "../../../lib/lab/explain.js";
import type {ExplainedRow, Picking} from "../../../lib/lab/explainedRow.js";
import {pickings, pickRow} from "../../../lib/lab/explainedRow.js";
import type {Result} from "../../../lib/result.js";
import type {RowScore} from "./row.js";
import {featureValue, scoreOf, scoreText, signedText, sizeText, valueText} from "./row.js";
import {eventOf, featureText, rowName} from "./words.js";
import {numberInput} from "../../numberInput.js";

const pickingTexts: Record<Picking, string> = {
  highest: "By rank from the highest score",
  lowest: "By rank from the lowest score",
  key: "By key"
};

/** How a row is picked. */
export const pickingInput = () => selectInput(pickings, "Whose score", pickingTexts);

/** The row that is picked; where it is not at hand all rows are worked out first. */
export const pickedRow = (
  explanation: Explanation,
  by: Picking,
  nth: number
): Promise<Result<ExplainedRow>> => pickRow(explanation, by, nth, rowName(explanation.outcome.data.question));

/** Its rank or key. */
export const nthInput = () => numberInput([1, 999_999], {label: "Rank or key", step: 1});

/** A probability, never written as certainty. @example chance(0.999999) => "more than 99.99 %" */
export const chance = (probability: number): string =>
  probability > 0.99995
    ? `more than ${formatShare(0.9999, 2)}`
    : probability < 0.00005
      ? `less than ${formatShare(0.0001, 2)}`
      : formatShare(probability, 2);

/** One row's score taken apart: a sentence, the waterfall, and its features. */
export function customerPart(explanation: Explanation, picked: Result<ExplainedRow>): HTMLElement {
  if (!picked.ok) return problem("Nobody to show", picked.message);
  const {outcome, model, explained} = explanation;
  const {row, values: own} = picked.value;
  const score = scoreOf(model.fit.model, outcome.data.examples.columns, own, explained.base);
  return html`<div>
    <p>${customerSentence(explanation, picked.value, score)}</p>
    ${fallChart(explanation, {name: "explain-customer", row: own, score, title: fallTitle(explanation, row, score)})}
    ${featuresTable(explanation, picked.value, score)}
  </div>`;
}

/** What the row is called: "Customer 1.234". */
export function rowTitle({outcome}: Explanation, row: number): string {
  const {question, examples} = outcome.data;
  const name = rowName(question);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${formatCount(examples.keys[row])}`;
}

function customerSentence(
  explanation: Explanation,
  {row, below}: ExplainedRow,
  {fall, probability}: RowScore
): string {
  const {outcome, model, subject, unit} = explanation;
  const {question, examples} = outcome.data;
  const rows = examples.labels.length;
  const rank =
    below < rows / 2
      ? `number ${formatCount(below + 1)} from the lowest`
      : `number ${formatCount(rows - below)} from the highest`;
  const score = scoreText(model.fit.model, fall.score);
  const means =
    unit.name === "log-odds" || model.fit.model.calibration
      ? `, which means a probability of ${chance(probability)}`
      : "";
  const event = eventOf(question);
  const numbered =
    question.label === "late" ? " Orders are numbered by purchase, from 0, among those delivered." : "";
  const came = examples.labels[row] ? "It came true" : "It did not come true";
  const learnt = subject.request.train.includes(row)
    ? "The model was trained on this row."
    : "The model was not trained on this row.";
  return `${rowTitle(explanation, row)} scores ${score} (${unit.name === "log-odds" ? unit.name : "a probability"})${means} that the ${rowName(question)} ${event}: ${rank} of ${formatCount(rows)} ${outcomeWords(question, 1).rows}. ${came}. ${learnt}${numbered}`;
}

function fallTitle(explanation: Explanation, row: number, {fall}: RowScore): string {
  const [first] = fall.steps;
  const title = rowTitle(explanation, row);
  if (!first || first.feature === null) return `${title}: nothing moves the score from the base`;
  const {name} = featureText(first.feature, explanation.outcome.data.question);
  return `${title}: ${name} moves the score most, ${first.contribution > 0 ? "upwards" : "downwards"}`;
}

interface FallOptions {
  name: string;
  title: string;
  row: Float32Array;
  score: RowScore;
  /** Scores that the picture must reach to, so that two of them can be compared. */
  reach?: readonly number[];
}

/** The way from the base to a row's score. */
export function fallChart(
  explanation: Explanation,
  {name, title, row, score, reach}: FallOptions
): HTMLElement {
  const {outcome, model, unit} = explanation;
  const {question, examples} = outcome.data;
  const labelOf = (feature: string) =>
    `${featureText(feature, question).name} = ${valueText(featureValue(examples.columns, row, feature))}`;
  const steps = score.fall.steps.map(({feature, ...step}) => ({
    feature: feature === null ? `${score.fall.others} others` : labelOf(feature),
    ...step
  }));
  return chart({
    name,
    title,
    note: `In ${unit.name === "log-odds" ? "log-odds" : "probability, contributions in percentage points"}${
      model.fit.model.calibration ? ", before calibration" : ""
    }. From the base, the model’s mean score over its training rows, to the score: to the right what raises it, to the left what lowers it.`,
    data: steps,
    counted: () =>
      `${formatCount(score.contributions.size)} features, ${formatCount([...score.contributions.values()].filter(Boolean).length)} of which move this score,`,
    empty: "No feature moves this score.",
    columns: {
      feature: {label: "Feature"},
      contribution: {label: `Contribution, ${unit.name}`, format: signedText},
      from: {label: "From", format: sizeText},
      to: {label: "To", format: sizeText}
    },
    render: (_, {width}) =>
      waterfall(score.fall, {
        width,
        label: labelOf,
        ends: ["Base", "Score"],
        format: (value) => scoreText(model.fit.model, value),
        reach
      })
  });
}

function featuresTable(
  {outcome, unit}: Explanation,
  {row, values: own, percentiles}: ExplainedRow,
  {contributions}: RowScore
): HTMLElement {
  const {question, examples} = outcome.data;
  const rows = [...contributions]
    .toSorted((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .map(([feature, contribution]) => {
      const {name, definition} = featureText(feature, question);
      const value = featureValue(examples.columns, own, feature);
      const column = examples.columns.findIndex((one) => one.feature === feature);
      const percentile = typeof value === "string" ? null : percentiles[column];
      return {feature: name, value: valueText(value), percentile, contribution, definition};
    });
  return table(rows, {
    caption: `Features of ${rowName(question)} ${formatCount(examples.keys[row])}`,
    name: `explain-${rowName(question)}-${examples.keys[row]}`,
    columns: {
      feature: {label: "Feature"},
      value: {label: "Value", align: "right"},
      percentile: {
        label: "Percentile",
        align: "right",
        format: (share: number | null) =>
          formatNumber(share === null || Number.isNaN(share) ? null : 100 * share, 0)
      },
      contribution: {
        label: unit.name === "log-odds" ? "Contribution, log-odds" : "Contribution, pp",
        align: "right",
        format: signedText
      },
      definition: {label: "Definition"}
    }
  });
}
