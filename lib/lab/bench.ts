import {concat} from "../stats/concat.js";
import {driven} from "../driven.js";
import type {BackendChoice} from "../learn/backend.js";
import type {ModelSpec} from "../learn/families.js";
import type {CalibrationMethod} from "../pipeline/calibrating.js";
import type {Divided} from "../pipeline/divided.js";
import {divided} from "../pipeline/divided.js";
import {fit, judged, prepared} from "../pipeline/fit.js";
import type {FitProgress, FitRequest, Fitted, LabExamples} from "../pipeline/fitting.js";
import {linearModel, linearTask} from "../pipeline/linear.js";
import type {Workbench} from "../pipeline/workbench.js";
import {workbench} from "../pipeline/workbench.js";
import type {Comparison, NamedModel} from "../metrics/compareModels.js";
import {compareModels} from "../metrics/compareModels.js";
import type {MetricName} from "../metrics/measure.js";
import type {Scorecard} from "../metrics/scorecard.js";
import {rocAuc} from "../metrics/rocAuc.js";
import {scorecard} from "../metrics/scorecard.js";
import {modelHash} from "../model/hash.js";
import {randomStream} from "../random/streams.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {RanOn, Webgl} from "./device.js";
import type {Calibrated} from "./calibration.js";
import {rounded, roundedCalibration, withCalibration} from "./calibration.js";
import {logisticOn} from "./logistic.js";

/** A fit to make. */
export interface LabRequest extends FitRequest {
  backend: BackendChoice;
  /** What the model's hash covers beside the model: hashes of the data's files and the question. */
  provenance: unknown;
  /** "none" where not given; Platt and isotonic set a part of the training rows aside. */
  calibration?: CalibrationMethod;
}

/** A model and how it came about. */
export interface LabFit extends Calibrated {
  spec: ModelSpec;
  hash: string;
  ranOn?: RanOn;
  milliseconds: number;
  /** ROC-AUC on the rows learnt from and on those judged by; null where they have one outcome. */
  auc: {train: number | null; test: number | null};
}

export type Report = (progress: FitProgress) => unknown;

/** Examples stay with a worker until newer ones come: what it was sent is sent once. */
const benches = new Map<string, Workbench>();
const mostBenches = 2;

/** Whether examples are here. */
export const has = (id: string): boolean => benches.has(id);

/** Takes examples; the oldest go. */
export function open(id: string, examples: LabExamples, module: WebAssembly.Module | undefined): void {
  benches.set(id, workbench(examples, module));
  for (const old of [...benches.keys()].slice(0, -mostBenches)) benches.delete(old);
}

/** The examples of an id, which must be here. */
export function benchOf(id: string): Workbench {
  const bench = benches.get(id);
  if (!bench) throw new Error(`no examples with the id ${id}`);
  return bench;
}

/** The training rows of a request by what they are for. */
export const dividedFor = (bench: Workbench, {spec, seed, train, validation, calibration}: LabRequest) =>
  validation
    ? ok<Divided>({train, validation})
    : divided(bench.examples.labels, train, {spec, method: calibration ?? "none", seed});

/** Fits a model, calibrates it where asked, and gives it its hash. */
export async function fitOn(
  id: string,
  request: LabRequest,
  report: Report,
  webgl?: Webgl
): Promise<Result<LabFit>> {
  const bench = benchOf(id);
  const begin = performance.now();
  const parts = dividedFor(bench, request);
  if (!parts.ok) return parts;
  const {calibration: aside = new Uint32Array(), ...rows} = parts.value;
  const inner = {...request, ...rows, test: concat(request.test, aside)};
  const fitted =
    request.spec.family === "logistic"
      ? await fitLinear(bench, inner, report, webgl)
      : driven(fit(bench, inner), report);
  if (!fitted.ok) return fitted;
  const labelsOf = (some: Uint32Array) => Uint8Array.from(some, (row) => bench.examples.labels[row]);
  const trainLabels = labelsOf(rows.train);
  const judgedBy = withCalibration(fitted.value, request.test.length, request.calibration ?? "none", {
    spec: request.spec,
    balance: request.balance,
    trainLabels,
    labels: labelsOf(aside)
  });
  if (!judgedBy.ok) return judgedBy;
  const {spec, balance, seed} = request;
  const {model, probabilities, trainProbabilities} = judgedBy.value;
  return ok({
    ...judgedBy.value,
    spec,
    hash: modelHash({
      data: request.provenance,
      features: model.features,
      parameters: {...spec, balance},
      seed,
      model: steady(model)
    }),
    milliseconds: performance.now() - begin,
    auc: {
      train: rocAuc(trainLabels, trainProbabilities),
      test: rocAuc(labelsOf(request.test), probabilities)
    }
  });
}

/** How good probabilities are, with intervals, beside what needs no model. */
export const judge = (
  labels: Uint8Array,
  probabilities: Float64Array,
  trainLabels: Uint8Array,
  seed: number,
  threshold?: number
): Scorecard =>
  driven(
    scorecard(labels, probabilities, {
      trainLabels,
      random: randomStream("judge.scorecard", seed),
      threshold
    }),
    () => undefined
  );

/** Every pair of models on the same rows by one metric, from the same resamples. */
export const compare = (
  labels: Uint8Array,
  models: readonly NamedModel[],
  metric: MetricName,
  seed: number
): Comparison[] =>
  driven(
    compareModels(labels, models, {metric, random: randomStream("judge.comparison", seed)}),
    () => undefined
  );

/** Whichever device solved it, coefficients agree to about 1e-9: so many digits name a linear model. */
const steady = (model: Fitted["model"]) =>
  model.kind === "trees"
    ? model
    : {
        ...model,
        intercept: rounded(model.intercept),
        coefficients: model.coefficients.map(rounded),
        calibration: model.calibration && roundedCalibration(model.calibration)
      };

async function fitLinear(
  bench: Workbench,
  request: LabRequest,
  report: Report,
  webgl?: Webgl
): Promise<Result<Fitted & {ranOn: RanOn}>> {
  const {spec, balance, backend} = request;
  if (spec.family !== "logistic") return fail("family", "Only logistic regression runs on WebGL.");
  const part = driven(prepared(bench, request), report);
  if (!part.ok) return part;
  const {problem, standard} = linearTask(part.value, spec, balance);
  const solved = await logisticOn(problem, {
    backend,
    module: bench.module,
    webgl,
    pause: () => new Promise((resolve) => setTimeout(resolve)),
    cancelled: () => false,
    onProgress: (progress) => void report(progress)
  });
  if (!solved.ok) return solved;
  const {model, iterations, ranOn} = solved.value;
  return ok({
    ...judged(bench, request, part.value, {
      model: linearModel(part.value.features, model, standard),
      rounds: iterations
    }),
    ranOn
  });
}
