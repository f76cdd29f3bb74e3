import {fail, ok} from "../result.js";
import type {Result} from "../result.js";
import type {Predictor, Term} from "./design.js";
import {design} from "./design.js";
import type {TrainParameters} from "./parameters.js";
import {checkParameters} from "./parameters.js";
import type {Problem} from "./problem.js";
import type {TimeSplit} from "./timeSplit.js";
import {timeSplit} from "./timeSplit.js";

/** Rows to learn from and to test on, by column. Times in milliseconds. */
export interface LearningTable {
  times: Float64Array;
  /** When a row's outcome was known. */
  knownAt: Float64Array;
  /** 0 or 1. */
  labels: Uint8Array;
  predictors: readonly Predictor[];
}

/** A table made ready: split by time, imputed, encoded and standardised. */
export interface Prepared {
  problem: Problem;
  terms: Term[];
  split: TimeSplit;
  testColumns: Float32Array[];
  testLabels: Uint8Array;
}

const pick = (labels: Uint8Array, rows: Uint32Array) => Uint8Array.from(rows, (row) => labels[row]);

/**
 * Splits and encodes a table. Fails, with a sentence, on parameters out of bounds and where there is nothing to learn:
 * no rows, one class, or predictors that never change.
 */
export function prepare(table: LearningTable, parameters: TrainParameters): Result<Prepared> {
  const checked = checkParameters(parameters);
  if (!checked.ok) return checked;
  if (!table.labels.length)
    return fail("empty", "There are no rows to learn from: widen the period or the filters.");
  if (table.labels.some((label) => label > 1)) return fail("labels", "Every label must be 0 or 1.");
  const split = timeSplit(table.times, parameters.testShare, parameters.embargo ? table.knownAt : undefined);
  const labels = pick(table.labels, split.train);
  if (!split.train.length)
    return fail(
      "empty",
      "No row's outcome was known when the test period began: hold out less or lift the embargo."
    );
  const positives = labels.reduce((sum, label) => sum + label, 0);
  if (positives === 0 || positives === labels.length)
    return fail(
      "one-class",
      `All ${labels.length} training rows have the same outcome: there is nothing to tell apart.`
    );
  const columns = design(table.predictors, split.train, split.test);
  if (!columns.train.some((column) => column.some((value) => value !== 0)))
    return fail(
      "constant",
      "No predictor ever changes in the training rows: there is nothing to learn from."
    );
  return ok({
    problem: {columns: columns.train, labels, penalty: {C: parameters.C, l1Ratio: parameters.l1Ratio}},
    terms: columns.terms,
    split,
    testColumns: columns.test,
    testLabels: pick(table.labels, split.test)
  });
}
