import {once} from "node:events";
import {createReadStream, createWriteStream} from "node:fs";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, dirname, join} from "node:path";

const windows1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

const decode = (text: string) =>
  text.replace(/[\x80-\x9f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80]);

/**
 * Copies a CSV into a temporary file of UTF-8 with line feeds alone, from UTF-8 or from Latin-1 (with what
 * Windows puts into its gaps, such as curly quotes). `discard` removes the copy.
 */
export async function rewrite(path: string, from: "utf-8" | "latin-1"): Promise<string> {
  const copy = join(await mkdtemp(join(tmpdir(), "vitrine-csv-")), basename(path));
  const out = createWriteStream(copy);
  let pending = "";
  for await (const chunk of createReadStream(path)) {
    const read = pending + (chunk as Buffer).toString("latin1");
    pending = read.endsWith("\r") ? "\r" : "";
    const text = read.slice(0, read.length - pending.length).replace(/\r\n?/g, "\n");
    const bytes = from === "utf-8" ? Buffer.from(text, "latin1") : Buffer.from(decode(text), "utf8");
    if (!out.write(bytes)) await once(out, "drain");
  }
  out.end(pending ? "\n" : "");
  await once(out, "finish");
  return copy;
}

/** Removes a temporary copy and its folder. */
export const discard = (copy: string) => rm(dirname(copy), {recursive: true, force: true});
