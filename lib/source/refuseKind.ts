import type {Result} from "../result.js";
import type {Table} from "./tables.js";
import {ok} from "../result.js";
import {utf16Of} from "../reading/decodeText.js";
import {foreign} from "./foreign.js";
import {anew, refuse} from "./refusal.js";

/**
 * Refuses a file that is empty, or of a kind that holds no table as text.
 * @param text what its first bytes say
 */
export function refuseKind(
  table: Pick<Table, "name" | "file">,
  {bytes, head}: {bytes: number; head: Uint8Array},
  text: string
): Result<undefined> {
  const {file} = table;
  if (bytes === 0 || (bytes <= head.length && text.trim() === ""))
    return refuse("empty-file", {file, problem: "is empty", repair: anew(table)});
  const other = foreign(utf16Of(head) ? new TextEncoder().encode(text.slice(0, 4096)) : head);
  return other ? refuse(other.code, {file, ...other}) : ok(undefined);
}
