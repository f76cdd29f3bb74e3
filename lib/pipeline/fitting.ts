import type {TrainedModel} from "../model/model.js";
import type {Balance, ModelSpec} from "../learn/families.js";
import type {Examples} from "../learn/examples.js";
import type {LossCurve} from "../learn/trees/fit.js";

/** Rows with a code of the place they live in, for the column that must be worked out fold by fold. */
export interface LabExamples extends Examples {
  /** Where the city's rate depends on the labels trained on: a row's city, and the column it fills. */
  city?: {codes: Int32Array; column: number};
}

/** What to fit, on which rows. */
export interface FitRequest {
  spec: ModelSpec;
  balance: Balance;
  /** Rows that are prepared (binned) together; all of `train` and `validation` are among them. Without it, those two. */
  matrix?: Uint32Array;
  /** Rows to learn from, ascending. */
  train: Uint32Array;
  /** Rows by which boosting may stop early, ascending. */
  validation?: Uint32Array;
  /** Rows to give probabilities of. */
  test: Uint32Array;
  seed: number;
}

/** A model and what it says of the test rows. */
export interface Fitted {
  model: TrainedModel;
  /** Scores of the test rows, in their order, before they are made probabilities. */
  margins: Float64Array;
  /** Of the test rows, in their order. */
  probabilities: Float64Array;
  /** Scores of the training rows. */
  trainMargins: Float64Array;
  /** Of the training rows; far better than the test's means overfitting. */
  trainProbabilities: Float64Array;
  /** Mean log loss by round, for boosted trees. */
  curve?: LossCurve;
  /** Trees kept, or Newton steps taken. */
  rounds: number;
  /** Rows learnt from, synthetic ones included. */
  rows: {train: number; synthetic: number; test: number};
  /** A sentence where the model says less than expected. */
  note?: string;
}

export interface FitProgress {
  share: number;
  doing?: string;
}
