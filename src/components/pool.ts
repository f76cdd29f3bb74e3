import * as Comlink from "comlink";
import {fail} from "../lib/result.js";
import type {Result} from "../lib/result.js";
import {atWork} from "./atWork.js";
import type {TaskOptions} from "../lib/task.js";

/** What every worker of a pool answers to, beside its own work. */
export interface Pinged {
  ping(): boolean;
}

/** Work for one worker; what it returns is the task's outcome, what it throws is a bug. */
export type Task<Api, T> = (
  worker: Comlink.Remote<Api>,
  onProgress: NonNullable<TaskOptions["onProgress"]>
) => Promise<Result<T>>;

export interface Pool<Api> {
  /** Runs a task as soon as a worker is free, in the order of the calls. */
  run<T>(task: Task<Api, T>, options?: TaskOptions): Promise<Result<T>>;
  /** Stops all workers; what still runs or waits is cancelled. */
  dispose(): void;
}

interface Crew<Api> {
  worker: Worker;
  remote: Comlink.Remote<Api>;
  /** Resolves once the worker cannot work any more. */
  died: Promise<void>;
  ready: Promise<unknown>;
}

const died = "The background worker stopped and was replaced: try again; if it stops again, reload the page.";
const cancelled = fail("cancelled", "Cancelled.");

/**
 * A pool of workers that speak Comlink. Workers start when there is work for them; one that fails to start, stops with
 * an error or is cancelled is replaced by a new one for the next task, and its own task fails with the code
 * `worker-died` or `cancelled`.
 * @param open starts a worker
 * @param size how many may work at once
 * @param patience how long a new worker may take to answer, in milliseconds
 * @example const pool = createPool<TrainApi>(() => new Worker(import.meta.resolve("../workers/train.worker.js"), {type: "module"}), 1);
 * @example await pool.run((worker, onProgress) => worker.train(job, Comlink.proxy(onProgress)), {signal, onProgress})
 */
export function createPool<Api extends Pinged>(
  open: () => Worker,
  size: number,
  patience = 30_000
): Pool<Api> {
  const idle: Crew<Api>[] = [];
  const working = new Set<Crew<Api>>();
  const queue: (() => void)[] = [];
  const closing = new AbortController();

  const start = (): Crew<Api> => {
    const worker = open();
    const remote = Comlink.wrap<Api>(worker);
    const died = new Promise<void>((resolve) => {
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        resolve();
      });
      worker.addEventListener("messageerror", () => resolve());
    });
    return {worker, remote, died, ready: remote.ping()};
  };

  const next = () => {
    if (working.size < size) queue.shift()?.();
  };

  const attempt = async <T>(crew: Crew<Api>, task: Task<Api, T>, {signal, onProgress}: TaskOptions) => {
    const stopped = AbortSignal.any([closing.signal, ...(signal ? [signal] : [])]);
    let settled = false;
    const progress: NonNullable<TaskOptions["onProgress"]> = (share, doing) => {
      if (!settled && !stopped.aborted) onProgress?.(share, doing);
    };
    const outcome = Promise.race([
      aborted(stopped).then(() => cancelled),
      crew.died.then(() => fail<T>("worker-died", died)),
      answered(crew.ready, patience).then((answers) =>
        answers ? task(crew.remote, progress) : fail<T>("worker-died", died)
      )
    ]);
    let reusable = false;
    try {
      const result = await outcome;
      reusable = result.ok || (result.code !== "worker-died" && !stopped.aborted);
      return result;
    } finally {
      settled = true;
      working.delete(crew);
      if (reusable) idle.push(crew);
      else crew.worker.terminate();
      next();
    }
  };

  return {
    run: (task, options = {}) =>
      atWork(
        new Promise((resolve, reject) => {
          const begin = () => {
            if (options.signal?.aborted || closing.signal.aborted) {
              resolve(cancelled);
              next();
              return;
            }
            const crew = idle.pop() ?? start();
            working.add(crew);
            attempt(crew, task, options).then(resolve, reject);
          };
          queue.push(begin);
          options.signal?.addEventListener("abort", () => resolve(cancelled), {once: true});
          next();
        })
      ),
    dispose() {
      closing.abort();
      for (const {worker} of idle.splice(0)) worker.terminate();
      for (const begin of queue.splice(0)) begin();
    }
  };
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), {once: true});
  });

/** Whether an answer comes in time. */
const answered = async (answer: Promise<unknown>, patience: number): Promise<boolean> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), patience)));
  try {
    return await Promise.race([answer.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
};
