import * as Comlink from "comlink";
import type {Progress} from "../lib/driven.js";
import type {Result} from "../lib/result.js";
import type {Shop} from "../lib/shop.js";
import {toldShop, workerName} from "../lib/shop.js";
import type {TaskOptions} from "../lib/task.js";
import type {Pinged, Pool} from "./pool.js";
import {createPool} from "./pool.js";
import {timedWorker, timingsOn} from "./timings.js";

/** What a worker tells its progress with. */
export type Report = (progress: Progress) => unknown;

/** A question for a worker; what it returns is the answer, what it throws is a bug. */
export type Question<Api, T> = (worker: Comlink.Remote<Api>, report: Report) => Promise<Result<T>>;

/** Workers in the background. */
export interface Background<Api> {
  /** Asks a worker as soon as one is free; what is aborted stops at once, with its worker. */
  ask: <T>(question: Question<Api, T>, options?: TaskOptions) => Promise<Result<T>>;
  /** Stops all workers; what still runs or waits is cancelled. */
  dispose: () => void;
}

/**
 * Workers of one kind, which start when they are first needed.
 * @param address of the worker: a function, as `import.meta.resolve` is there in a browser only, and with the path spelt
 * out, as Framework looks for it in the text
 * @param size how many may work at once: one without it
 * @param shop whose they work for: the one that the page shows without it
 * @example const reading = background<ReadApi>(() => import.meta.resolve("../../workers/read.worker.js"));
 * @example await reading.ask((worker, report) => worker.read(file, report), {signal, onProgress})
 */
export function background<Api extends Pinged>(
  address: () => string,
  size: () => number = () => 1,
  shop: () => Shop = () => toldShop
): Background<Api> {
  let pool: Pool<Api> | undefined;
  return {
    ask: (question, options) => {
      pool ??= createPool<Api>(
        () => new Worker(address(), {type: "module", name: workerName(shop())}),
        size()
      );
      return pool.run((worker, onProgress) => {
        const report = Comlink.proxy(({share, doing}: Progress) => onProgress(share, doing));
        return question(timingsOn() ? timedWorker(worker) : worker, report);
      }, options);
    },
    dispose: () => {
      pool?.dispose();
      pool = undefined;
    }
  };
}
