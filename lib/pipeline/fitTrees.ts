import {concat} from "../stats/concat.js";
import {everyRow} from "../stats/everyRow.js";
import type {Result} from "../result.js";
import {gather} from "../learn/examples.js";
import {balancedWeights} from "../learn/problem.js";
import {binColumns} from "../learn/trees/bins.js";
import type {TrainedTrees, TreeFit} from "../learn/trees/fit.js";
import {growerOn} from "../learn/trees/growerOn.js";
import type {TreeSpec} from "../learn/trees/train.js";
import {trainFit} from "../learn/trees/train.js";
import type {FitProgress, FitRequest} from "./fitting.js";
import type {TrainingPart} from "./trainingPart.js";
import type {Workbench} from "./workbench.js";

const usualBins = 256;

/** Trains a family of trees on a training part. */
export function* fitTrees(
  bench: Workbench,
  request: FitRequest,
  part: TrainingPart,
  spec: TreeSpec
): Generator<FitProgress, Result<TrainedTrees>> {
  const maxBins = spec.family === "xgboost" ? spec.maxBins : usualBins;
  yield {share: 0, doing: "Sorting values into bins"};
  const onto = part.synthetic
    ? withRows(bench, request, part, maxBins)
    : within(bench, request, part, maxBins);
  const fit: TreeFit = {...onto, features: part.features, seed: request.seed};
  return yield* trainFit(fit, spec);
}

type Onto = Pick<TreeFit, "grower" | "labels" | "weights" | "rows" | "validation">;

/** Trains on rows of the examples as they are: the matrix's bins serve other fits too. */
function within(bench: Workbench, request: FitRequest, part: TrainingPart, maxBins: number): Onto {
  const {train, validation, balance} = request;
  const matrix = request.matrix ?? union(train, validation);
  const {examples} = bench;
  const fresh = examples.city && part.cityRates && new Map([[examples.city.column, part.cityRates]]);
  const grower = bench.grower(matrix, maxBins, fresh);
  const labels = Uint8Array.from(matrix, (row) => examples.labels[row]);
  const rows = places(train, matrix);
  const weights = balance === "weights" ? new Float64Array(matrix.length) : undefined;
  if (weights) {
    const balanced = balancedWeights(part.labels);
    rows.forEach((place, i) => (weights[place] = balanced[i]));
  }
  return {
    grower,
    labels,
    weights,
    rows: rows.length === matrix.length ? undefined : rows,
    validation: validation && places(validation, matrix)
  };
}

/** Trains on real and synthetic rows; rows to stop by stand after them. */
function withRows(
  {examples, module}: Workbench,
  {validation}: FitRequest,
  part: TrainingPart,
  maxBins: number
): Onto {
  const stop = validation ?? new Uint32Array();
  const count = part.labels.length;
  const columns = part.values.map((column, j) => {
    const source = j === examples.city?.column && part.cityRates ? part.cityRates : examples.values[j];
    return concat(column, gather(source, stop));
  });
  const labels = concat(
    part.labels,
    Uint8Array.from(stop, (row) => examples.labels[row])
  );
  return {
    grower: growerOn(module, binColumns(columns, {maxBins})),
    labels,
    rows: stop.length ? everyRow(count) : undefined,
    validation: stop.length ? Uint32Array.from(stop, (_, i) => count + i) : undefined
  };
}

/** Both, ascending, each row once. @example union(Uint32Array.of(1, 4), Uint32Array.of(2)) => [1, 2, 4] */
function union(a: Uint32Array, b: Uint32Array | undefined): Uint32Array {
  if (!b?.length) return a;
  return Uint32Array.from(new Set([...a, ...b])).sort();
}

/** Where ascending rows stand in an ascending list that holds them. @example places(Uint32Array.of(4), Uint32Array.of(1, 4)) => [1] */
function places(rows: Uint32Array, matrix: Uint32Array): Uint32Array {
  let place = 0;
  return rows.map((row) => {
    while (matrix[place] < row) place++;
    return place;
  });
}
