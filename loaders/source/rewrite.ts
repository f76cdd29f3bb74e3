import type {Encoding} from "../../lib/reading/decodeText.js";
import {once} from "node:events";
import {createReadStream, createWriteStream} from "node:fs";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, dirname, join} from "node:path";
import {withGaps} from "../../lib/reading/decodeText.js";
import {withoutEndMark} from "../../lib/reading/delimited.js";

/** A decoder of pieces: without bytes, what is left at the end. */
function decoder(encoding: Encoding): (bytes?: Buffer) => string {
  if (encoding === "windows-1252") return (bytes) => withGaps(bytes?.toString("latin1") ?? "");
  const decode = new TextDecoder(encoding);
  return (bytes) => decode.decode(bytes, {stream: bytes !== undefined});
}

const lineFeeds = (text: string) => text.replace(/\r\n?/g, "\n");

/**
 * Copies a CSV into a temporary file of UTF-8 with line feeds alone, without its first `skip` characters, a byte-order
 * mark and the end mark of DOS. `discard` removes the copy.
 */
export async function rewrite(
  path: string,
  {encoding, skip = 0}: {encoding: Encoding; skip?: number}
): Promise<string> {
  const copy = join(await mkdtemp(join(tmpdir(), "vitrine-csv-")), basename(path));
  const out = createWriteStream(copy);
  const decode = decoder(encoding);
  let toSkip = skip;
  let pending = "";
  const take = (read: string) => {
    const text = pending + read.slice(toSkip);
    toSkip -= Math.min(toSkip, read.length);
    pending = /[\x1a\s]*$/.exec(text)?.[0] ?? "";
    return lineFeeds(text.slice(0, text.length - pending.length));
  };
  for await (const chunk of createReadStream(path)) {
    if (!out.write(take(decode(chunk as Buffer)))) await once(out, "drain");
  }
  out.write(take(decode()));
  out.end(lineFeeds(withoutEndMark(pending)));
  await once(out, "finish");
  return copy;
}

/** Removes a temporary copy and its folder. */
export const discard = (copy: string) => rm(dirname(copy), {recursive: true, force: true});
