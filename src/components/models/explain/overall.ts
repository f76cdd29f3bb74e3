import type {Importance} from "../../../lib/explain/permutationImportance.js";
import {formatCount, formatNumber, formatShare} from "../../../lib/format.js";
import {gainShares} from "../../../lib/learn/trees/importance.js";
import {chart} from "../../chart.js";
import {beeswarm} from "../../charts/beeswarm.js";
import {coefficientBars} from "../../charts/coefficientBars.js";
import {importanceDots} from "../../charts/importanceDots.js";
import {rankedBars} from "../../charts/rankedBars.js";
import {shapBars} from "../../charts/shapBars.js";
import {color} from "../../colors.js";
import {outcomeWords} from "../compareWords.js";
import type {Explanation} from "../../../lib/lab/explain.js";
import {columnText, featureText, shareOfFirst, tendencyText} from "./words.js";

const shownFeatures = 15;
const contrastFeatures = 10;

const namer =
  ({outcome}: Explanation) =>
  (feature: string) =>
    featureText(feature, outcome.data.question).name;

const countedRows = ({outcome, explained}: Explanation) =>
  `${formatCount(explained.rows)} ${outcomeWords(outcome.data.question, 1).rows}`;

/** How much each feature moves scores on average. */
export function overallChart(explanation: Explanation): HTMLElement {
  const {explained, unit} = explanation;
  const name = namer(explanation);
  const total = explained.overall.reduce((sum, {value}) => sum + value, 0);
  const moving = explained.overall.filter(({value}) => value > 0);
  const rows = moving.map(({feature, value}) => ({
    feature: name(feature),
    mean_absolute_shap: value,
    share: value / total
  }));
  const first = Math.min(5, rows.length);
  return chart({
    name: "explain-overall",
    title:
      first > 1
        ? `${first} features make up ${formatShare(shareOfFirst(explained.overall, first), 0)} of what moves scores`
        : "What moves scores",
    note: `Mean absolute SHAP value in ${unit.name}; a category’s columns are summed. ${
      rows.length > shownFeatures ? `The first ${shownFeatures} of ` : ""
    }${formatCount(rows.length)} features that move any score; ${formatCount(
      explained.overall.length - rows.length
    )} move none.`,
    data: rows,
    counted: () => countedRows(explanation),
    empty: "No feature moves any score.",
    columns: {
      feature: {label: "Feature"},
      mean_absolute_shap: {label: `Mean |SHAP|, ${unit.name}`, format: (v: number) => formatNumber(v, 4)},
      share: {label: "Share of all", format: (v: number) => formatShare(v)}
    },
    render: (shown, size) =>
      shapBars(
        shown
          .slice(0, shownFeatures)
          .map(({feature, mean_absolute_shap}) => ({label: feature, value: mean_absolute_shap})),
        size
      )
  });
}

/** A dot for each row and feature. */
export function swarmChart(explanation: Explanation): HTMLElement {
  const {explained, unit} = explanation;
  const name = namer(explanation);
  const first = explained.swarm.at(0)?.feature;
  const way = first === undefined ? "" : tendencyText(first, explanation);
  const drawn = new Set(explained.swarm.map(({row}) => row)).size;
  return chart({
    name: "explain-swarm",
    title: way || "What each feature adds to scores, row by row",
    note: `Each dot is one of ${formatCount(drawn)} rows drawn at random, the same for every feature: what the feature adds to its score (${unit.name}), to the right towards a higher one. Strong colour: a high value among all rows; grey: missing, or a category, which has no order.`,
    data: explained.swarm,
    counted: () => `${formatCount(drawn)} of ${countedRows(explanation)}`,
    empty: "No feature moves any score.",
    render: (points, {width}) => beeswarm(points, {width, unit: unit.name, label: name})
  });
}

/** What the model loses on unseen rows when a feature is shuffled. */
export function permutationChart(explanation: Explanation, importances: readonly Importance[]): HTMLElement {
  const {outcome, explained} = explanation;
  const {choice, splits, data} = outcome;
  const name = namer(explanation);
  const tested = splits[splits.length - 1].test.length;
  const {rows: noun} = outcomeWords(data.question, 1);
  const needed = importances.filter(({low}) => low > 0).length;
  const order = explained.overall.filter(({value}) => value > 0).slice(0, 3);
  const [most] = importances;
  const whose =
    choice.validation === "folds"
      ? "the last fold’s model on that fold"
      : choice.validation === "windows"
        ? "the model on the last window"
        : "the model on the rows held out";
  const place = order.findIndex(({feature}) => feature === most.feature);
  return chart({
    name: "explain-permutation",
    title:
      needed === 0
        ? "On held-out rows, no single feature is missed beyond the noise of shuffling"
        : `On held-out rows, ${name(most.feature)} is missed most${place === 0 ? ", as by SHAP" : ""}`,
    note: `By how much ROC-AUC falls when a feature’s values are dealt out to the wrong rows: ${whose}, mean of ${most.drops.length} shuffles. The 95 % interval is of the shuffling alone (Student’s t): other ${noun} would add noise of their own. ${formatCount(needed)} of ${formatCount(importances.length)} features have an interval above 0. Features that tell the same stand in for each other and seem less needed than they are.`,
    data: importances.map(({feature, mean, low, high}) => ({feature: name(feature), mean, low, high})),
    counted: () => `${formatCount(tested)} ${noun}`,
    columns: {
      feature: {label: "Feature"},
      mean: {label: "Fall of ROC-AUC", format: (v: number) => formatNumber(v, 5)},
      low: {label: "from", format: (v: number) => formatNumber(v, 5)},
      high: {label: "to", format: (v: number) => formatNumber(v, 5)}
    },
    render: (rows, {width}) =>
      importanceDots(
        rows.slice(0, shownFeatures).map(({feature, ...row}) => ({label: feature, ...row})),
        {width, axis: "Fall of ROC-AUC", format: (value) => formatNumber(value, 3)}
      )
  });
}

/** What the model itself says of its features: trees by the gain of their splits, a regression by coefficient. */
export const ownChart = (explanation: Explanation): HTMLElement =>
  explanation.model.fit.model.kind === "trees" ? gainChart(explanation) : coefficientChart(explanation);

function gainChart(explanation: Explanation): HTMLElement {
  const {outcome, model, explained} = explanation;
  const name = namer(explanation);
  const sums = new Map<string, number>();
  if (model.fit.model.kind === "trees")
    gainShares(model.fit.model).forEach((share, j) => {
      const {feature} = outcome.data.examples.columns[j];
      sums.set(feature, (sums.get(feature) ?? 0) + share);
    });
  const rows = [...sums]
    .map(([feature, share]) => ({feature, label: name(feature), gain_share: share}))
    .filter(({gain_share}) => gain_share > 0)
    .toSorted((a, b) => b.gain_share - a.gain_share);
  const shap = explained.overall.at(0)?.feature ?? "";
  return chart({
    name: "explain-gain",
    title: rows.length
      ? `By the gain of splits ${rows[0].label} comes first, ${rows[0].feature === shap ? "as by SHAP" : `not ${name(shap)}`}`
      : "No split gains anything",
    note: "Share of the total gain that a feature’s splits made while training. It is told by the training rows alone, favours features with many different values, and says nothing of direction: shown as a contrast.",
    data: rows.map(({label, gain_share}) => ({feature: label, gain_share})),
    counted: () => `${formatCount(model.fit.rows.train)} training rows`,
    empty: "No tree has a split.",
    columns: {
      feature: {label: "Feature"},
      gain_share: {label: "Share of gain", format: (v: number) => formatShare(v, 2)}
    },
    render: (shown, size) =>
      rankedBars(
        shown.slice(0, contrastFeatures).map(({feature, gain_share}) => ({
          label: feature,
          value: gain_share,
          text: formatShare(gain_share),
          fill: color("other")
        })),
        size
      )
  });
}

function coefficientChart({outcome, model}: Explanation): HTMLElement {
  const {columns} = outcome.data.examples;
  const linear = model.fit.model;
  const coefficients = linear.kind === "linear" ? [...linear.coefficients] : [];
  const rows = coefficients
    .map((coefficient, j) => ({column: columnText(columns[j].name, outcome.data.question), coefficient}))
    .filter(({coefficient}) => coefficient !== 0)
    .toSorted((a, b) => Math.abs(b.coefficient) - Math.abs(a.coefficient));
  return chart({
    name: "explain-coefficients",
    title: `The regression keeps ${formatCount(rows.length)} of ${formatCount(columns.length)} columns`,
    note: `Coefficients in log-odds per standard deviation of the column. Columns that go together share their effect: one may get a sign of its own only because another is there. The ${contrastFeatures} greatest are drawn.`,
    data: rows,
    counted: () => `${formatCount(model.fit.rows.train)} training rows`,
    empty: "The penalty keeps no column.",
    columns: {
      column: {label: "Column"},
      coefficient: {label: "Coefficient", format: (v: number) => formatNumber(v, 4)}
    },
    render: (shown, size) =>
      coefficientBars(
        shown.slice(0, contrastFeatures).map(({column, coefficient}) => ({label: column, coefficient})),
        size
      )
  });
}
