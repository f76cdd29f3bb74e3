import type {Result} from "../../lib/result.js";
import type {RefusalCode} from "./refusal.js";
import {readdir} from "node:fs/promises";
import {fail, ok} from "../../lib/result.js";
import {tables} from "./tables.js";

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
