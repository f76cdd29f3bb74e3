import {clear, createStore, delMany, get, keys, set} from "idb-keyval";
import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";
import type {OwnRecord} from "./record.js";

type Place = Pick<OwnRecord, "id" | "kept">;

const folderName = "vitrine-own";
const database = () => createStore("vitrine-own", "tables");
const keyOf = (id: string, name: string) => `${id}/${name}`;

const root = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(folderName, {create: true});

/** Where this browser keeps tables: its private files, or its database where it cannot write these from a page. */
export async function storeKind(): Promise<OwnRecord["kept"]> {
  try {
    if (!("createWritable" in FileSystemFileHandle.prototype)) return "indexeddb";
    await root();
    return "opfs";
  } catch {
    return "indexeddb";
  }
}

function notKept(error: unknown): Result<never> {
  const {name, message} = error as Error;
  return name === "QuotaExceededError"
    ? fail(
        "quota",
        "This browser has no room left for your tables: free some of its storage, or choose smaller files. Nothing was changed."
      )
    : fail(
        "not-kept",
        `This browser would not keep the tables (${message}): leave private browsing and try again. Nothing was changed.`
      );
}

/** Keeps a table's file, apart from those in use. */
export async function keepTable(
  {id, kept}: Place,
  name: string,
  bytes: Uint8Array<ArrayBuffer>
): Promise<Result<undefined>> {
  try {
    if (kept === "indexeddb") await set(keyOf(id, name), bytes, database());
    else {
      const folder = await (await root()).getDirectoryHandle(id, {create: true});
      const file = await (await folder.getFileHandle(name, {create: true})).createWritable();
      await file.write(bytes);
      await file.close();
    }
    return ok(undefined);
  } catch (error) {
    return notKept(error);
  }
}

/** The bytes of a table's file; rejects where it is gone. */
export async function keptTable({id, kept}: Place, name: string): Promise<Uint8Array<ArrayBuffer>> {
  if (kept === "indexeddb") {
    const bytes = await get<Uint8Array<ArrayBuffer>>(keyOf(id, name), database());
    if (!bytes) throw new Error("it is not there");
    return bytes;
  }
  const folder = await (await root()).getDirectoryHandle(id);
  const file = await (await folder.getFileHandle(name)).getFile();
  return new Uint8Array(await file.arrayBuffer());
}

async function sweepFiles(kept?: string): Promise<void> {
  const folder = (await root()) as FileSystemDirectoryHandle & {keys(): AsyncIterable<string>};
  for await (const name of folder.keys())
    if (name !== kept) await folder.removeEntry(name, {recursive: true});
}

async function sweepDatabase(kept?: string): Promise<void> {
  if (kept === undefined) return clear(database());
  const stale = (await keys<string>(database())).filter((key) => !key.startsWith(`${kept}/`));
  await delMany(stale, database());
}

/** Deletes all tables but those of one shop: what was forgotten, replaced, or left by a tab that closed half-way. */
export async function sweep(kept?: string): Promise<void> {
  await Promise.all([sweepFiles(kept).catch(() => {}), sweepDatabase(kept).catch(() => {})]);
}
