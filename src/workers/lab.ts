import type {BackendChoice} from "../lib/learn/backend.js";
import type {ModelSpec} from "../lib/learn/families.js";
import {fit, judged, prepared} from "../lib/learn/lab/fit.js";
import type {FitProgress, FitRequest, Fitted, LabExamples} from "../lib/learn/lab/fitting.js";
import {linearModel, linearTask} from "../lib/learn/lab/linear.js";
import type {Workbench} from "../lib/learn/lab/workbench.js";
import {workbench} from "../lib/learn/lab/workbench.js";
import type {Comparison, NamedModel} from "../lib/metrics/compareModels.js";
import {compareModels} from "../lib/metrics/compareModels.js";
import type {MetricName} from "../lib/metrics/measure.js";
import type {Scorecard} from "../lib/metrics/scorecard.js";
import {scorecard} from "../lib/metrics/scorecard.js";
import {modelHash} from "../lib/model/hash.js";
import {randomSource} from "../lib/random/source.js";
import type {Result} from "../lib/result.js";
import {fail, ok} from "../lib/result.js";
import type {RanOn} from "./device.js";
import {logisticOn} from "./labLogistic.js";

/** A fit to make in a worker. */
export interface LabRequest extends FitRequest {
  backend: BackendChoice;
  /** What the model's hash covers beside the model: hashes of the data's files and the question. */
  provenance: unknown;
}

/** A model and how it came about. */
export interface LabFit extends Fitted {
  spec: ModelSpec;
  hash: string;
  ranOn?: RanOn;
  milliseconds: number;
}

type Report = (progress: FitProgress) => unknown;

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

/** Fits a model, judges it, and gives it its hash. */
export async function fitOn(id: string, request: LabRequest, report: Report): Promise<Result<LabFit>> {
  const bench = benchOf(id);
  const begin = performance.now();
  const fitted =
    request.spec.family === "logistic"
      ? await fitLinear(bench, request, report)
      : driven(fit(bench, request), report);
  if (!fitted.ok) return fitted;
  const {spec, balance, seed} = request;
  return ok({
    ...fitted.value,
    spec,
    hash: modelHash({
      data: request.provenance,
      features: fitted.value.model.features,
      parameters: {...spec, balance},
      seed,
      model: steady(fitted.value.model)
    }),
    milliseconds: performance.now() - begin
  });
}

const streams = {judging: 401, comparing: 402};

/** How good probabilities are, with intervals, beside what needs no model. */
export const judge = (
  labels: Uint8Array,
  probabilities: Float64Array,
  trainLabels: Uint8Array,
  seed: number
): Scorecard =>
  driven(
    scorecard(labels, probabilities, {trainLabels, random: randomSource(seed, streams.judging)}),
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
    compareModels(labels, models, {metric, random: randomSource(seed, streams.comparing)}),
    () => undefined
  );

/** Whichever device solved it, coefficients agree to about 1e-9: so many digits name a linear model. */
const steady = (model: Fitted["model"]) =>
  model.kind === "trees"
    ? model
    : {
        ...model,
        intercept: rounded(model.intercept),
        coefficients: model.coefficients.map(rounded)
      };

const rounded = (value: number) => Number(value.toFixed(6)) + 0;

async function fitLinear(
  bench: Workbench,
  request: LabRequest,
  report: Report
): Promise<Result<Fitted & {ranOn: RanOn}>> {
  const {spec, balance, backend} = request;
  if (spec.family !== "logistic") return fail("family", "Only logistic regression runs on WebGL.");
  const part = driven(prepared(bench, request), report);
  if (!part.ok) return part;
  const {problem, standard} = linearTask(part.value, spec, balance);
  const solved = await logisticOn(problem, {
    backend,
    module: bench.module,
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

const reportMilliseconds = 80;

/** Runs work to its end, telling how far it is now and then. */
export function driven<T>(work: Generator<FitProgress, T>, report: Report): T {
  let told = performance.now();
  for (;;) {
    const {done, value} = work.next();
    if (done) return value;
    if (performance.now() - told < reportMilliseconds) continue;
    told = performance.now();
    report(value);
  }
}
