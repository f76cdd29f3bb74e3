import type {TrainedModel} from "../model/model.js";
import {expectedScore} from "./expectedScore.js";
import {linearShap} from "./linearShap.js";
import type {ShapValues, TreeShapOptions} from "./treeShap.js";
import {treeShap} from "./treeShap.js";
import {treeShapQuick} from "./treeShapQuick.js";

/** What a model's score is counted in: log-odds, or a probability for a forest. */
export interface ScoreUnit {
  name: "log-odds" | "percentage points of probability";
  /** Of the score, to have it in that unit. */
  factor: number;
}

/**
 * The unit in which a reader is shown a model's score.
 * @example scoreUnit({kind: "trees", link: "mean", ...}) => {name: "percentage points of probability", factor: 100}
 */
export const scoreUnit = (model: TrainedModel): ScoreUnit =>
  model.kind === "trees" && model.link === "mean"
    ? {name: "percentage points of probability", factor: 100}
    : {name: "log-odds", factor: 1};

/**
 * SHAP values of rows for a model of any family, in the unit of `scoreUnit`, before calibration: exact for trees
 * (`treeShap`) and for a linear model on its own z-scores (`linearShap`). Base plus a row's contributions is its score.
 * @param columns in the order of `model.features`, NaN where a value is missing
 * @example finish(modelShap(model, [Float32Array.of(3, NaN)])).contributions => [[1, 0]], where coefficient 1, mean 2,
 *   deviation 1, median 2
 */
export function* modelShap(
  model: TrainedModel,
  columns: readonly Float32Array[],
  options: TreeShapOptions = {}
): Generator<{share: number}, ShapValues> {
  if (model.kind === "trees") {
    const {base, contributions} = yield* treeShap(model, columns, options);
    const {factor} = scoreUnit(model);
    if (factor !== 1)
      for (const column of contributions) for (let row = 0; row < column.length; row++) column[row] *= factor;
    return {base: factor * base, contributions};
  }
  const contributions: Float64Array[] = [];
  for (const [j, column] of columns.entries()) {
    contributions.push(linearPart(model, j, column));
    yield {share: (j + 1) / columns.length};
  }
  return {base: model.intercept, contributions};
}

type ScaledModel = Extract<TrainedModel, {kind: "linear"}>;

/** What one column of a linear model contributes to each row. */
function linearPart(
  {coefficients, median, mean, deviation}: ScaledModel,
  j: number,
  column: ArrayLike<number>
): Float64Array {
  if (!coefficients[j]) return new Float64Array(column.length);
  const scores = Float64Array.from(
    column,
    (value) => ((Number.isNaN(value) ? median[j] : value) - mean[j]) / deviation[j]
  );
  return linearShap({intercept: 0, coefficients: coefficients.slice(j, j + 1)}, [scores]).contributions[0];
}

/** The base of every row's SHAP values, in the unit of `scoreUnit`. @example modelBase(feverAndCough) => 20 */
export const modelBase = (model: TrainedModel): number =>
  model.kind === "trees" ? scoreUnit(model).factor * expectedScore(model) : model.intercept;

/**
 * The SHAP values of one row, as `modelShap` has them, quickly.
 * @example [...rowShap(feverAndCough, Float32Array.of(1, 1))] => [30, 30]
 */
export function rowShap(model: TrainedModel, row: Float32Array): Float64Array {
  if (model.kind === "trees") {
    const {factor} = scoreUnit(model);
    return treeShapQuick(model, row).map((value) => factor * value);
  }
  return Float64Array.from(row, (value, j) => linearPart(model, j, [value])[0]);
}
