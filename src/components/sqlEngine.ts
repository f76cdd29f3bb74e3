import {AsyncDuckDB, VoidLogger} from "@duckdb/duckdb-wasm";
import type {AsyncDuckDBConnection} from "@duckdb/duckdb-wasm";
import {engineSettings} from "../lib/sql/engineSettings.js";
import {isAnswer} from "../lib/sql/explain.js";
import type {Values} from "../lib/sql/decode.js";
import type {EngineStart} from "./engineStart.js";
import {takeStart} from "./engineStart.js";

/** DuckDB in its worker. What it answers to a wrong query is thrown as its own error. */
export interface Engine {
  /** Runs a query; a vector for each column. */
  query(sql: string): Promise<Values[]>;
  /** Runs one or several statements; what the last one gives, as an Arrow IPC stream. */
  arrow(sql: string): Promise<Uint8Array>;
  /** Checks a query without running it. */
  check(sql: string): Promise<void>;
  /** Makes a table of an Arrow IPC stream, whose bytes are transferred. */
  insert(name: string, stream: Uint8Array): Promise<void>;
}

/** Thrown to all who wait for an engine that stopped working; its message is a sentence. */
export class EngineLost extends Error {
  constructor(cause?: unknown) {
    super(
      "DuckDB stopped while it ran this query; it starts anew with the next one. If it stops again, ask for less at once.",
      {cause}
    );
  }
}

let running: {engine: Promise<Engine>; stop: () => void} | undefined;

/** The engine, started on the first call, and anew after it was lost. */
export const engine = (): Promise<Engine> => (running ??= start()).engine;

/** Stops the engine; the next query starts a new one, without tables. */
export function stopEngine(): void {
  running?.stop();
}

function start() {
  const taken = takeStart();
  let lose: (reason: EngineLost) => void = () => {};
  const lost = new Promise<never>((_, reject) => (lose = reject));
  lost.catch(() => {});

  const self = {
    engine: open(taken, lost)
      .catch((error: unknown) => {
        self.stop();
        throw notStarted(error instanceof EngineLost ? error.cause : error);
      })
      .then((connection) => guarded(connection)),
    stop(cause?: unknown) {
      taken.worker.terminate();
      lose(new EngineLost(cause));
      if (running === self) running = undefined;
    }
  };
  self.engine.catch(() => {});
  void taken.failed.then((reason) => self.stop(reason));

  const guard = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await Promise.race([work, lost]);
    } catch (error) {
      if (error instanceof Error && isAnswer(error.message)) throw error;
      self.stop(error);
      throw error instanceof EngineLost ? error : new EngineLost(error);
    }
  };
  const guarded = (connection: AsyncDuckDBConnection): Engine => ({
    query: async (sql) => {
      const table = await guard(connection.query(sql));
      return table.schema.fields.map((_, i) => table.getChildAt(i) as Values);
    },
    arrow: (sql) => guard(connection.useUnsafe((bindings, id) => bindings.runQuery(id, sql))),
    check: async (sql) => (await guard(connection.prepare(sql))).close(),
    insert: (name, stream) => guard(connection.insertArrowFromIPCStream(stream, {name, schema: "main"}))
  });
  return self;
}

function open({worker, program}: EngineStart, lost: Promise<never>): Promise<AsyncDuckDBConnection> {
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  const opened = async () => {
    worker.postMessage(await program);
    await database.instantiate("data:application/wasm,");
    const connection = await database.connect();
    await connection.query(engineSettings);
    return connection;
  };
  return Promise.race([opened(), lost]);
}

const notStarted = (cause: unknown) => {
  const reason = cause instanceof Error ? cause.message : typeof cause === "string" ? cause : "it stopped";
  return new Error(
    `DuckDB could not be started (${reason}): reload the page; it needs a browser with WebAssembly.`,
    {cause}
  );
};
