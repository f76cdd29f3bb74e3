import {fail, ok} from "../../result.js";
import type {Result} from "../../result.js";
import type {TreeModel} from "./ensemble.js";
import type {Grower} from "./grower.js";
import {everyRow} from "../../stats/everyRow.js";

/**
 * What a tree family is trained on: a binned matrix, and which of its rows to learn from and to judge by. The matrix
 * may hold more rows than the training uses, so that one binning serves all folds and grid points; its cuts then come
 * from all its values (never from labels). The fit overwrites the grower's labels, weights, margins and gradients.
 */
export interface TreeFit {
  grower: Grower;
  /** Names of the matrix's columns. */
  features: readonly string[];
  /** 0 or 1 for each row of the matrix. */
  labels: Uint8Array;
  /** What each row of the matrix weighs; 1 without them. */
  weights?: ArrayLike<number>;
  /** Rows to learn from, ascending; all without them. */
  rows?: Uint32Array;
  /** Rows whose log loss is followed, and by which boosting may stop early. */
  validation?: Uint32Array;
  seed: number;
}

/** How far a training is. */
export interface TreeProgress {
  /** From 0 to 1. */
  share: number;
  /** Trees grown. */
  round: number;
  /** Mean log loss in nats after the last tree, on training and validation rows; not for forests. */
  train?: number;
  validation?: number;
}

/** Mean log loss in nats after each tree, every row counted once whatever it weighs. */
export interface LossCurve {
  train: Float64Array;
  validation?: Float64Array;
}

/** A trained model and how the training went. */
export interface TrainedTrees {
  model: TreeModel;
  /** Empty for forests, whose trees do not build on each other. */
  curve: LossCurve;
  /** Trees kept: the best round where training stopped early, else all. */
  bestRound: number;
  /** A sentence where the model says less than expected: no tree found a split. */
  note?: string;
}

export type TreeTraining = Generator<TreeProgress, Result<TrainedTrees>>;

/** Why nothing can be learned from these rows, in a sentence; else their count and the share of label 1 by weight. */
export function checkFit(fit: TreeFit): Result<{count: number; prior: number}> {
  const {grower, labels, weights, rows, features} = fit;
  const count = rows ? rows.length : grower.rows;
  if (features.length === 0)
    return fail("columns", "There is no column to learn from. Choose at least one feature.");
  if (count === 0)
    return fail("rows", "There is no row to learn from. Choose a longer period or fewer filters.");
  let [total, positive, positives] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const row = rows ? rows[i] : i;
    const weight = weights ? weights[row] : 1;
    if (!(weight >= 0 && weight < Infinity))
      return fail("weights", "A row's weight is not a number of zero or more.");
    if (weight === 0) continue;
    total += weight;
    if (labels[row]) positive += weight;
    positives += labels[row];
  }
  if (total === 0) return fail("weights", "All rows weigh zero: there is nothing to learn from.");
  if (positive === 0 || positive === total)
    return fail(
      "one-class",
      `All ${count} training rows have label ${positives ? 1 : 0}: there is nothing to tell apart. Choose another label, horizon or period.`
    );
  return ok({count, prior: positive / total});
}

/** Hands labels and weights to the grower; label 1 weighs `positiveWeight` times as much. */
export function load({grower, labels, weights}: TreeFit, positiveWeight = 1): void {
  for (let row = 0; row < grower.rows; row++) {
    grower.labels[row] = labels[row];
    grower.weights[row] = (weights ? weights[row] : 1) * (labels[row] ? positiveWeight : 1);
  }
}

/** What to say of a model without a split. */
export function noteOf({trees}: TreeModel): string | undefined {
  return trees.feature.some((column) => column >= 0)
    ? undefined
    : "No tree found a split that helps: every row gets the same probability. Either no column varies, or the parameters forbid every split.";
}

/** The training rows that weigh something (least-leaf counts must not count others); undefined when all rows do. */
export function weighingRows({grower, weights, rows}: TreeFit): Uint32Array | undefined {
  const every = rows ?? everyRow(grower.rows);
  const weighing = weights ? every.filter((row) => weights[row] > 0) : every;
  return weighing.length === grower.rows ? undefined : weighing;
}
