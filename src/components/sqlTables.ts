import {transfer} from "comlink";
import type {ParquetApi} from "../workers/parquet.worker.js";
import {ok} from "../lib/result.js";
import {background} from "./background.js";
import {tableSource} from "./martsSource.js";
import type {Engine} from "./sqlEngine.js";

const tables = new WeakMap<Promise<Engine>, Map<string, Promise<void>>>();
const decoders = background<ParquetApi>(() => import.meta.resolve("../workers/parquet.worker.js"));

/** Starts the reader of tables ahead of the first. */
export function startReader(): void {
  void decoders.ask((worker) => worker.ping().then(ok)).catch(() => {});
}

/** Has tables of the source in use ready in an engine: each is fetched once, however many ask for it. */
export async function loadTables(engine: Promise<Engine>, names: readonly string[]): Promise<void> {
  const loaded = tables.get(engine) ?? new Map<string, Promise<void>>();
  tables.set(engine, loaded);
  await Promise.all(
    names.map((name) => {
      const loading = loaded.get(name) ?? load(engine, name);
      loaded.set(name, loading);
      loading.catch(() => loaded.delete(name));
      return loading;
    })
  );
}

const load = async (engine: Promise<Engine>, name: string): Promise<void> => {
  const bytes = await tableSource().bytes(name);
  const stream = await decoders.ask((worker) => worker.toArrow(transfer(bytes, [bytes.buffer])));
  if (!stream.ok) throw new Error(`The table “${name}” could not be read: ${stream.message}`);
  await (await engine).insert(name, stream.value);
};
