import {expectedScore} from "../explain/expectedScore.js";
import {rowShap} from "../explain/modelShap.js";
import {treeAdder, treeDepths} from "../explain/treeShapQuick.js";
import type {TrainedModel} from "../model/model.js";
import {marginsOf, probabilityOf, scoresLogOdds} from "../model/model.js";
import {scoreRow} from "../learn/trees/predict.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import type {CustomerColumns} from "./customerColumns.js";
import {customerColumns} from "./customerColumns.js";
import {customerRow} from "./customerRow.js";
import type {CustomerField} from "./field.js";

/** A model with what is said of its scores. */
export interface ServedModel {
  model: TrainedModel;
  fields: readonly CustomerField[];
  /** Names the model: see `modelHash`. */
  hash: string;
  /** The label that is to be found, and from which probability of it on it is given. */
  found: 0 | 1;
  threshold: number;
}

/** What a field adds to a score. */
export interface Contribution {
  feature: string;
  /** In the score's unit. */
  contribution: number;
}

export interface Prediction {
  /** Of label 1. */
  probability: number;
  /** The label found where its probability reaches the threshold, else the other one. */
  label: 0 | 1;
  threshold: number;
  /** Log-odds, or of a forest the probability before calibration. */
  score: number;
  unit: "log-odds" | "probability";
  /** The model's mean score; with all contributions it adds up to `score`. */
  base: number;
  /** Of the fields that move the score most, the greatest first. */
  contributions: Contribution[];
  /** Of all other fields together. */
  others: number;
  /** Categories whose level the model has no column for. */
  unseen: string[];
  hash: string;
}

export interface Predictor {
  predict: (customer: unknown, top?: number) => Result<Prediction>;
  /** Probabilities of label 1. */
  predictBatch: (columns: CustomerColumns) => Result<Float64Array>;
}

/** The label that a probability of label 1 means. @example labelOf({found: 0, threshold: 0.5}, 0.9) => 1 */
export const labelOf = (
  {found, threshold}: Pick<ServedModel, "found" | "threshold">,
  probability: number
): 0 | 1 => ((found === 1 ? probability : 1 - probability) >= threshold ? found : found === 1 ? 0 : 1);

/**
 * Gets a model ready to score customers one by one, with what each field adds (exact TreeSHAP, or linear SHAP), or many
 * by column; probabilities are those of `scoreColumns` to the last bit.
 * @example predictor(served).predict({frequency: 1}).value.probability => 0.9
 */
export function predictor(served: ServedModel): Predictor {
  const {model, fields, hash, threshold} = served;
  const rowOf = customerRow(fields, model.features);
  const columnsOf = customerColumns(fields, model.features);
  const fieldOf = model.features.map((feature) => feature.replace(/=.*/s, ""));
  const {base, shapOf} = explainer(model);
  return {
    predict(customer, top = 5) {
      const read = rowOf(customer);
      if (!read.ok) return read;
      const {row, unseen} = read.value;
      const score =
        model.kind === "trees"
          ? scoreRow(model, row)
          : marginsOf(
              model,
              Array.from(row, (value) => Float32Array.of(value)),
              1
            )[0];
      const probability = probabilityOf(model, score);
      const sums = new Map<string, number>();
      shapOf(row).forEach((one, j) => {
        if (one !== 0) sums.set(fieldOf[j], (sums.get(fieldOf[j]) ?? 0) + one);
      });
      const all = [...sums].map(([feature, contribution]) => ({feature, contribution}));
      all.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
      const others = all.slice(top).reduce((sum, {contribution}) => sum + contribution, 0);
      const sum = all.reduce((total, {contribution}) => total + contribution, base);
      if (Math.abs(sum - score) > 1e-6 * Math.max(1, Math.abs(score)))
        throw new RangeError(`contributions add up to ${sum}, not to the score ${score}`);
      return ok({
        ...{probability, label: labelOf(served, probability), threshold, score},
        unit: scoresLogOdds(model) ? "log-odds" : "probability",
        ...{base, contributions: all.slice(0, top), others, unseen, hash}
      });
    },
    predictBatch(columns) {
      const read = columnsOf(columns);
      if (!read.ok) return read;
      return ok(marginsOf(model, read.value).map((score) => probabilityOf(model, score)));
    }
  };
}

/** Contributions of a row in the score's unit, with what does not depend on the row worked out once. */
function explainer(model: TrainedModel): {base: number; shapOf: (row: Float32Array) => Float64Array} {
  if (model.kind === "linear") return {base: model.intercept, shapOf: (row) => rowShap(model, row)};
  const depths = treeDepths(model.trees);
  const add = treeAdder(model.trees, depths);
  return {
    base: expectedScore(model),
    shapOf(row) {
      const sums = new Float64Array(row.length);
      for (let tree = 0; tree < depths.length; tree++) add(tree, row, sums);
      return sums;
    }
  };
}
