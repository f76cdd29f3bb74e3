import type {XgboostSpec} from "../families.js";
import {briefSpecs} from "../families.js";
import {binColumns} from "../trees/bins.js";
import {growerOn} from "../trees/growerOn.js";
import {importances} from "../trees/importance.js";
import {trainFit} from "../trees/train.js";
import type {Rank} from "./elimination.js";

interface RankMaterial {
  /** By column; NaN where a value is missing. */
  values: readonly Float32Array[];
  labels: Uint8Array;
  seed: number;
  /** The compiled kernels, where there are any. */
  module?: WebAssembly.Module;
}

/** Fifty quick trees of the brief's depth; without its heavy penalties, which leave nothing of a rare outcome. */
const quick: XgboostSpec = {
  ...briefSpecs.xgboost,
  rounds: 50,
  eta: 0.1,
  alpha: 0,
  lambda: 1,
  scalePosWeight: 1
};

/**
 * Ranks columns by the total gain of a quick model of boosted trees, for the recursive elimination. Columns are binned
 * once for all rounds.
 * @example finish(quickRank({values, labels, seed: 1})(Uint32Array.of(0, 2))).length => 2
 */
export function quickRank({values, labels, seed, module}: RankMaterial): Rank {
  const bins = binColumns(values, {maxBins: quick.maxBins});
  return function* (columns) {
    const some = Array.from(columns);
    const grower = growerOn(module, {
      rows: bins.rows,
      cuts: some.map((column) => bins.cuts[column]),
      codes: some.map((column) => bins.codes[column]),
      missingBin: Int32Array.from(some, (column) => bins.missingBin[column])
    });
    const trained = yield* trainFit({grower, features: some.map(String), labels, seed}, quick);
    if (!trained.ok) throw new Error(trained.message);
    return importances(trained.value.model, "totalGain");
  };
}
