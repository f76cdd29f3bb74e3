import {correlation} from "../../../lib/stats/correlation.js";
import {formatCount, formatNumber, formatShare, formatTyped} from "../../../lib/format.js";
import type {Question} from "../../../lib/pipeline/question.js";
import {latenessQuestions} from "../../../lib/learn/lateness.js";
import {featureNamed} from "../../../lib/features/catalogue.js";
import type {BeeswarmPoint} from "../../../lib/explain/beeswarm.js";
import type {MeanAbsolute} from "../../../lib/explain/meanAbsolute.js";
import {nameOf, outcomeWords} from "../compareWords.js";
import type {Explanation} from "../../../lib/lab/explain.js";
import type {LabModel} from "../../../lib/lab/train.js";

/** What label 1 says of one row: the direction of every score. @example eventOf({label: "late", …}) => "comes late" */
export const eventOf = ({label, horizon, days}: Question): string =>
  ({
    forward: `does not order again within ${horizon} days`,
    recency: `has not ordered for more than ${days} days`,
    rule: "has churned by the brief’s rule",
    late: "comes late"
  })[label];

/** What a row is called. @example rowName({label: "late", …}) => "order" */
export const rowName = ({label}: Question): "order" | "customer" => (label === "late" ? "order" : "customer");

/** What a feature is called, and what it is: of an order its question, of a customer the catalogue's definition. */
export function featureText(name: string, {label}: Question): {name: string; definition: string} {
  if (label !== "late") {
    const feature = featureNamed(name);
    const unit = feature?.unit ? ` (${feature.unit}).` : ".";
    return {name, definition: (feature?.definition ?? name).replace(/\.$/, "") + unit};
  }
  const question = latenessQuestions.find((one) => one.name === name);
  const called = question?.label ?? name;
  const formula = question && question.kind === "number" && question.sql !== name ? `: ${question.sql}` : "";
  return {name: called, definition: `${called}, known at purchase${formula}.`};
}

/** A column's name with its level, for readers. @example columnText("region=SE", late) => "Region = SE" */
export function columnText(column: string, question: Question): string {
  const at = column.indexOf("=");
  return at < 0
    ? featureText(column, question).name
    : `${featureText(column.slice(0, at), question).name} = ${column.slice(at + 1)}`;
}

/** Which way scores go as a value grows; "both" where neither way tells half of it. */
export type Tendency = "up" | "down" | "both";

/**
 * Which way contributions go with the rank of the value, by their correlation.
 * @example tendencyOf([{rank: 0, shap: -1}, {rank: 1, shap: 1}]) => "up"
 */
export function tendencyOf(points: readonly Pick<BeeswarmPoint, "rank" | "shap">[]): Tendency {
  const found = correlation(
    points.map(({rank}) => rank ?? NaN),
    points.map(({shap}) => shap)
  );
  return found > 0.5 ? "up" : found < -0.5 ? "down" : "both";
}

/** The same in words. @example wayText("frequency", "up") => "the higher frequency, the higher the score" */
export const wayText = (name: string, tendency: Tendency): string =>
  tendency === "both"
    ? `${name} moves scores both ways, not simply up or down`
    : `the higher ${name}, the ${tendency === "up" ? "higher" : "lower"} the score`;

/** A sentence's start. @example upper("the higher") => "The higher" */
export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The way of a feature of the beeswarm, as a sentence without its full stop; "" for a category, which has no order. */
export function tendencyText(feature: string, {explained, outcome}: Explanation): string {
  const {question, examples} = outcome.data;
  if (examples.columns.some((column) => column.feature === feature && column.kind === "level")) return "";
  const points = explained.swarm.filter((point) => point.feature === feature);
  const {name} = featureText(feature, question);
  const missing = points.filter(({value}) => value === null).length;
  return 2 * missing > points.length
    ? `Most ${outcomeWords(question, 1).rows} have no ${name}, so that scores go mostly by whether it is known`
    : upper(wayText(name, tendencyOf(points)));
}

const alike = 0.9;

/** A warning where two features say nearly the same; "" where they do not. */
function likenessText(first: string, second: string, {outcome, likeness}: Explanation): string {
  const {question} = outcome.data;
  return likeness === null || Math.abs(likeness) < alike
    ? ""
    : ` ${featureText(first, question).name} and ${featureText(second, question).name} go together (correlation ${likeness < 0 ? "−" : ""}${formatNumber(Math.abs(likeness), 2)}): how a score is shared out between them is half arbitrary, so read them as one.`;
}

/** What share of all mean absolute SHAP values the first features have. */
export function shareOfFirst(overall: readonly MeanAbsolute[], first: number): number {
  const total = overall.reduce((sum, {value}) => sum + value, 0);
  return total > 0 ? overall.slice(0, first).reduce((sum, {value}) => sum + value, 0) / total : 0;
}

const nearGuessing = 0.6;
const tooGood = 0.98;

/** What the model's ROC-AUC means for its explanation, in a sentence. */
export function worthText({scorecard}: Pick<LabModel, "scorecard">): string {
  const {value, interval} = scorecard.metrics.rocAuc;
  if (value === null) return "How well the model tells rows apart could not be judged.";
  const figure = `ROC-AUC ${formatNumber(value, 3)}${interval ? `, 95 % interval ${formatNumber(interval.low, 3)} to ${formatNumber(interval.high, 3)}` : ""}`;
  if (interval !== null && interval.low <= 0.5)
    return `On rows that it has not seen, the model cannot be told from guessing (${figure}): there is little to explain, and what follows is mostly noise that it has learnt.`;
  if (value < nearGuessing)
    return `On rows that it has not seen, the model is hardly better than guessing (${figure}): there is little to explain.`;
  if (value > tooGood)
    return `It is too good to be true on rows that it has not seen (${figure}): see first whether its features give the label away, on the page Leakage lab.`;
  return `On rows that it has not seen, the model does better than guessing (${figure}; guessing: ${formatTyped(0.5)}).`;
}

/** The page's answer: what drives the score, and how much that is worth. */
export function explainAnswer(explanation: Explanation): string {
  const {outcome, model, explained} = explanation;
  const {question} = outcome.data;
  const [first, second] = explained.overall.filter(({value}) => value > 0);
  const name = (one: MeanAbsolute) => featureText(one.feature, question).name;
  const score = `the score that ${question.label === "late" ? "an" : "a"} ${rowName(question)} ${eventOf(question)}`;
  const caution = "SHAP values say what the model relies on, not what causes the outcome.";
  if (!first)
    return `Nothing drives ${score}: the ${nameOf(model)} gives every row the same one. ${worthText(model)}`;
  const way = tendencyText(first.feature, explanation);
  const ways = way ? ` ${way}.` : "";
  if (!second) return `${name(first)} alone moves ${score}.${ways} ${worthText(model)} ${caution}`;
  const share = formatShare(shareOfFirst(explained.overall, 2), 0);
  return `${name(first)} and ${name(second)} move ${score} most: together ${share} of all SHAP values.${ways}${likenessText(first.feature, second.feature, explanation)} ${worthText(model)} ${caution}`;
}

/** In which unit scores are, and which way they point. */
export function unitText({outcome, model, unit}: Explanation): string {
  const {question, examples} = outcome.data;
  const row = rowName(question);
  const event = `${row} ${eventOf(question)}`;
  const {rows, found} = outcomeWords(question, 1);
  const share = examples.labels.reduce((sum, label) => sum + label, 0) / examples.labels.length;
  const counted = `Of the ${formatCount(examples.labels.length)} ${rows}, ${formatShare(share)} ${found}.`;
  const what =
    unit.name === "log-odds"
      ? `Scores and contributions are log-odds: 0 is an even chance, and one more multiplies the odds by ${formatNumber(Math.E, 2)}.`
      : `A forest’s scores are probabilities; its contributions are percentage points of probability.`;
  const calibration =
    model.fit.model.calibration === undefined
      ? ""
      : ` They are the model’s before calibration (${model.fit.model.calibration.method}); probabilities are given after it.`;
  return `Higher means that the model thinks it likelier that the ${event}. ${what}${calibration} ${counted}`;
}

const seconds = (milliseconds: number) => formatNumber(milliseconds / 1000, 1);

/** A very small number as a power of ten. @example powerText(3.2e-13) => "3.2·10⁻¹³" */
export function powerText(value: number): string {
  if (value === 0) return "0";
  const power = Math.floor(Math.log10(value));
  const digits = String(Math.abs(power)).replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]);
  return `${formatNumber(value / 10 ** power, 1)}·10${power < 0 ? "⁻" : ""}${digits}`;
}

/** How the SHAP values came about, and how they were checked. */
export function madeText({outcome, model, explained, unit, known}: Explanation): string {
  const {rows} = outcomeWords(outcome.data.question, 1);
  const {kind} = model.fit.model;
  const method =
    kind === "trees"
      ? "exact path-dependent TreeSHAP"
      : "linear SHAP on the columns standardised by the model’s own medians, means and deviations";
  return `The SHAP values of all ${formatCount(explained.rows)} ${rows} took ${seconds(explained.milliseconds)} s ${known ? "when the site was built" : "in a worker"} (${method}). Base and contributions of each of them add up to its score to ${powerText(explained.gap)} ${unit.name}.`;
}
