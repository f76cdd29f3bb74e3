import type {Encoding} from "../reading/decodeText.js";
import type {SourceFile} from "./folder.js";
import {withGaps} from "../reading/decodeText.js";
import {withoutEndMark} from "../reading/delimited.js";
import {latin1} from "./latin1.js";

/** A decoder of pieces: without bytes, what is left at the end. */
function decoder(encoding: Encoding): (bytes?: Uint8Array) => string {
  if (encoding === "windows-1252") return (bytes) => withGaps(bytes ? latin1(bytes) : "");
  const decode = new TextDecoder(encoding);
  return (bytes) => decode.decode(bytes, {stream: bytes !== undefined});
}

const lineFeeds = (text: string) => text.replace(/\r\n?/g, "\n");

/**
 * The text of a CSV in pieces, with line feeds alone, without its first `skip` characters, a byte-order
 * mark and the end mark of DOS.
 */
export async function* rewritten(
  file: SourceFile,
  {encoding, skip = 0}: {encoding: Encoding; skip?: number}
): AsyncGenerator<string> {
  const decode = decoder(encoding);
  let toSkip = skip;
  let pending = "";
  const take = (read: string) => {
    const text = pending + read.slice(toSkip);
    toSkip -= Math.min(toSkip, read.length);
    pending = /[\x1a\s]*$/.exec(text)?.[0] ?? "";
    return lineFeeds(text.slice(0, text.length - pending.length));
  };
  for await (const chunk of file.chunks()) yield take(decode(chunk));
  yield take(decode());
  yield lineFeeds(withoutEndMark(pending));
}
