import {rowShap} from "../../../../lib/explain/modelShap.js";
import {treeShap} from "../../../../lib/explain/treeShap.js";
import {finish} from "../../../../lib/learn/finish.js";
import {linked, scoreRow} from "../../../../lib/learn/trees/predict.js";
import {scorer} from "../../../../lib/learn/trees/scorer.js";
import {quantile} from "../../../../lib/metrics/quantile.js";
import {randomSource} from "../../../../lib/random/source.js";
import type {ModelName} from "../specs.js";
import {data, timed} from "./data.js";
import {modelOf} from "./trees.js";

/** SHAP values of all rows, and how far base and contributions at most are off the score. */
export function shapOfAll(name: ModelName): {ms: number; sumOff: number} {
  const {columns, labels, module} = data();
  const model = modelOf(name);
  const {ms, value} = timed(() => finish(treeShap(model, columns, {module})));
  const scores = scorer(model, module).margins(columns);
  let sumOff = 0;
  for (let row = 0; row < labels.length; row++) {
    let sum = value.base;
    for (const column of value.contributions) sum += column[row];
    sumOff = Math.max(sumOff, Math.abs(sum - scores[row]));
  }
  return {ms, sumOff};
}

/** Makes a scorer and gives the probabilities of all rows. */
export function scoreAll(name: ModelName): {ms: number} {
  const {columns, module} = data();
  const model = modelOf(name);
  return timed(() => scorer(model, module).probabilities(columns));
}

/** Scores and explains one row after the other, drawn at random; 95 of 100 take at most so long. */
export function scoreOne(name: ModelName, times: number): {p95: number} {
  const {columns, labels} = data();
  const model = modelOf(name);
  const random = randomSource(1);
  const each = Float64Array.from({length: times}, () => {
    const drawn = Math.floor(random() * labels.length);
    const row = Float32Array.from(columns, (column) => column[drawn]);
    return timed(() => [linked(model, scoreRow(model, row)), rowShap(model, row)]).ms;
  });
  return {p95: quantile(each.sort(), 0.95)};
}
