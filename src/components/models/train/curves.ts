import {formatCount, formatNumber, formatShare} from "../../../lib/format.js";
import {calibrationPlot} from "../../charts/calibrationPlot.js";
import {liftGain} from "../../charts/liftGain.js";
import {prCurve} from "../../charts/prCurve.js";
import {rocCurves} from "../../charts/rocCurves.js";
import {validationCurve} from "../../charts/validationCurve.js";
import {chart} from "../../chart.js";
import {nameOf, outcomeWords, ranked} from "../compareWords.js";
import {familyNames} from "../../../lib/lab/names.js";
import type {DrawnModel} from "../../../lib/lab/results.js";
import {givesSameScore} from "./sameScore.js";
import type {LabOutcome} from "../../../lib/lab/train.js";

type Points<T> = (model: DrawnModel) => readonly T[];

/** Points of all models, each with the name of its own. */
const ofAll = <T extends object>(drawn: readonly DrawnModel[], points: Points<T>) =>
  drawn.flatMap((model) =>
    points(model).map((point) => ({...point, model: familyNames[model.family], family: model.family}))
  );

const judgedBy = ({test, data, found}: LabOutcome) => {
  const {rows} = outcomeWords(data.question, found);
  return () => `${formatCount(test.length)} ${rows} judged by`;
};

const lead = (models: readonly DrawnModel[], metric: "rocAuc" | "averagePrecision") => {
  const [best] = ranked(models, metric);
  return {name: nameOf(best), ...best.scorecard.metrics[metric], best};
};

/** How many of those looked for are found for how many others flagged. */
export function rocChart(outcome: LabOutcome, drawn: readonly DrawnModel[]): HTMLElement {
  const {who, found, other} = outcomeWords(outcome.data.question, outcome.found);
  const {value, best} = lead(drawn, "rocAuc");
  const level = drawn.filter(
    (model) => !givesSameScore(model) && model.scorecard.metrics.rocAuc.value === value
  );
  return chart({
    name: "compare-roc",
    title: givesSameScore(best)
      ? "No curve leaves the line of a guess: every model gives everybody the same score"
      : level.length > 1
        ? `By the area under the curve, ${level.map(nameOf).join(" and ")} rank best: ${formatNumber(value, 3)}`
        : `By the area under its curve, ${nameOf(best)} ranks best: ${formatNumber(value, 3)}`,
    note: `ROC curves: of those ${who} ${found}, the share at or above a probability, against the same share of those ${who} ${other}; dashed, a guess. Each curve is thinned to 400 points.`,
    data: ofAll(drawn, ({curves}) =>
      curves.roc.map(({threshold, ...point}) => ({
        ...point,
        threshold: Number.isFinite(threshold) ? threshold : null
      }))
    ),
    counted: judgedBy(outcome),
    empty: "All rows judged by ended the same way: there is no curve to draw.",
    render: (rows, {width}) => rocCurves(rows, {width, flagged: "Others flagged", found: "Found"})
  });
}

/** How right the flags are, for how many found. */
export function precisionChart(outcome: LabOutcome, drawn: readonly DrawnModel[]): HTMLElement {
  const {who, found} = outcomeWords(outcome.data.question, outcome.found);
  const {name, value, best} = lead(drawn, "averagePrecision");
  const base = best.scorecard.baseline.averagePrecision;
  return chart({
    name: "compare-precision",
    title: `Averaged over its curve, ${name}’s flags are right ${formatShare(value)} of the time; a guess’s, ${formatShare(base)}`,
    note: `Precision-recall curves: of the rows at or above a probability, the share that are of those ${who} ${found}, against how many of these are found; drawn from the 30 highest probabilities on, as fewer rows say little.`,
    data: ofAll(drawn, ({curves}) => curves.precisionRecall),
    counted: judgedBy(outcome),
    empty: "None of the rows judged by has the outcome looked for: there is no curve to draw.",
    render: (rows, {width}) => prCurve(rows, {width, base})
  });
}

/** How many of those looked for are reached with the highest scores. */
export function gainChart(outcome: LabOutcome, drawn: readonly DrawnModel[]): HTMLElement {
  const {rows: kind, who, found} = outcomeWords(outcome.data.question, outcome.found);
  const tenth = ({curves}: DrawnModel) => curves.gain[10]?.gain ?? 0;
  const telling = drawn.filter((model) => !givesSameScore(model));
  const [best] = (telling.length ? telling : drawn).toSorted((a, b) => tenth(b) - tenth(a));
  return chart({
    name: "compare-gain",
    title: `The tenth that ${nameOf(best)} scores highest holds ${formatShare(tenth(best), 0)} of those ${who} ${found}`,
    note: `Cumulative gain: the share reached when ${kind} are looked at from the highest score down; dashed, in random order.`,
    data: ofAll(drawn, ({curves}) => curves.gain),
    counted: judgedBy(outcome),
    empty: "None of the rows judged by has the outcome looked for: there is nothing to reach.",
    render: (rows, {width}) => liftGain(rows, {width, show: "gain", rows: kind})
  });
}

/** Whether probabilities mean what they say. */
export function reliabilityChart(outcome: LabOutcome, drawn: readonly DrawnModel[]): HTMLElement {
  const {rows: kind, who, found} = outcomeWords(outcome.data.question, outcome.found);
  const mean = ({probabilities}: DrawnModel) =>
    probabilities.reduce((sum, p) => sum + p, 0) / probabilities.length;
  const share = outcome.labels.reduce((sum, label) => sum + label, 0) / outcome.labels.length;
  const off = (model: DrawnModel) => Math.abs(Math.log(mean(model) / share));
  const [worst] = drawn.toSorted((a, b) => off(b) - off(a));
  return chart({
    name: "compare-reliability",
    title: `${formatShare(share)} ${found}; furthest from it, ${nameOf(worst)} predicts ${formatShare(mean(worst))} on average`,
    note: `Rows by tenths of the probability that a model gives: its mean against the share of those ${who} ${found}. On the dashed line probabilities mean what they say; above it they are too low. Class weights and SMOTE shift them, calibration shifts them back.`,
    data: ofAll(drawn, ({curves}) => curves.reliability),
    counted: judgedBy(outcome),
    render: (rows, {width}) =>
      calibrationPlot(rows, {
        width,
        words: {predicted: "Predicted probability", observed: "Observed share", did: "came", rows: kind}
      })
  });
}

/** How the loss goes on with the rounds, for a family whose trees build on each other; undefined for others. */
export function lossChart(outcome: LabOutcome, {family, losses, parts}: DrawnModel): HTMLElement | undefined {
  if (!losses) return undefined;
  const held = losses.validation ?? losses.test;
  let best = 0;
  held.forEach((loss, round) => (best = loss < held[best] ? round : best));
  const name = familyNames[family];
  const still = best === held.length - 1;
  const rows = losses.validation
    ? "rows set aside to stop by (15 % of the training rows)"
    : "the rows judged by, which had no say in the training";
  return chart({
    name: `compare-loss-${family}`,
    title: still
      ? `${name}: the loss still falls with the last of ${formatCount(held.length)} trees`
      : `${name}: after ${formatCount(best + 1)} trees more of them do not help`,
    note: `Mean log loss, before calibration, after each tree: dashed on the training rows, and on ${rows}.${outcome.splits.length > 1 ? " Of the first split." : ""} ${formatCount(parts[0].rounds)} trees are kept.`,
    data: Array.from(held, (validation, round) => ({
      round: round + 1,
      train: losses.train[round],
      validation
    })),
    counted: () => `${formatCount(parts[0].rows.train)} training rows`,
    render: (points, {width}) => validationCurve(points, {width, family, best: best + 1})
  });
}
