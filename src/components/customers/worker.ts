import * as Comlink from "comlink";
import type {Progress} from "../../lib/driven.js";
import type {Result} from "../../lib/result.js";
import type {TaskOptions} from "../../lib/task.js";
import type {CustomersApi} from "../../workers/customers.worker.js";
import type {Pool} from "../pool.js";
import {createPool} from "../pool.js";

let pool: Pool<CustomersApi> | undefined;

type Report = (progress: Progress) => unknown;

/**
 * Asks the worker of the pages about customers. It starts when it is first needed; what is aborted stops at once.
 * @example askCustomers((worker, report) => worker.payback([purchases, starts, terms, options], report), {signal})
 */
export function askCustomers<T>(
  ask: (worker: Comlink.Remote<CustomersApi>, report: Report) => Promise<Result<T>>,
  options: TaskOptions = {}
): Promise<Result<T>> {
  pool ??= createPool<CustomersApi>(
    () => new Worker(import.meta.resolve("../../workers/customers.worker.js"), {type: "module"}),
    1
  );
  return pool.run(
    (worker, onProgress) =>
      ask(
        worker,
        Comlink.proxy(({share, doing}: Progress) => onProgress(share, doing))
      ),
    options
  );
}
