import type {Result} from "../../lib/result.js";
import type {RefusalCode} from "../../lib/source/refusal.js";
import type {Table} from "../../lib/source/tables.js";
import {readdir} from "node:fs/promises";
import {relative} from "node:path";
import {fail, ok} from "../../lib/result.js";
import {foldersWithFiles} from "../findFiles.js";
import {quoted, refuse} from "../../lib/source/refusal.js";
import {tables} from "../../lib/source/tables.js";

/** How many of the files that stand in a directory a refusal shows. */
const shownNames = 6;

const move = "put the nine files into it, or set OLIST_DIR to the folder that holds them";

async function names(directory: string): Promise<string[] | undefined> {
  try {
    return (await readdir(directory)).filter((name) => !name.startsWith(".")).sort();
  } catch {
    return undefined;
  }
}

const listed = (present: readonly string[]) =>
  present
    .slice(0, shownNames)
    .map(quoted)
    .concat(present.length > shownNames ? [`${present.length - shownNames} more`] : [])
    .join(", ");

function refuseNone(directory: string, present: readonly string[] | undefined): Result<never> {
  const folders = foldersWithFiles(directory);
  const packed = present?.some((name) => /[.](zip|gz|tgz|tar|7z|rar|bz2|xz|zst)$/i.test(name));
  const found = !present
    ? "is not a folder that can be read"
    : folders.length > 1
      ? `holds none of the nine CSVs, but several folders below have some: ${folders.map((folder) => relative(directory, folder)).join(", ")}`
      : `holds none of the nine CSVs${present.length ? `, but ${listed(present)}` : ""}`;
  const problem = present ? found : `holds none of the nine CSVs: it ${found}`;
  return refuse("missing-directory", {
    file: directory,
    problem,
    repair: packed ? `unpack what is packed, then ${move}` : move
  });
}

/**
 * The tables whose files stand in a directory; where one lacks that no shop may lack, or stands there packed, a refusal
 * says what the directory holds and what to do.
 * @example (await filesHeld("data")) => {ok: true, value: [{name: "translation", ...}, ...]}
 */
export async function filesHeld(directory: string): Promise<Result<readonly Table[]>> {
  const present = await names(directory);
  const held = tables.filter(({file}) => present?.includes(file));
  if (held.length === 0) return refuseNone(directory, present);
  const isPacked = ({file}: Table) => present?.some((name) => name.startsWith(`${file}.`));
  const missing = tables.filter((table) => !held.includes(table) && (!table.optional || isPacked(table)));
  if (missing.length === 0) return ok(held);
  const packed = missing.filter(isPacked).map(({file}) => file);
  const hint = packed.length
    ? `unpack ${packed.join(", ")}, so that all stand there`
    : `put ${missing.length > 1 ? "them" : "it"} there too, or none`;
  return fail(
    "missing-file" satisfies RefusalCode,
    `${directory} has ${held.length} of the nine files, ${missing.map(({file}) => file).join(", ")} ${missing.length > 1 ? "are" : "is"} missing: ${hint}.`
  );
}
