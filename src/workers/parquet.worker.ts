import * as Comlink from "comlink";
import start, {readParquet} from "parquet-wasm/esm";
import {fail, ok} from "../lib/result.js";
import type {Result} from "../lib/result.js";

let started: Promise<unknown> | undefined;

/** Starts the reader once; where that fails, the next table tries again. */
const reader = (): Promise<unknown> => {
  started ??= start({module_or_path: import.meta.resolve("npm:parquet-wasm/esm/parquet_wasm_bg.wasm")});
  started.catch(() => (started = undefined));
  return started;
};

void reader().catch(() => {});

const api = {
  ping: () => true,

  /** A Parquet file as an Arrow IPC stream. */
  async toArrow(parquet: Uint8Array): Promise<Result<Uint8Array<ArrayBufferLike>>> {
    try {
      await reader();
    } catch (error) {
      return fail(
        "no-parquet-reader",
        `its reader could not be loaded (${String(error)}): check the connection and try again`
      );
    }
    try {
      const stream = readParquet(parquet).intoIPCStream();
      return Comlink.transfer(ok(stream), [stream.buffer]);
    } catch (error) {
      return fail("unreadable-parquet", `not a readable Parquet file: ${String(error)}`);
    }
  }
};

export type ParquetApi = typeof api;
Comlink.expose(api);
