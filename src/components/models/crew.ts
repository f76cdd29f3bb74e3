import type {Lab} from "../../lib/lab/lab.js";
import {allOf} from "../../lib/lab/lab.js";
import type {LabApi} from "../../workers/lab.worker.js";
import {background} from "../background.js";
import {manifest} from "../marts.js";
import {sql} from "../sql.js";
import {kernels} from "./kernels.js";

const mostWorkers = 8;

/** How many workers fit models side by side. */
export const crewSize = (): number => Math.max(1, Math.min(mostWorkers, navigator.hardwareConcurrency || 1));

const workerAddress = () => import.meta.resolve("../../workers/lab.worker.js");
const fitting = background<LabApi>(workerAddress, crewSize);
const explaining = background<LabApi>(workerAddress);

/**
 * The tab as a lab: Web Workers, which are started when first needed and are sent examples once, and DuckDB-WASM. What
 * is aborted stops at once, with its worker.
 */
export const lab: Lab = {
  async work(data, task, options = {}) {
    const module = data ? await kernels() : undefined;
    return fitting.ask(async (worker, report) => {
      if (data && !(await worker.has(data.id))) {
        const examples = await allOf(data);
        if (!examples.ok) return examples;
        await worker.open(data.id, examples.value, module);
      }
      return task(worker, data?.id ?? "", report);
    }, options);
  },
  async explaining({key, data, request, model}, task, options = {}) {
    const module = await kernels();
    return explaining.ask(async (worker, report) => {
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
