import {html} from "npm:htl";
import {formatCount, formatShare} from "../../../lib/format.js";
import {shortFloat32} from "../../../lib/model/float32.js";
import type {Dependence} from "../../../lib/lab/dependence.js";
import {chart} from "../../chart.js";
import {coefficientBars} from "../../charts/coefficientBars.js";
import {dependencePlot} from "../../charts/dependencePlot.js";
import {pending} from "../../pending.js";
import {outcomeWords} from "../compareWords.js";
import type {Explanation} from "../../../lib/lab/explain.js";
import {dependenceOf, pairOf} from "../../../lib/lab/explain.js";
import {signedText, sizeText} from "./row.js";
import {columnText, featureText, tendencyOf, upper, wayText} from "./words.js";
import {selectInput} from "../../choiceInput.js";

/** Colour by the column that explains most; the parameter's fallback. */
const strongest = "";
const none = "none";

/** Features to choose from, the most important first; "" stands for that one. */
export function featureInput({explained, outcome}: Explanation): HTMLElement & {value: string} {
  const {question} = outcome.data;
  const moving = explained.overall.filter(({value}) => value > 0).map(({feature}) => feature);
  return selectInput(["", ...moving], "Feature", (feature: string) =>
    feature === "" ? "the one that moves scores most" : featureText(feature, question).name
  );
}

/** Columns to colour by. */
export function colourInput({outcome}: Explanation): HTMLElement & {value: string} {
  const {examples, question} = outcome.data;
  return selectInput(
    [strongest, none, ...examples.columns.map(({name}) => name)],
    "Coloured by",
    (column: string) =>
      column === strongest
        ? "the column that acts together with it most"
        : column === none
          ? "nothing"
          : columnText(column, question)
  );
}

/** How a feature's contribution depends on its value, and what it does only together with another column. */
export function dependenceCharts(explanation: Explanation, chosen: string, colour: string): HTMLElement {
  const feature = chosen || (explanation.explained.overall.at(0)?.feature ?? "");
  const drawn = dependenceOf(explanation, feature, colour === none ? null : colour);
  return pending("explain-dependence", drawn, (dependence) =>
    dependence.kind === "levels"
      ? levelsChart(explanation, feature, dependence)
      : html`<div class="grid grid-cols-2">
          ${pointsChart(explanation, feature, dependence)}
          ${pairPart(explanation, feature, dependence.colour)}
        </div>`
  );
}

function pointsChart(
  {outcome, unit, explained}: Explanation,
  feature: string,
  {points, colour, missing, strength}: Extract<Dependence, {kind: "points"}>
): HTMLElement {
  const {question} = outcome.data;
  const {name, definition} = featureText(feature, question);
  const sorted = Float64Array.from(points, ({x}) => x).sort();
  const ranked = points.map(({x, shap}) => ({rank: sorted.indexOf(x), shap}));
  const way = upper(wayText(name, tendencyOf(ranked)));
  const by = colour === null ? undefined : columnText(colour, question);
  const {rows} = outcomeWords(question, 1);
  const notes = [
    definition,
    by === undefined
      ? ""
      : `Coloured by ${by}${strength === null ? "" : `, whose rank goes with ${formatShare(strength, 0)} of the spread at like values`}.`,
    missing.rows
      ? `${formatCount(missing.rows)} ${rows} have no value and are not drawn; it adds ${signedText(missing.mean ?? 0)} to their scores on average.`
      : ""
  ];
  return chart({
    name: "explain-dependence",
    title: way,
    note: notes.filter(Boolean).join(" "),
    data: points,
    exported: ({x, colour, ...point}) => ({
      ...{x: shortFloat32(x)},
      ...(colour === null ? {} : {colour: shortFloat32(colour)}),
      ...point
    }),
    counted: (shown) => `${formatCount(shown.length)} of ${formatCount(explained.rows)} ${rows}`,
    empty: "No row has a value.",
    columns: {
      x: {label: name},
      shap: {label: `Contribution, ${unit.name}`, format: signedText},
      ...(by === undefined ? {} : {colour: {label: by}})
    },
    render: (shown, {width}) => dependencePlot(shown, {width, label: name, unit: unit.name, colour: by})
  });
}

function pairPart(explanation: Explanation, feature: string, colour: string | null): HTMLElement {
  const {model} = explanation;
  if (model.fit.model.kind !== "trees")
    return html`<section class="card">
      <h2>No pair of features acts together here</h2>
      <p>
        A logistic regression adds its columns up, so what one contributes never depends on another. Choose a
        family of trees to see interactions.
      </p>
    </section>`;
  if (colour === null)
    return html`<section class="card">
      <h2>Two features together</h2>
      <p>Choose a column to colour by: what it and the feature do only together is shown here.</p>
    </section>`;
  return pending("explain-pair", pairOf(explanation, feature, colour), (pair) => {
    const {question} = explanation.outcome.data;
    const [first, second] = [featureText(feature, question).name, columnText(colour, question)];
    const {rows} = outcomeWords(question, 1);
    const share = pair.whole > 0 ? pair.together / pair.whole : 0;
    return chart({
      name: "explain-pair",
      title: `What ${first} and ${second} do only together: on average ${formatShare(share)} of what ${first} does at all`,
      note: `SHAP interaction value of the pair, both halves, in ${explanation.unit.name}: mean absolute ${sizeText(pair.together)}, beside ${sizeText(pair.whole)} of ${first} as a whole.`,
      data: pair.points,
      counted: (shown) =>
        `${formatCount(shown.length)} of ${formatCount(explanation.explained.rows)} ${rows}`,
      empty: "No row has a value.",
      columns: {
        x: {label: first},
        shap: {label: `Interaction, ${explanation.unit.name}`, format: signedText},
        colour: {label: second}
      },
      render: (shown, {width}) =>
        dependencePlot(shown, {width, label: first, unit: explanation.unit.name, colour: second})
    });
  });
}

function levelsChart(
  {outcome, unit, explained}: Explanation,
  feature: string,
  {levels}: Extract<Dependence, {kind: "levels"}>
): HTMLElement {
  const {question} = outcome.data;
  const {name, definition} = featureText(feature, question);
  const {rows} = outcomeWords(question, 1);
  const [most] = levels.toSorted((a, b) => Math.abs(b.mean) - Math.abs(a.mean));
  return chart({
    name: "explain-levels",
    title:
      levels.length > 1
        ? `${name}: ${most.level} ${most.mean > 0 ? "raises" : "lowers"} the score most`
        : `${name} has one level`,
    note: `${definition} Mean contribution in ${unit.name} by level, all its columns summed.`,
    data: levels,
    counted: () => `${formatCount(explained.rows)} ${rows}`,
    columns: {
      level: {label: name},
      rows: {label: rows},
      mean: {label: `Mean contribution, ${unit.name}`, format: signedText},
      low: {label: "5 % lie below", format: signedText},
      high: {label: "95 % lie below", format: signedText}
    },
    render: (shown, size) =>
      coefficientBars(
        shown.map(({level, mean}) => ({label: level, coefficient: mean})),
        size
      )
  });
}
