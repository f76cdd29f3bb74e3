import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {ModelSpec} from "../learn/families.js";
import type {HoldoutOptions} from "../learn/validation/stratifiedHoldout.js";
import {stratifiedHoldout} from "../learn/validation/stratifiedHoldout.js";
import type {CalibrationMethod} from "./calibrating.js";

/** Training rows by what they are for; all ascending, no row in two of them. */
export interface Divided {
  /** To learn from. */
  train: Uint32Array;
  /** To stop boosting by. */
  validation?: Uint32Array;
  /** To calibrate by. */
  calibration?: Uint32Array;
}

const stopShare = 0.15;
const calibrationShare = 0.2;

/**
 * Sets rows aside where something needs rows that a model has not learnt from: a stratified fifth of the training rows
 * to calibrate by (Platt, isotonic), and 15 % of the rest where boosting may stop early. Fails, with a sentence, where
 * there are too few.
 * @example divided(labels, rows, {spec: {...briefSpecs.xgboost, earlyStoppingRounds: 20}, method: "none", seed: 1})
 *   => {ok: true, value: {train: 85 % of the rows, validation: 15 %}}
 */
export function divided(
  labels: Uint8Array,
  rows: Uint32Array,
  {spec, method, seed}: {spec: ModelSpec; method: CalibrationMethod; seed: number}
): Result<Divided> {
  const parts: Divided = {train: rows};
  if (method === "platt" || method === "isotonic") {
    const split = setAside(labels, parts.train, {share: calibrationShare, seed, stream: "split.calibration"});
    if (!split.ok) return split;
    [parts.train, parts.calibration] = split.value;
  }
  if (spec.family === "xgboost" && spec.earlyStoppingRounds > 0) {
    const split = setAside(labels, parts.train, {share: stopShare, seed, stream: "split.earlyStop"});
    if (!split.ok) return split;
    [parts.train, parts.validation] = split.value;
  }
  return ok(parts);
}

/**
 * Some rows without a stratified share of them, and that share.
 * @example setAside(Uint8Array.of(0, 0, 1, 1, 1), Uint32Array.of(0, 1, 3, 4), {share: 0.5, seed: 1, stream: "search.rows"}) => a row of each class in both
 */
export function setAside(
  labels: Uint8Array,
  rows: Uint32Array,
  options: HoldoutOptions
): Result<[rest: Uint32Array, aside: Uint32Array]> {
  const own = Uint8Array.from(rows, (row) => labels[row]);
  const split = stratifiedHoldout(own, options);
  if (!split.ok)
    return fail(split.code, `There are too few rows to set some aside from training. ${split.message}`);
  const {train, test} = split.value;
  return ok([train.map((at) => rows[at]), test.map((at) => rows[at])]);
}
