import {lossByRound} from "../pipeline/lossByRound.js";
import {gather} from "../learn/examples.js";
import {filled, trainingPart} from "../pipeline/trainingPart.js";
import type {CalibrationBin} from "../metrics/calibration.js";
import {calibration} from "../metrics/calibration.js";
import type {GainPoint} from "../metrics/gainCurve.js";
import {gainCurve} from "../metrics/gainCurve.js";
import type {Measures} from "../metrics/measure.js";
import {measure, named} from "../metrics/measure.js";
import {rankRows} from "../metrics/rankRows.js";
import type {RocPoint} from "../metrics/rocCurve.js";
import {rocCurve} from "../metrics/rocCurve.js";
import type {TrainedModel} from "../model/model.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {LabRequest} from "./bench.js";
import {driven} from "../driven.js";
import {benchOf, dividedFor} from "./bench.js";

/** A point of the precision-recall curve. */
export interface PrPoint {
  recall: number;
  precision: number;
  threshold: number;
}

/** What is drawn of a model's probabilities. */
export interface Curves {
  roc: RocPoint[];
  precisionRecall: PrPoint[];
  gain: GainPoint[];
  reliability: CalibrationBin[];
  /** The metrics of each part that the rows come in (folds, windows). */
  parts: Measures[];
}

const mostPoints = 400;
const bins = 10;
const cuts = {threshold: 0.5, top: 0.1};
/** Precision among fewer rows than these is noise that would set the scale of its chart. */
const fewestFlagged = 30;

/** The curves of a model's probabilities, each of a few hundred points, and the metrics of each part of the rows. */
export function curvesOf(
  labels: Uint8Array,
  probabilities: Float64Array,
  lengths: readonly number[]
): Curves {
  const roc = rocCurve(labels, probabilities);
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const negatives = labels.length - positives;
  const precisionRecall = roc.flatMap(({falsePositiveRate, truePositiveRate, threshold}) => {
    const caught = truePositiveRate * positives;
    const flagged = caught + falsePositiveRate * negatives;
    return flagged >= Math.min(fewestFlagged, labels.length)
      ? [{recall: truePositiveRate, precision: caught / flagged, threshold}]
      : [];
  });
  let from = 0;
  const parts = lengths.map((length) => {
    const [begin, end] = [from, (from += length)];
    return named(measure(rankRows(labels.subarray(begin, end), probabilities.subarray(begin, end)), cuts));
  });
  return {
    roc: thinned(roc),
    precisionRecall: thinned(precisionRecall),
    gain: gainCurve(labels, probabilities),
    reliability: calibration(labels, probabilities, bins, "quantile"),
    parts
  };
}

/** A few hundred points of a curve, its ends among them. @example thinned([1, 2, 3]) => [1, 2, 3] */
function thinned<T>(points: readonly T[]): T[] {
  const step = Math.max(1, (points.length - 1) / (mostPoints - 1));
  const kept = new Set<number>();
  for (let at = 0; at < points.length; at += step) kept.add(Math.round(at));
  if (points.length) kept.add(points.length - 1);
  return points.filter((_, at) => kept.has(at));
}

/** Mean log loss of a request's test rows after each tree of the boosted model that it gave. */
export function testLosses(id: string, request: LabRequest, model: TrainedModel): Result<Float64Array> {
  if (model.kind !== "trees" || model.link !== "logit")
    return fail("family", "Only boosted trees have a loss by round.");
  const bench = benchOf(id);
  const {examples, module} = bench;
  const rows = dividedFor(bench, request);
  if (!rows.ok) return rows;
  const learnt = {train: rows.value.train, balance: "none", seed: request.seed, module} as const;
  const part = driven(trainingPart(examples, learnt), () => undefined);
  if (!part.ok) return part;
  const columns = filled(examples, part.value).map((column) => gather(column, request.test));
  const labels = Uint8Array.from(request.test, (row) => examples.labels[row]);
  return ok(driven(lossByRound(model, columns, labels), () => undefined));
}
