import {quantile} from "../metrics/quantile.js";
import {scaling} from "./scaling.js";

/** What a model may look at: numbers (not finite = missing) or categories (codes into levels, -1 = missing). */
export type Predictor =
  | {kind: "number"; name: string; label: string; values: Float32Array | Float64Array}
  | {kind: "category"; name: string; label: string; codes: Int32Array; levels: readonly string[]};

/** A column of the design: z-scores of a number, or of "is this level". */
export interface Term {
  /** Name of the predictor, for a category with its level: "region=N". */
  name: string;
  label: string;
  /** Of the training rows, in the predictor's unit. */
  mean: number;
  deviation: number;
  /** Share of the training rows where the value was missing; the training rows' median stands there. */
  missing: number;
}

/** The same columns for both parts, standardised by what the training rows alone say. */
export interface Design {
  terms: Term[];
  train: Float32Array[];
  test: Float32Array[];
}

/**
 * Turns predictors into columns for a linear model. Everything that is learnt from data (medians, means, deviations)
 * is learnt from the training rows. A category gives a column for each of its levels and none for "missing".
 * @example design([{kind: "number", name: "x", label: "x", values: Float64Array.of(1, 3, 9)}],
 *   Uint32Array.of(0, 1), Uint32Array.of(2)).test => [[7]]
 */
export function design(predictors: readonly Predictor[], train: Uint32Array, test: Uint32Array): Design {
  const result: Design = {terms: [], train: [], test: []};
  for (const predictor of predictors)
    for (const {name, label, valueOf} of columnsOf(predictor)) {
      const known = Float64Array.from(train, valueOf).filter(Number.isFinite).sort();
      const median = known.length ? quantile(known, 0.5) : 0;
      const filled = (row: number) => (Number.isFinite(valueOf(row)) ? valueOf(row) : median);
      const {mean, deviation} = scaling(Float64Array.from(train, filled));
      const standard = (row: number) => (filled(row) - mean) / deviation;
      result.terms.push({name, label, mean, deviation, missing: 1 - known.length / train.length});
      result.train.push(Float32Array.from(train, standard));
      result.test.push(Float32Array.from(test, standard));
    }
  return result;
}

interface Source {
  name: string;
  label: string;
  valueOf: (row: number) => number;
}

function columnsOf(predictor: Predictor): Source[] {
  const {name, label} = predictor;
  if (predictor.kind === "number") return [{name, label, valueOf: (row) => predictor.values[row]}];
  return predictor.levels.map((level, code) => ({
    name: `${name}=${level}`,
    label: `${label}: ${level.replaceAll("_", " ")}`,
    valueOf: (row) => Number(predictor.codes[row] === code)
  }));
}
