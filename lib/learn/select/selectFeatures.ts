import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {Examples} from "../examples.js";
import {standardOf, standardised} from "../standard.js";
import {rowsByClass} from "../validation/rowsByClass.js";
import {contingency} from "./contingency.js";
import {byCorrelation} from "./correlation.js";
import type {Rank} from "./elimination.js";
import {byElimination} from "./elimination.js";
import {byLasso} from "./lasso.js";
import type {LassoPoint} from "./lasso.js";
import {byMutualInformation} from "./mutualInformation.js";
import type {Material, SelectionStep, StepName, Verdict} from "./step.js";
import {featuresOf, leftBy} from "./step.js";
import {byVariance} from "./variance.js";

export interface SelectionOptions {
  /** Features that are always kept, for reasons that no figure knows. */
  keep?: readonly string[];
  /** Correlation beyond which one of two features goes. */
  correlation?: number;
  /** Share of equal values at which a feature goes. */
  common?: number;
  /** Shuffles of the outcome that a feature must beat. */
  shuffles?: number;
  /** Importance of columns to a quick model, for the elimination. */
  rank: Rank;
  /** How many features to end with; the elimination leaves a tenth more for the L1 penalty to choose among. */
  features?: number;
  /** Share of the features that each of its rounds removes. */
  removed?: number;
  seed: number;
  module?: WebAssembly.Module;
}

export interface Selection {
  /** Six, in order. */
  steps: SelectionStep[];
  /** What was tried on the L1 path. */
  path: LassoPoint[];
  features: string[];
  /** Numbers of the examples' columns that belong to them. */
  columns: Uint32Array;
}

export interface SelectionProgress {
  share: number;
  step: StepName | "preparing";
}

/**
 * Selects features in six steps, each on what the one before has left: correlation, variance, mutual information,
 * recursive elimination, L1 penalty, and the keep-list, whose features are spared by all of them. To be given training
 * rows only. Gives way often, with the share done. Fails, with a sentence, without rows or columns, on one class, and
 * on a keep-list that names no feature.
 * @example finish(selectFeatures(examples, {rank, seed: 1})).value.features => ["avg_review_score", …]
 */
export function* selectFeatures(
  {columns, values, labels}: Pick<Examples, "columns" | "values" | "labels">,
  options: SelectionOptions
): Generator<SelectionProgress, Result<Selection>> {
  const {keep = [], correlation = 0.95, common = 0.99, shuffles = 19, rank, seed, module} = options;
  if (!columns.length) return fail("no-columns", "There is no feature to select from.");
  const classes = rowsByClass(labels, 1);
  if (!classes.ok) return classes;
  const all = featuresOf(columns);
  const unknown = keep.find((name) => !all.some((feature) => feature.name === name));
  if (unknown !== undefined) return fail("keep", `The keep-list names no feature of the table: ${unknown}`);

  const rows = Uint32Array.from(labels.keys());
  const material = {labels, values, keep: new Set(keep), module} as const;
  const counts: Material["counts"][number][] = [];
  const scores: Float32Array[] = [];
  for (const column of values) {
    counts.push(contingency(column, labels));
    scores.push(...standardised([column], rows, standardOf([column], rows)));
    yield {share: (0.15 * scores.length) / values.length, step: "preparing"};
  }
  const ready: Material = {...material, counts, scores};

  const steps: SelectionStep[] = [];
  let left = all;
  const done = (step: SelectionStep) => {
    steps.push(step);
    left = leftBy(step, left);
  };
  done(yield* within(0.15, 0.25, "correlation", byCorrelation(left, ready, correlation)));
  done(byVariance(left, ready, common));
  const chance = {shuffles, seed};
  done(yield* within(0.25, 0.35, "mutual information", byMutualInformation(left, ready, chance)));
  const wanted = options.features ?? 35;
  const elimination = {rank, features: Math.ceil(wanted * 1.1), share: options.removed ?? 0.1};
  done(yield* within(0.35, 0.75, "elimination", byElimination(left, ready, elimination)));
  const lasso = yield* within(0.75, 1, "lasso", byLasso(left, ready, wanted));
  done(lasso);
  done(keepList(steps, keep));
  return ok({
    steps,
    path: lasso.path,
    features: left.map(({name}) => name),
    columns: Uint32Array.from(left.flatMap((feature) => feature.columns)).sort()
  });
}

/** Passes on the progress of a step as its part of the whole. */
function* within<T>(
  from: number,
  to: number,
  step: StepName,
  work: Generator<number | void, T>
): Generator<SelectionProgress, T> {
  for (;;) {
    const {done, value} = work.next();
    if (done) return value;
    yield {share: from + (to - from) * (value ?? 0), step};
  }
}

/** What the keep-list has saved, and from which step. */
function keepList(steps: readonly SelectionStep[], keep: readonly string[]): SelectionStep {
  return {
    step: "keep-list",
    rule: "What the business wants to see is kept, whatever the steps before say.",
    verdicts: keep.map((feature): Verdict => {
      const saved = steps
        .flatMap(({step, verdicts}) => verdicts.map((verdict) => ({...verdict, step})))
        .find((verdict) => verdict.feature === feature && verdict.verdict === "spared");
      return saved
        ? {feature, figure: saved.figure, verdict: "spared", reason: `${saved.step}: ${saved.reason}`}
        : {feature, figure: 0, verdict: "kept", reason: ""};
    })
  };
}
