import type {DuckDBConnection} from "@duckdb/node-api";
import {withInputs} from "../lib/marts/index.js";
import type {Mart, MartParameters} from "../lib/marts/mart.js";
import {Pool} from "./pool.js";
import type {WrittenMart} from "./writeMart.js";
import {writeMart} from "./writeMart.js";

interface Run {
  /** Marts to write; what they are made of is computed but not written. */
  names: readonly string[];
  parameters: MartParameters;
  directory: string;
  onWritten?: (mart: WrittenMart) => void;
}

/** Most marts are too small for one to keep all cores busy. */
const atOnce = 2;

/**
 * Computes marts from the staged tables and writes them, several at a time, each as soon as what it is made
 * of is there. Throws what DuckDB throws, after everything under way has ended.
 */
export async function runMarts(
  connect: () => Promise<DuckDBConnection>,
  {names, parameters, directory, onWritten}: Run
): Promise<WrittenMart[]> {
  const marts = withInputs(names);
  const read = new Set(marts.flatMap(({inputs}) => inputs));
  const pool = new Pool(await Promise.all(Array.from({length: atOnce}, connect)));
  const tables = new Map<string, Promise<number>>();

  /** Makes a table of a mart that others read; gives its time in milliseconds. */
  async function materialize(mart: Mart): Promise<number> {
    await Promise.all(mart.inputs.map((input) => tables.get(input) ?? Promise.resolve(0)));
    if (!read.has(mart.name)) return 0;
    return pool.use(async (connection) => {
      const started = performance.now();
      await connection.run(`create table "${mart.name}" as ${mart.sql(parameters)}`);
      return performance.now() - started;
    });
  }

  async function write(mart: Mart): Promise<WrittenMart> {
    const before = (await tables.get(mart.name)) ?? 0;
    const select = read.has(mart.name) ? `from "${mart.name}"` : mart.sql(parameters);
    const file = await pool.use((connection) => writeMart(connection, {mart, select, directory}));
    const written = {...file, milliseconds: before + file.milliseconds};
    onWritten?.(written);
    return written;
  }

  for (const mart of marts) tables.set(mart.name, materialize(mart));
  const files = marts.filter(({name}) => names.includes(name)).map(write);
  const ends = await Promise.allSettled([...files, ...tables.values()]);
  const failure = ends.find((end) => end.status === "rejected");
  if (failure) throw failure.reason;
  return Promise.all(files);
}
