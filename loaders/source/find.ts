import type {Result} from "../../lib/result.js";
import type {RefusalCode} from "./refusal.js";
import {readdir} from "node:fs/promises";
import {resolve} from "node:path";
import {fail, ok} from "../../lib/result.js";
import {tables} from "./tables.js";

/** Where the nine CSVs are, or that there are none; `said` is a sentence for the log. */
export type Found = {directory: string; said: string} | {directory: undefined; said: string};

async function names(directory: string): Promise<string[] | undefined> {
  try {
    return await readdir(directory);
  } catch {
    return undefined;
  }
}

/**
 * Whether a directory holds the nine files: all of them, none, or a refusal that names the missing ones.
 * @example (await holdsFiles("/nowhere")) => {ok: true, value: false}
 */
export async function holdsFiles(directory: string): Promise<Result<boolean>> {
  const present = new Set(await names(directory));
  const missing = tables.map(({file}) => file).filter((file) => !present.has(file));
  if (missing.length === 0) return ok(true);
  if (missing.length === tables.length) return ok(false);
  return fail(
    "missing-file" satisfies RefusalCode,
    `${directory} has ${tables.length - missing.length} of the nine files, ${missing.join(", ")} ${missing.length > 1 ? "are" : "is"} missing: put all nine there, or none.`
  );
}

/**
 * Finds the nine CSVs: in `olistDir` (the environment's OLIST_DIR) if that is given, else in `data` under
 * `root`, else nowhere, and the caller generates them. Fails where a directory holds only some of the
 * nine, or where `olistDir` is given and holds none.
 * @example (await findSource("/project", undefined)) => {ok: true, value: {directory: undefined, said: "no CSVs in /project/data"}}
 */
export async function findSource(root: string, olistDir: string | undefined): Promise<Result<Found>> {
  const asked = olistDir !== undefined && olistDir !== "";
  const directory = resolve(root, asked ? olistDir : "data");
  const found = await holdsFiles(directory);
  if (!found.ok) return found;
  if (found.value) return ok({directory, said: `nine CSVs in ${directory}`});
  if (!asked) return ok({directory: undefined, said: `no CSVs in ${directory}`});
  const exists = (await names(directory)) !== undefined;
  return fail(
    "missing-directory" satisfies RefusalCode,
    `OLIST_DIR is ${directory}, which ${exists ? "holds none of the nine CSVs" : "is no readable directory"}: name the folder that holds them, or unset it.`
  );
}
