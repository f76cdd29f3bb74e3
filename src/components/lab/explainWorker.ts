import * as Comlink from "comlink";
import type {FitProgress} from "../../lib/learn/lab/fitting.js";
import type {TrainedModel} from "../../lib/model/model.js";
import type {Result} from "../../lib/result.js";
import type {LabRequest} from "../../lib/lab/bench.js";
import type {LabApi} from "../../workers/lab.worker.js";
import type {Pool, TaskOptions} from "../pool.js";
import {createPool} from "../pool.js";
import type {NamedExamples} from "./crew.js";
import {kernels} from "./kernels.js";

/** A model to be explained on all rows of its examples. */
export interface Subject {
  /** Tells it from all others. */
  key: string;
  data: NamedExamples;
  request: LabRequest;
  model: TrainedModel;
}

let pool: Pool<LabApi> | undefined;

/**
 * Does work in the one worker that keeps the SHAP values of all rows; what it does not have (any more) it works out
 * first.
 * @example await inExplainer(subject, async (worker) => worker.dependenceOf(subject.key, "frequency", null))
 */
export async function inExplainer<T>(
  {key, data, request, model}: Subject,
  task: (worker: Comlink.Remote<LabApi>, report: (progress: FitProgress) => void) => Promise<Result<T>>,
  options: TaskOptions = {}
): Promise<Result<T>> {
  const module = await kernels();
  pool ??= createPool<LabApi>(
    () => new Worker(import.meta.resolve("../../workers/lab.worker.js"), {type: "module"}),
    1
  );
  return pool.run(async (worker, onProgress) => {
    const report = Comlink.proxy(({share, doing}: FitProgress) => onProgress(share, doing));
    if (!(await worker.explains(key))) {
      if (!(await worker.has(data.id))) await worker.open(data.id, data.examples, module);
      const made = await worker.explain(data.id, key, request, model, report);
      if (!made.ok) return made;
    }
    return task(worker, report);
  }, options);
}
