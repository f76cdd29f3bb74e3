import {ruleLabel} from "../features/labels.js";
import type {FitProgress} from "../pipeline/fitting.js";
import type {EncodingCheck} from "../pipeline/leakage/encodingCheck.js";
import {encodingCheck} from "../pipeline/leakage/encodingCheck.js";
import {featuresAlone} from "../pipeline/leakage/featuresAlone.js";
import type {LearnedRules} from "../pipeline/leakage/learnedRules.js";
import {learnedRules} from "../pipeline/leakage/learnedRules.js";
import type {NamedAuc} from "../learn/select/singleFeatureAuc.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {driven} from "../driven.js";
import {benchOf} from "./bench.js";

type Report = (progress: FitProgress) => unknown;

/** The AUC of each feature alone. */
export const aloneOf = (id: string, seed: number, report: Report): Result<NamedAuc[]> =>
  driven(featuresAlone(benchOf(id).examples, seed), report);

/** What the rule's columns say of the rule's label. */
export interface RuleCheck extends LearnedRules {
  /** Share of the rows whose label the rule as it is written gives from these columns. */
  written: number;
}

/** Whether the rule's columns give the label away: to one who knows the rule, and to a tree that does not. */
export function rulesOf(id: string, names: readonly [string, string, string]): Result<RuleCheck> {
  const {examples, module} = benchOf(id);
  const learned = learnedRules(examples, names, {module});
  if (!learned.ok) return learned;
  const [recency, frequency, gap] = names.map(
    (name) => examples.values[examples.columns.findIndex((column) => column.name === name)]
  );
  const right = examples.labels.reduce((sum, label, row) => {
    const inputs = {recencyDays: recency[row], frequency: frequency[row], averageGap: gap[row]};
    return sum + Number(ruleLabel(inputs) === label);
  }, 0);
  return ok({...learned.value, written: right / examples.labels.length});
}

/** What the rate by city seems to tell of shuffled labels, in fold and out of it. */
export function encodingOf(id: string, seed: number, report: Report): Result<EncodingCheck> {
  const {labels, city} = benchOf(id).examples;
  if (!city) return fail("city", "These examples have no rate by city that depends on their labels.");
  return driven(encodingCheck({labels, city: city.codes}, seed), report);
}
