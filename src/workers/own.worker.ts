import * as Comlink from "comlink";
import type {Progress} from "../lib/driven.js";
import {formatCount} from "../lib/format.js";
import {marts} from "../lib/marts/index.js";
import type {Result} from "../lib/result.js";
import {fail} from "../lib/result.js";
import type {Imported} from "../lib/source/importShop.js";
import {importShop} from "../lib/source/importShop.js";
import type {StageOptions} from "../lib/source/stage.js";
import {stage} from "../lib/source/stage.js";
import {tables} from "../lib/source/tables.js";
import type {Mapping} from "../lib/source/transactions/mapping.js";
import {stageTransactions} from "../lib/source/transactions/stage.js";
import type {NamedBlob} from "../lib/source/zip/unzip.js";
import type {EngineParts} from "./own/connection.js";
import {startEngine} from "./own/connection.js";
import {folderOf} from "./own/folder.js";
import {look} from "./own/look.js";
import {parquetOf, parquetWriter} from "./own/writeParquet.js";

/** Keeps a table's file; a failure ends the import. */
export type Keep = (name: string, parquet: Uint8Array<ArrayBuffer>) => Promise<Result<undefined>>;

class NotKept extends Error {
  constructor(readonly failure: Extract<Result<never>, {ok: false}>) {
    super(failure.message);
  }
}

/** Shares of the whole: unpacking and starting, reading, staging; the rest is the tables. */
const shares = {start: 0.05, read: 0.25, staged: 0.15};

const api = {
  ping: () => true,

  look,

  /** Reads a shop's files, or with a mapping one table of transactions, checks and stages them and hands every table to `keep`, one after the other. */
  async importFiles(
    files: readonly NamedBlob[],
    parts: EngineParts,
    keep: Keep,
    report: (progress: Progress) => unknown,
    mapping?: Mapping
  ): Promise<Result<Imported>> {
    report({share: 0, doing: "Opening the files"});
    const [engine] = await Promise.all([startEngine(parts), parquetWriter()]);
    const done = {read: 0, staged: 0};
    try {
      const folder = await folderOf(engine.database, files);
      return await importShop(engine.connection, {
        builtAt: new Date().toISOString(),
        stage: () => {
          const options: StageOptions = {
            onProgress({step, table}) {
              done[step]++;
              const share =
                shares.start + (shares.read * done.read + shares.staged * done.staged) / tables.length;
              report({share, doing: step === "read" ? `Read ${table}` : `Checked ${table}`});
            }
          };
          return mapping
            ? stageTransactions(engine.connection, folder, files[0].name, mapping, options)
            : stage(engine.connection, folder, options);
        },
        onMart(mart, at) {
          const before = shares.start + shares.read + shares.staged;
          const share = before + ((1 - before) * at) / marts.length;
          const doing = `Table ${formatCount(at + 1)} of ${formatCount(marts.length)}: ${mart.name}`;
          report({share, doing});
        },
        async write(mart, select) {
          const {rows, parquet} = await parquetOf(engine, select);
          const bytes = parquet.length;
          const kept = await keep(mart.name, Comlink.transfer(parquet, [parquet.buffer]));
          if (!kept.ok) throw new NotKept(kept);
          return {rows, bytes};
        }
      });
    } catch (error) {
      if (error instanceof NotKept) return error.failure;
      const [reason] = String((error as Error).message).split("\n");
      return fail(
        "engine",
        `DuckDB stopped at these files (${reason}): close other tabs and try again, or take fewer rows.`
      );
    } finally {
      engine.stop();
    }
  }
};

export type OwnApi = typeof api;

Comlink.expose(api);
