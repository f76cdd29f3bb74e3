import * as Comlink from "comlink";
import start, {readParquet} from "parquet-wasm/esm";
import {fail, ok} from "../lib/result.js";
import type {Result} from "../lib/result.js";

const started = start({module_or_path: import.meta.resolve("npm:parquet-wasm/esm/parquet_wasm_bg.wasm")});

const api = {
  ping: () => true,

  /** A Parquet file as an Arrow IPC stream. */
  async toArrow(parquet: Uint8Array): Promise<Result<Uint8Array<ArrayBufferLike>>> {
    await started;
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
