import {formatCount, formatNumber, formatShare, formatTyped} from "../../lib/format.js";
import {alarmingAuc} from "../../lib/learn/select/singleFeatureAuc.js";
import type {Question} from "../../lib/pipeline/question.js";
import type {Comparison} from "../../lib/metrics/compareModels.js";
import type {MetricName} from "../../lib/metrics/measure.js";
import type {Interval} from "../../lib/metrics/percentileInterval.js";
import {familyNames} from "../../lib/lab/names.js";
import {givesSameScore, sameScoreSentence} from "./train/sameScore.js";
import type {LabModel, LabOutcome} from "../../lib/lab/train.js";

/** What rows are called, and what is looked for among them; verbs for many: "order again". */
export interface OutcomeWords {
  rows: "customers" | "orders";
  who: "who" | "that";
  found: string;
  other: string;
  /** Names of both outcomes for the head of a table. */
  short: {found: string; other: string};
}

/** The words of a question's outcome, of which the label `found` is looked for. */
export function outcomeWords({label, horizon, days}: Question, found: 0 | 1): OutcomeWords {
  const [one, zero] = {
    forward: [`do not order again within ${horizon} days`, `order again within ${horizon} days`],
    recency: [`have not ordered for more than ${days} days`, `have ordered in the last ${days} days`],
    rule: ["have churned by the brief’s rule", "are active by the brief’s rule"],
    late: ["come late", "come in time"]
  }[label];
  const [shortOne, shortZero] = {
    forward: ["none", "an order"],
    recency: ["gone", "recent"],
    rule: ["churned", "active"],
    late: ["late", "in time"]
  }[label];
  const [rows, who] = label === "late" ? (["orders", "that"] as const) : (["customers", "who"] as const);
  return found
    ? {rows, who, found: one, other: zero, short: {found: shortOne, other: shortZero}}
    : {rows, who, found: zero, other: one, short: {found: shortZero, other: shortOne}};
}

const within = (interval: Interval | null, decimals: number) =>
  interval && interval.low === interval.high
    ? "no interval, as all resamples agree"
    : interval
      ? `95 % interval ${formatNumber(interval.low, decimals)} to ${formatNumber(interval.high, decimals)}`
      : "no interval";

/** An adjusted p, never quite 0. @example pText(0.0004) => "p < 0,001" */
export const pText = (p: number | null): string =>
  p === null
    ? "p unknown"
    : p < 0.001
      ? `p < ${formatTyped(0.001)}`
      : `p = ${formatNumber(p, p < 0.1 ? 3 : 2)}`;

/**
 * The models from the best to the worst by a metric of which more is better; those without one last, and last of all
 * those that give everybody the same score, which rank nobody.
 */
export const ranked = (models: readonly LabModel[], metric: MetricName): LabModel[] => {
  const value = (model: LabModel) =>
    givesSameScore(model) ? -Infinity : (model.scorecard.metrics[metric].value ?? -Number.MAX_VALUE);
  return models.toSorted((a, b) => value(b) - value(a));
};

/** The comparison of two families, whichever stands first in it. */
const between = (comparisons: readonly Comparison[], a: LabModel, b: LabModel) =>
  comparisons.find((pair) => [pair.a, pair.b].includes(a.family) && [pair.a, pair.b].includes(b.family));

const isSignificant = (pair: Comparison | undefined) =>
  pair !== undefined && (pair.verdict === "a is better" || pair.verdict === "b is better");

/** Whether a model's interval leaves out what no model gets. */
function beatsGuessing({scorecard}: LabModel, metric: MetricName): boolean {
  const {interval} = scorecard.metrics[metric];
  const base = scorecard.baseline[metric];
  return interval !== null && base !== null && interval.low > base;
}

/** The page's answer: which family does best, how surely, and against what. */
export function compareAnswer(outcome: LabOutcome, byPrecision: readonly Comparison[]): string {
  const {models, comparisons, data, found, test, labels} = outcome;
  const {rows, who, found: looked} = outcomeWords(data.question, found);
  const telling = models.filter((model) => !givesSameScore(model));
  const silent = models
    .filter(givesSameScore)
    .map((model) => ` ${sameScoreSentence(model)}`)
    .join("");
  const [best, second] = ranked(telling.length ? telling : models, "rocAuc");
  const auc = best.scorecard.metrics.rocAuc;
  const share = labels.reduce((sum, label) => sum + label, 0) / test.length;
  const counted = `Judged on ${formatCount(test.length)} ${rows}${data.question.population ? " of the population" : ""} that the models had not seen; ${formatShare(share)} of these ${looked}.`;
  if (auc.value === null)
    return `Nothing can be said of how well the models tell ${rows} apart: all those they are judged by ended the same way.`;
  if (!telling.length)
    return `No model tells ${rows} ${who} ${looked} from the others.${silent} ${counted}${fewText(outcome)}`;
  const level = second?.scorecard.metrics.rocAuc.value === auc.value;
  const pair = second && between(comparisons, best, second);
  const lead =
    !second || level
      ? ""
      : isSignificant(pair)
        ? `, clearly ahead of ${nameOf(second)}`
        : `, but its lead over ${nameOf(second)} is not significant`;
  const half = formatTyped(0.5);
  const guess = beatsGuessing(best, "rocAuc")
    ? `guessing: ${half}`
    : `which cannot be told from guessing, ${half}`;
  const against =
    second && !level
      ? `; ${nameOf(second)}: ${formatNumber(second.scorecard.metrics.rocAuc.value, 3)}, ${pText(pair?.adjusted ?? null)} after Holm`
      : "";
  const first = level
    ? `${upper(nameOf(best))} and ${nameOf(second)} are equally good`
    : telling.length === 1 && models.length > 1
      ? `${upper(nameOf(best))} alone tells ${rows} apart: it is best`
      : `${upper(nameOf(best))} is best`;
  return `${first} at finding ${rows} ${who} ${looked}${lead}. Of one of them and one of the others, ${level ? "they rank" : "it ranks"} the former higher ${formatShare(auc.value)} of the time (ROC-AUC ${formatNumber(auc.value, 3)}, ${within(auc.interval, 3)}; ${guess}${against}). ${precisionText(telling, byPrecision, level ? undefined : best)} ${counted}${fewText(outcome)}${suspicion(auc.value)}${silent}`;
}

/** Fewer of those looked for than this tell models apart by luck only. */
const fewFound = 30;

/** What to think of figures that rest on a handful of those looked for. */
function fewText({labels, data, found}: LabOutcome): string {
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const {who, found: looked} = outcomeWords(data.question, found);
  return positives < fewFound
    ? ` Only ${formatCount(positives)} ${who} ${looked} are among them: too few to tell models apart by more than luck.`
    : "";
}

/** What to think of a figure that is too good to be true. */
const suspicion = (auc: number) =>
  auc >= alarmingAuc
    ? " So high a figure is no forecast: some feature leaks the label, as the page Leakage lab shows."
    : "";

function precisionText(models: readonly LabModel[], comparisons: readonly Comparison[], best?: LabModel) {
  const [leader, next] = ranked(models, "averagePrecision");
  const {value, interval} = leader.scorecard.metrics.averagePrecision;
  const base = leader.scorecard.baseline.averagePrecision;
  const name = nameOf(leader);
  const figures = `${formatNumber(value, 3)} (${within(interval, 3)}), where guessing gets ${formatNumber(base, 3)}`;
  if (next?.scorecard.metrics.averagePrecision.value === value)
    return `By PR-AUC ${name} and ${nameOf(next)} are level at ${figures}.`;
  const who = !next ? "it gets" : leader === best ? "it leads too with" : `${name} leads with`;
  const sure = !next
    ? ""
    : isSignificant(between(comparisons, leader, next))
      ? `, significantly ahead of ${nameOf(next)}`
      : `, the difference to ${nameOf(next)} not significant`;
  return `By PR-AUC ${who} ${figures}${sure}.`;
}

/** A family's name inside a sentence. @example nameOf({family: "forest"}) => "random forest" */
export const nameOf = ({family}: Pick<LabModel, "family">): string => {
  const name = familyNames[family];
  return family === "xgboost" ? name : name.charAt(0).toLowerCase() + name.slice(1);
};

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
