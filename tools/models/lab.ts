import {proxy, wrap} from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import type {DuckDBConnection} from "@duckdb/node-api";
import {readFile} from "node:fs/promises";
import {availableParallelism} from "node:os";
import {join} from "node:path";
import {Worker} from "node:worker_threads";
import type {Lab, LabWorker, NamedExamples} from "../../lib/lab/lab.js";
import {allOf} from "../../lib/lab/lab.js";
import type {Manifest} from "../../lib/marts/manifest.js";
import type {Result} from "../../lib/result.js";
import {ok} from "../../lib/result.js";
import {compileKernels} from "../../loaders/kernels.js";
import {manifestFile} from "../../loaders/manifest.js";
import {Pool} from "../../loaders/pool.js";

const mostWorkers = 8;

/** A lab that works with the threads of this machine; they are stopped with it. */
export interface NodeLab extends Lab {
  /** The kernels that its threads work with. */
  module: WebAssembly.Module;
  close: () => Promise<void>;
}

/** Threads of Node as a lab, on the marts of a directory that the connection has as views. */
export async function nodeLab(connection: DuckDBConnection, marts: string): Promise<NodeLab> {
  const module = await WebAssembly.compile(await compileKernels());
  const about = JSON.parse(await readFile(join(marts, manifestFile), "utf8")) as Manifest;
  const threads = Array.from(
    {length: Math.min(mostWorkers, availableParallelism())},
    () => new Worker(new URL("./boot.js", import.meta.url))
  );
  const workers = threads.map((thread) => wrap<LabWorker>(nodeEndpoint(thread)) as unknown as LabWorker);
  const pool = new Pool(workers);
  const quiet = proxy(() => undefined);

  const opened = async (worker: LabWorker, data: NamedExamples): Promise<Result<true>> => {
    if (await worker.has(data.id)) return ok(true);
    const examples = await allOf(data);
    if (!examples.ok) return examples;
    await worker.open(data.id, examples.value, module);
    return ok(true);
  };

  return {
    module,
    work: (data, task) =>
      pool.use(async (worker) => {
        const ready = data ? await opened(worker, data) : ok(true);
        return ready.ok ? task(worker, data?.id ?? "", quiet) : ready;
      }),
    async explaining({key, data, request, model}, task) {
      const [worker] = workers;
      const ready = await opened(worker, data);
      if (!ready.ok) return ready;
      if (!(await worker.explains(key))) {
        const made = await worker.explain(data.id, key, request, model, quiet);
        if (!made.ok) return made;
      }
      return task(worker, quiet);
    },
    async columns(sql) {
      const reader = await connection.runAndReadAll(sql);
      const columns = reader.getColumnsJS();
      return Object.fromEntries(reader.columnNames().map((name, i) => [name, (columns[i] ?? []).map(plain)]));
    },
    about: () => Promise.resolve(about),
    async close() {
      await Promise.all(threads.map((thread) => thread.terminate()));
    }
  };
}

const plain = (value: unknown) => (typeof value === "bigint" ? Number(value) : value);
