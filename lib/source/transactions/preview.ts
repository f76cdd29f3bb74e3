import type {ByteTools, SourceFile} from "../folder.js";
import type {Result} from "../../result.js";
import {ok} from "../../result.js";
import {headText} from "../encoding.js";
import {firstRecords, preambleOf} from "../../reading/delimited.js";
import {refuseKind} from "../refuseKind.js";
import {isCdnow} from "./cdnow.js";

/** The first rows of a table of transactions, as text. */
export interface Preview {
  header: string[];
  rows: string[][];
  /** As many more as guesses go by. */
  sample: string[][];
}

const previewRows = 10;
const sampleRows = 500;
const headBytes = 65_536;

/** The header and the first rows of a text's begin; a log without a header shows the one that it is read with. */
export function previewOf(text: string): Preview {
  if (isCdnow(text)) {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
    const sample = lines
      .slice(0, sampleRows)
      .map((line) => line.trim().split(/\s+/))
      .map((row) => [row[0], ...row.slice(-3)]);
    return {header: ["customer", "date", "quantity", "amount"], rows: sample.slice(0, previewRows), sample};
  }
  const {delimiter, skip} = preambleOf(text);
  const [header = [], ...sample] = firstRecords(text.slice(skip), delimiter, sampleRows + 1);
  const names = header.map((name) => name.trim()).filter((name) => name !== "");
  return {header: names, rows: sample.slice(0, previewRows), sample};
}

/** The begin of a file, of which no more is read, as text in whatever encoding it is; a sentence where it is no table. */
export async function headOf(
  name: string,
  file: SourceFile,
  {isUtf8}: Pick<ByteTools, "isUtf8">
): Promise<Result<string>> {
  let head = new Uint8Array();
  let more = false;
  for await (const chunk of file.chunks()) {
    more = head.length > 0 || chunk.length > headBytes;
    if (more && head.length > 0) break;
    head = new Uint8Array(chunk.subarray(0, headBytes));
  }
  const whole = head.subarray(0, head.lastIndexOf(10) + 1 || head.length);
  const text = headText({head: whole, utf8: isUtf8(whole)});
  const kind = refuseKind(
    {name: "transactions", file: name},
    {bytes: head.length + Number(more), head},
    text
  );
  return kind.ok ? ok(text) : kind;
}
