import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";
import {foreign} from "../../lib/source/foreign.js";
import {refuse} from "../../lib/source/refusal.js";
import type {Room} from "../../lib/source/room.js";
import {doubtful, roomFor} from "../../lib/source/room.js";
import type {Preview} from "../../lib/source/transactions/preview.js";
import {previewFile} from "../../lib/source/transactions/preview.js";
import {gather, isTable, isZip, oneTable} from "../../lib/source/zip/gather.js";
import type {NamedBlob} from "../../lib/source/zip/unzip.js";
import {fileOf} from "./fileOf.js";
import {tools} from "./tools.js";
import {weigh} from "./weigh.js";

/** What a reader chose: its tables, unpacked, and the first rows where it is one table of transactions. */
export interface Looked {
  files: NamedBlob[];
  preview?: Preview;
}

const headBytes = 4096;

async function refuseOther({name, blob}: NamedBlob): Promise<Result<never>> {
  const head = new Uint8Array(await blob.slice(0, headBytes).arrayBuffer());
  const other = blob.size > 0 ? foreign(head) : undefined;
  return blob.size === 0
    ? refuse("empty-file", {file: name, problem: "is empty", repair: "export it again"})
    : refuse(other?.code ?? "not-a-table", {
        file: name,
        problem: other?.problem ?? "is no CSV, no Parquet file and no zip",
        repair: other?.repair ?? "choose the tables of a shop"
      });
}

/**
 * Weighs, unpacks and looks at what a reader chose, before anything is read of it but its first rows. Fails with `doubtful` where
 * it may not fit, unless it is to be tried `nevertheless`.
 */
export async function look(
  chosen: readonly NamedBlob[],
  room: Room,
  nevertheless: boolean
): Promise<Result<Looked>> {
  const usable = chosen.filter(({name}) => isTable(name) || isZip(name));
  if (usable.length === 0)
    return chosen.length > 0
      ? refuseOther(chosen[0])
      : fail("not-a-table", "There is no file among them: choose the tables of a shop.");
  const {bytes, names} = await weigh(usable);
  const alone = names.length > 0 && oneTable(names.map((name) => ({name}))) !== undefined;
  const lack = roomFor(bytes, room, alone ? "transactions" : "files");
  if (lack && (lack.certain || !nevertheless))
    return fail(lack.certain ? "too-big" : doubtful, lack.sentence);
  const files = await gather(usable);
  if (!files.ok) return files;
  const table = oneTable(files.value);
  if (!table) return ok({files: files.value});
  const preview = await previewFile(table.name, fileOf("", table.blob), tools);
  return preview.ok ? ok({files: files.value, preview: preview.value}) : preview;
}
