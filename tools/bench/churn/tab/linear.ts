import {briefSpecs} from "../../../../lib/learn/families.js";
import {finish} from "../../../../lib/learn/finish.js";
import {standardOf, standardised} from "../../../../lib/learn/standard.js";
import {optimum} from "../../../../lib/learn/optimum.js";
import {scores} from "../../../../lib/learn/problem.js";
import {smote} from "../../../../lib/learn/resample/smote.js";
import {rocAuc} from "../../../../lib/metrics/rocAuc.js";
import {data, timed} from "./data.js";

/** As src/workers/labLogistic.ts asks for. */
const tolerance = 1e-10;

function zScores(): Float32Array[] {
  const {columns, labels} = data();
  const rows = Uint32Array.from(labels.keys());
  return standardised(columns, rows, standardOf(columns, rows));
}

/** Elastic-net logistic regression with the brief's parameters on z-scores, made beforehand. */
export function logistic(): {ms: number; iterations: number; auc: number} {
  const {labels, module} = data();
  const columns = zScores();
  const {C, l1Ratio} = briefSpecs.logistic;
  const {ms, value} = timed(() =>
    finish(optimum({columns, labels, penalty: {C, l1Ratio}}, {tolerance, module}))
  );
  return {ms, iterations: value.iterations, auc: rocAuc(labels, scores(columns, value.model)) ?? NaN};
}

/** SMOTE on all rows, 45 of 94 in one class and 49 in the other. */
export function balance(): {ms: number; synthetic: number} {
  const {labels, module} = data();
  const columns = zScores();
  const classes = Uint8Array.from(labels.keys(), (row) => Number(row % 94 < 45));
  const {ms, value} = timed(() => finish(smote(columns, classes, {seed: 1, kernels: module})));
  if (!value.ok) throw new Error(value.message);
  return {ms, synthetic: value.value.synthetic};
}
