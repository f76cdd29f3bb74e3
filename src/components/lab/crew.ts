import * as Comlink from "comlink";
import type {FitProgress, LabExamples} from "../../lib/learn/lab/fitting.js";
import type {Result} from "../../lib/result.js";
import type {LabApi} from "../../workers/lab.worker.js";
import type {Pool, TaskOptions} from "../pool.js";
import {createPool} from "../pool.js";
import {kernels} from "./kernels.js";

/** Examples by a name that tells them from all others. */
export interface NamedExamples {
  id: string;
  examples: LabExamples;
}

let pool: Pool<LabApi> | undefined;

const mostWorkers = 8;

/** How many workers fit models side by side. */
export const crewSize = (): number => Math.max(1, Math.min(mostWorkers, navigator.hardwareConcurrency || 1));

/**
 * Does work on examples in one of the lab's workers, which are started when first needed and are sent the examples
 * once. What is aborted stops at once, with its worker.
 * @example await inCrew(data, (worker, id, report) => worker.fit(id, request, report), {signal, onProgress})
 */
export async function inCrew<T>(
  {id, examples}: NamedExamples,
  task: (
    worker: Comlink.Remote<LabApi>,
    id: string,
    report: (progress: FitProgress) => void
  ) => Promise<Result<T>>,
  options: TaskOptions = {}
): Promise<Result<T>> {
  const module = await kernels();
  pool ??= createPool<LabApi>(
    () => new Worker(import.meta.resolve("../../workers/lab.worker.js"), {type: "module"}),
    crewSize()
  );
  return pool.run(async (worker, onProgress) => {
    if (!(await worker.has(id))) await worker.open(id, examples, module);
    return task(
      worker,
      id,
      Comlink.proxy(({share, doing}: FitProgress) => onProgress(share, doing))
    );
  }, options);
}
