import type {DuckDBConnection} from "@duckdb/node-api";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {Lab, LabWorker} from "../../lib/lab/lab.js";
import {labWork} from "../../lib/lab/work.js";
import type {Manifest} from "../../lib/marts/manifest.js";
import {compileKernels} from "../../loaders/kernels.js";
import {manifestFile} from "../../loaders/manifest.js";

const quiet = () => undefined;

/** This process as a lab, on the marts of a directory that the connection has as views. */
export async function nodeLab(connection: DuckDBConnection, marts: string): Promise<Lab> {
  const module = await WebAssembly.compile(await compileKernels());
  const work = labWork();
  // Calls that answer at once and those that answer later are awaited alike.
  const worker = work as unknown as LabWorker;
  const about = JSON.parse(await readFile(join(marts, manifestFile), "utf8")) as Manifest;
  return {
    work: async (data, task) => {
      if (data && !work.has(data.id)) work.open(data.id, data.examples, module);
      return task(worker, data?.id ?? "", quiet);
    },
    async explaining({key, data, request, model}, task) {
      if (!work.has(data.id)) work.open(data.id, data.examples, module);
      if (!work.explains(key)) {
        const made = work.explain(data.id, key, request, model, quiet);
        if (!made.ok) return made;
      }
      return task(worker, quiet);
    },
    async columns(sql) {
      const reader = await connection.runAndReadAll(sql);
      const names = reader.columnNames();
      const columns = reader.getColumnsJS();
      return Object.fromEntries(names.map((name, i) => [name, columns[i].map(plain)]));
    },
    about: () => Promise.resolve(about)
  };
}

const plain = (value: unknown) => (typeof value === "bigint" ? Number(value) : value);
