import {DuckDBDataProtocol} from "@duckdb/duckdb-wasm";
import type {AsyncDuckDB} from "@duckdb/duckdb-wasm";
import type {Folder} from "../../lib/source/folder.js";
import type {NamedBlob} from "../../lib/source/zip/unzip.js";
import {fileOf} from "./fileOf.js";
import {tools} from "./tools.js";

/** Has DuckDB know a blob by a name, without a copy of its bytes. */
const register = (database: AsyncDuckDB, name: string, blob: Blob) =>
  database.registerFileHandle(name, new File([blob], name), DuckDBDataProtocol.BROWSER_FILEREADER, true);

/** A reader's files as the folder that the importer reads. */
export async function folderOf(database: AsyncDuckDB, files: readonly NamedBlob[]): Promise<Folder> {
  const blobs = new Map(files.map(({name, blob}) => [name, blob]));
  // Names of a reader could be patterns to DuckDB, or tell it of a compression.
  const paths = new Map([...blobs.keys()].map((name, at) => [name, `own-${at}.csv`]));
  for (const [name, blob] of blobs) await register(database, paths.get(name) ?? name, blob);
  let copies = 0;
  return {
    name: "What you chose",
    names: () => Promise.resolve([...blobs.keys()].sort()),
    file: (name) => fileOf(paths.get(name) ?? name, blobs.get(name) ?? new Blob()),
    async copy(_, text) {
      const pieces: string[] = [];
      for await (const piece of text) pieces.push(piece);
      const path = `copy-${copies++}.csv`;
      const blob = new Blob(pieces);
      await register(database, path, blob);
      return {
        ...fileOf(path, blob),
        discard: async () => {
          await database.dropFile(path);
        }
      };
    },
    below: () => [],
    move: "choose the nine files together, or a folder or a zip that holds them, or one table of transactions alone",
    tools
  };
}
