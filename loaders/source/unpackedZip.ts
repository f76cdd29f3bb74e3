import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import type {Result} from "../../lib/result.js";
import {ok} from "../../lib/result.js";
import type {Folder} from "../../lib/source/folder.js";
import {refuse} from "../../lib/source/refusal.js";
import {gather, oneTable} from "../../lib/source/zip/gather.js";
import {folderAt} from "./folder.js";

/** What a zip holds, on the disk until it is discarded. */
interface Unpacked {
  folder: Folder;
  /** The name of the file, where it is one table of transactions. */
  table?: string;
  discard: () => Promise<void>;
}

/** Unpacks the tables of a zip, by the rules that the tab has, into a temporary folder. */
export async function unpackedZip(path: string): Promise<Result<Unpacked>> {
  const name = basename(path);
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes)
    return refuse("unreadable-file", {
      file: name,
      problem: "cannot be read",
      repair: "make it a readable file"
    });
  const files = await gather([{name, blob: new Blob([bytes])}]);
  if (!files.ok) return files;
  const directory = await mkdtemp(join(tmpdir(), "vitrine-zip-"));
  const discard = () => rm(directory, {recursive: true, force: true});
  try {
    for (const file of files.value)
      await writeFile(join(directory, file.name), new Uint8Array(await file.blob.arrayBuffer()));
  } catch (error) {
    await discard();
    throw error;
  }
  const folder = {
    ...folderAt(directory),
    name,
    move: "zip the nine files together, or one table of transactions alone"
  };
  return ok({folder, table: oneTable(files.value)?.name, discard});
}
