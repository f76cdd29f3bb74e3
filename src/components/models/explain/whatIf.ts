import {html} from "npm:htl";
import {problem} from "../../problem.js";
import type {Explanation} from "../../../lib/lab/explain.js";
import {chance, fallChart, rowTitle} from "./customer.js";
import {editables, editedRow} from "./editing.js";
import type {ExplainedRow} from "../../../lib/lab/explainedRow.js";
import type {Result} from "../../../lib/result.js";
import type {RowScore} from "./row.js";
import {featureValue, scoreOf, scoreText, signedText} from "./row.js";
import {eventOf, featureText, rowName} from "./words.js";
import type {WhatIf} from "./whatIfForm.js";
import {whatIfForm} from "./whatIfForm.js";

/**
 * Fields for the features that matter most, and what changing them does to a row's score: the trees are walked on
 * the spot, so that score and waterfall move with the hand.
 */
export function whatIf(explanation: Explanation, picked: Result<ExplainedRow>): WhatIf {
  if (!picked.ok) return Object.assign(problem("Nobody to change", picked.message), {value: ""});
  const {row, values: own} = picked.value;
  const {outcome, model, explained, bounds} = explanation;
  const {columns} = outcome.data.examples;
  const before = scoreOf(model.fit.model, columns, own, explained.base);
  const important = explained.overall.filter(({value}) => value > 0).map(({feature}) => feature);
  const pictures = html`<div class="grid grid-cols-2"></div>`;
  return whatIfForm({
    editables: editables(columns, bounds, important),
    label: (feature) => featureText(feature, outcome.data.question).name,
    own: (feature) => featureValue(columns, own, feature),
    read: (value) => (typeof value === "number" ? Math.fround(value) : value),
    pictures,
    show(edits, answer) {
      const edited = editedRow(columns, own, edits);
      const after = scoreOf(model.fit.model, columns, edited, explained.base);
      const reach = [before, after].flatMap(({fall}) => [fall.base, ...fall.steps.map(({to}) => to)]);
      answer.textContent = changeText(explanation, before, edits.size ? after : undefined);
      const text = ({fall}: RowScore) => scoreText(model.fit.model, fall.score);
      pictures.replaceChildren(
        fallChart(explanation, {
          ...{name: "explain-before", row: own, score: before, reach},
          title: `${rowTitle(explanation, row)} as it is: ${text(before)}`
        }),
        fallChart(explanation, {
          ...{name: "explain-after", row: edited, score: after, reach},
          title: edits.size ? `With the changes: ${text(after)}` : `Nothing changed: ${text(after)}`
        })
      );
    }
  });
}

/** The score with its probability before the changes and, where there are any, after them. */
function changeText({outcome, model, unit}: Explanation, before: RowScore, after?: RowScore): string {
  const {question} = outcome.data;
  const plain = unit.name !== "log-odds" && !model.fit.model.calibration;
  const text = ({fall, probability}: RowScore) =>
    `${scoreText(model.fit.model, fall.score)}${plain ? "" : ` (${chance(probability)})`}`;
  const meaning = `${plain ? "" : "in brackets, "}the probability that the ${rowName(question)} ${eventOf(question)}`;
  if (after && after.fall.score === before.fall.score)
    return `The score stays at ${text(before)}, with these changes too: ${meaning}.`;
  return after
    ? `The score moves by ${signedText(after.fall.score - before.fall.score)}, from ${text(before)} to ${text(after)}: ${meaning}.`
    : `The score is ${text(before)}: ${meaning}. Nothing is changed yet.`;
}
