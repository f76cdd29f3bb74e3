import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";
import type {EngineParts} from "../../workers/own/connection.js";
import {wasmProgram} from "../wasmProgram.js";

async function load(): Promise<Result<EngineParts>> {
  try {
    return ok({
      program: await wasmProgram(import.meta.resolve("npm:@duckdb/duckdb-wasm@1.32.0/dist/duckdb-eh.wasm")),
      script: import.meta.resolve("npm:@duckdb/duckdb-wasm@1.32.0/dist/duckdb-browser-eh.worker.js")
    });
  } catch (error) {
    return fail(
      "no-engine",
      `DuckDB could not be loaded (${(error as Error).message}): check the connection and try again.`
    );
  }
}

let loading: Promise<Result<EngineParts>> | undefined;

/** What the importer starts its DuckDB from, loaded here, where addresses are known: once, and anew where it failed. */
export async function engineParts(): Promise<Result<EngineParts>> {
  const asked = (loading ??= load());
  const parts = await asked;
  if (!parts.ok && loading === asked) loading = undefined;
  return parts;
}
