import type {Inspection} from "./inspect.js";
import type {Encoding} from "../../lib/reading/decodeText.js";
import {createReadStream} from "node:fs";
import {SingleBytes, utf16Of, withGaps} from "../../lib/reading/decodeText.js";

/** The text of a file's first bytes, without a byte-order mark. */
export function headText({head, utf8}: Inspection): string {
  const utf16 = utf16Of(head);
  if (!utf16 && !utf8) return withGaps(head.toString("latin1"));
  return new TextDecoder(utf16 ?? "utf-8").decode(head);
}

/** How a file is written; "mixed" with the byte of the first character that is not UTF-8 while others are. */
export async function encodingOf(
  path: string,
  {head, utf8}: Inspection
): Promise<{encoding: Encoding} | {encoding: "mixed"; at: number}> {
  const utf16 = utf16Of(head);
  if (utf16 ?? utf8) return {encoding: utf16 ?? "utf-8"};
  const single = new SingleBytes();
  for await (const chunk of createReadStream(path, {encoding: "latin1"})) single.add(chunk as string);
  return single.end();
}
