import {wasmModule} from "./wasmProgram.js";

/** DuckDB's worker, and its program on the way. */
export interface EngineStart {
  worker: Worker;
  program: Promise<WebAssembly.Module>;
  /** Resolves, with what the browser says, where the worker has failed. */
  failed: Promise<string>;
}

let ahead: EngineStart | undefined;

function start(): EngineStart {
  const program = wasmModule(import.meta.resolve("npm:@duckdb/duckdb-wasm@1.32.0/dist/duckdb-eh.wasm"));
  program.catch(() => {});
  const worker = new Worker(import.meta.resolve("../workers/engine.worker.js"), {type: "module"});
  const failed = new Promise<string>((tell) =>
    worker.addEventListener("error", ({message}) => tell(message))
  );
  return {worker, program, failed};
}

/**
 * Starts what takes longest for the engine that is asked for next. A page that is sure to ask is built to call it first:
 * of the modules that stand between it and its questions this needs the fewest.
 */
export function startAhead(): void {
  ahead ??= start();
}

/** What the next engine runs in: what was started ahead, once, or a start of its own. */
export function takeStart(): EngineStart {
  const taken = ahead ?? start();
  ahead = undefined;
  return taken;
}
