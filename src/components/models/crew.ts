import * as Comlink from "comlink";
import type {Lab} from "../../lib/lab/lab.js";
import {allOf} from "../../lib/lab/lab.js";
import type {FitProgress} from "../../lib/pipeline/fitting.js";
import type {LabApi} from "../../workers/lab.worker.js";
import {manifest} from "../marts.js";
import type {Pool} from "../pool.js";
import {createPool} from "../pool.js";
import {sql} from "../sql.js";
import {kernels} from "./kernels.js";

const mostWorkers = 8;

/** How many workers fit models side by side. */
export const crewSize = (): number => Math.max(1, Math.min(mostWorkers, navigator.hardwareConcurrency || 1));

const pools = new Map<"fitting" | "explaining", Pool<LabApi>>();

function pool(name: "fitting" | "explaining", size: number): Pool<LabApi> {
  const started =
    pools.get(name) ??
    createPool<LabApi>(
      () => new Worker(import.meta.resolve("../../workers/lab.worker.js"), {type: "module"}),
      size
    );
  pools.set(name, started);
  return started;
}

type Told = (share: number, doing?: string) => void;

const reporting = (onProgress: Told) =>
  Comlink.proxy(({share, doing}: FitProgress) => onProgress(share, doing));

/**
 * The tab as a lab: Web Workers, which are started when first needed and are sent examples once, and DuckDB-WASM. What
 * is aborted stops at once, with its worker.
 */
export const lab: Lab = {
  async work(data, task, options = {}) {
    const module = data ? await kernels() : undefined;
    return pool("fitting", crewSize()).run(async (worker, onProgress) => {
      if (data && !(await worker.has(data.id))) {
        const examples = await allOf(data);
        if (!examples.ok) return examples;
        await worker.open(data.id, examples.value, module);
      }
      return task(worker, data?.id ?? "", reporting(onProgress));
    }, options);
  },
  async explaining({key, data, request, model}, task, options = {}) {
    const module = await kernels();
    return pool("explaining", 1).run(async (worker, onProgress) => {
      const report = reporting(onProgress);
      if (!(await worker.explains(key))) {
        if (!(await worker.has(data.id))) {
          const examples = await allOf(data);
          if (!examples.ok) return examples;
          await worker.open(data.id, examples.value, module);
        }
        const made = await worker.explain(data.id, key, request, model, report);
        if (!made.ok) return made;
      }
      return task(worker, report);
    }, options);
  },
  columns: (text) => sql.columns(text).finally(() => sql.rest()),
  about: manifest
};
