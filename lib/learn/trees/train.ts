import {fail} from "../../result.js";
import type {ModelSpec} from "../families.js";
import {binColumns} from "./bins.js";
import {boosting} from "./boosting.js";
import type {TreeFit, TreeTraining} from "./fit.js";
import {forest} from "./forest.js";
import type {Bins} from "./grower.js";
import {growerOn} from "./growerOn.js";
import {xgboost} from "./xgboost.js";

/** A family of trees and its parameters. */
export type TreeSpec = Exclude<ModelSpec, {family: "logistic"}>;

/** Examples to train on, where nothing is binned yet or the bins are at hand. */
export interface TreeExamples extends Omit<TreeFit, "grower"> {
  /** NaN where a value is missing. */
  columns: readonly Float32Array[];
  /** The columns' bins, where they were made before. */
  bins?: Bins;
}

const usualBins = 256;

/** Trains a family on a matrix that is binned. @example finish(trainFit(fit, briefSpecs.forest)).value.bestRound => 100 */
export function trainFit(fit: TreeFit, spec: TreeSpec): TreeTraining {
  switch (spec.family) {
    case "xgboost":
      return xgboost(fit, spec);
    case "boosting":
      return boosting(fit, spec);
    case "forest":
      return forest(fit, spec);
  }
}

/**
 * Trains a family of trees on columns, with the compiled kernels where they are given. For several fits on the same
 * columns pass the `bins` of all their rows and the `rows` of each fit: cuts then come from the values of all rows,
 * which tells a fit where other rows' values lie but nothing of their labels. The generator's return value is the
 * result; it fails with a sentence as the family does.
 * @example finish(trainTrees(module, {columns, features, labels, seed: 1}, briefSpecs.xgboost)).value.bestRound => 300
 */
export function* trainTrees(
  module: WebAssembly.Module | undefined,
  {columns, bins, ...fit}: TreeExamples,
  spec: TreeSpec
): TreeTraining {
  if (columns.some(({length}) => length !== fit.labels.length))
    return fail("columns", "The columns do not have a value for each row.");
  const maxBins = spec.family === "xgboost" ? spec.maxBins : usualBins;
  const grower = growerOn(module, bins ?? binColumns(columns, {maxBins}));
  return yield* trainFit({...fit, grower}, spec);
}
