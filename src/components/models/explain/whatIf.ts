import {html} from "npm:htl";
import {problem} from "../../problem.js";
import type {Explanation} from "../../../lib/lab/explain.js";
import {chance, fallChart, rowTitle} from "./customer.js";
import type {Editable, Edits} from "./edits.js";
import {editsOf, editsText} from "./edits.js";
import {editables, editedRow} from "./editing.js";
import type {ExplainedRow} from "../../../lib/lab/explainedRow.js";
import type {Result} from "../../../lib/result.js";
import type {RowScore} from "./row.js";
import {featureValue, scoreOf, scoreText, signedText} from "./row.js";
import {eventOf, featureText, rowName} from "./words.js";
import {whatIfField} from "./field.js";

const mostFields = 8;

/** An input: its value is the changes, as the address has them. */
export type WhatIf = HTMLElement & {value: string};

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
  const all = editables(columns, bounds, important);
  let edits: Edits = new Map();

  const fields = html`<div class="whatif-fields"></div>`;
  const answer = html`<p class="whatif-answer" role="status"></p>`;
  const pictures = html`<div class="grid grid-cols-2"></div>`;
  const reset = html`<button type="button" class="tool" onclick=${() => change(new Map())}>Reset</button>`;
  const element = html`<section class="whatif" aria-label="What if">
    <div class="card">
      ${fields}
      <div class="whatif-foot">${reset} ${answer}</div>
    </div>
    ${pictures}
  </section>`;

  const change = (next: Edits) => {
    edits = next;
    build();
    update();
    element.dispatchEvent(new Event("input", {bubbles: true}));
  };
  const put = ({feature}: Editable, value: number | string) => {
    const next = new Map(edits);
    const same = typeof value === "number" ? Math.fround(value) : value;
    if (Object.is(same, featureValue(columns, own, feature))) next.delete(feature);
    else next.set(feature, value);
    edits = next;
    update();
  };
  const build = () =>
    fields.replaceChildren(
      ...all
        .filter(({feature}, i) => i < mostFields || edits.has(feature))
        .map((editable) =>
          whatIfField({
            editable,
            label: featureText(editable.feature, outcome.data.question).name,
            own: featureValue(columns, own, editable.feature),
            value: edits.get(editable.feature),
            put: (value) => put(editable, value)
          })
        )
    );
  const update = () => {
    const begin = performance.now();
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
    element.dataset.milliseconds = String(Math.round(10 * (performance.now() - begin)) / 10);
  };
  build();
  update();
  return Object.defineProperty(element, "value", {
    get: () => editsText(edits),
    set: (text: string) => {
      edits = editsOf(text, all);
      build();
      update();
    }
  }) as WhatIf;
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
