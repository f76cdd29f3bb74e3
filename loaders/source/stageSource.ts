import type {DuckDBConnection} from "@duckdb/node-api";
import type {Result} from "../../lib/result.js";
import type {Folder} from "../../lib/source/folder.js";
import type {Staged} from "../../lib/source/stage.js";
import type {Mapping} from "../../lib/source/transactions/mapping.js";
import type {Source} from "../origin.js";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {fail, ok} from "../../lib/result.js";
import {guessMapping, mappingProblem, readMapping} from "../../lib/source/transactions/mapping.js";
import {previewFile} from "../../lib/source/transactions/preview.js";
import {stageTransactions} from "../../lib/source/transactions/stage.js";
import {stage as stageFolder} from "../../lib/source/stage.js";
import {isZip} from "../../lib/source/zip/gather.js";
import {connectionOf} from "./connection.js";
import {folderAt} from "./folder.js";
import {stage} from "./stage.js";
import {unpackedZip} from "./unpackedZip.js";

async function mappingOf(
  folder: Folder,
  {file, mapping}: {file: string; mapping?: string}
): Promise<Result<Mapping>> {
  const preview = await previewFile(file, folder.file(file), folder.tools);
  if (!preview.ok) return preview;
  const {header} = preview.value;
  const text = mapping === undefined ? undefined : await readFile(mapping, "utf8").catch(() => "");
  const read = text === undefined ? ok(guessMapping(header)) : readMapping(text);
  const problem = read.ok ? mappingProblem(read.value, header) : undefined;
  return problem === undefined
    ? read
    : fail(
        "bad-mapping",
        `${file}: ${problem} Map its columns on the page “Your data”, save the mapping and give it with --mapping.`
      );
}

/** Stages what a zip holds: the nine files, or one table of transactions. */
async function stageZip(
  connection: DuckDBConnection,
  {file, mapping}: {file: string; mapping?: string},
  directory: string
): Promise<Result<Staged>> {
  const unpacked = await unpackedZip(join(directory, file));
  if (!unpacked.ok) return unpacked;
  const {folder, table, discard} = unpacked.value;
  try {
    return table === undefined
      ? await stageFolder(connectionOf(connection), folder)
      : await stageTable(connection, folder, {file: table, mapping});
  } finally {
    await discard();
  }
}

async function stageTable(
  connection: DuckDBConnection,
  folder: Folder,
  table: {file: string; mapping?: string}
): Promise<Result<Staged>> {
  const mapping = await mappingOf(folder, table);
  return mapping.ok
    ? stageTransactions(connectionOf(connection), folder, table.file, mapping.value)
    : mapping;
}

/** Stages a source's files, `directory` being where they are: the nine, or one table of transactions, in a zip or not. */
export async function stageSource(
  connection: DuckDBConnection,
  source: Source,
  directory: string
): Promise<Result<Staged>> {
  if (source.kind !== "real" || !source.table) return stage(connection, directory);
  return isZip(source.table.file)
    ? stageZip(connection, source.table, directory)
    : stageTable(connection, folderAt(directory), source.table);
}
