import type {Inspection} from "./inspect.js";
import type {Encoding} from "../reading/decodeText.js";
import type {SourceFile} from "./folder.js";
import {SingleBytes, utf16Of, withGaps} from "../reading/decodeText.js";
import {latin1} from "./latin1.js";

/** The text of a file's first bytes, without a byte-order mark. */
export function headText({head, utf8}: Pick<Inspection, "head" | "utf8">): string {
  const utf16 = utf16Of(head);
  if (!utf16 && !utf8) return withGaps(latin1(head));
  return new TextDecoder(utf16 ?? "utf-8").decode(head);
}

/** How a file is written; "mixed" with the byte of the first character that is not UTF-8 while others are. */
export async function encodingOf(
  file: SourceFile,
  {head, utf8}: Inspection
): Promise<{encoding: Encoding} | {encoding: "mixed"; at: number}> {
  const utf16 = utf16Of(head);
  if (utf16 ?? utf8) return {encoding: utf16 ?? "utf-8"};
  const single = new SingleBytes();
  for await (const chunk of file.chunks()) single.add(latin1(chunk));
  return single.end();
}
