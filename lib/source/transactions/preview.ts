import type {ByteTools, SourceFile} from "../folder.js";
import {headText} from "../encoding.js";
import {firstRecords, preambleOf} from "../../reading/delimited.js";
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

/** The begin of a file as text, in whatever encoding it is; no more of it is read. */
export async function headOf(file: SourceFile, {isUtf8}: Pick<ByteTools, "isUtf8">): Promise<string> {
  for await (const chunk of file.chunks()) {
    const head = chunk.subarray(0, headBytes);
    const whole = head.subarray(0, head.lastIndexOf(10) + 1 || head.length);
    return headText({head: whole, utf8: isUtf8(whole)});
  }
  return "";
}

/** The names of a file's columns. */
export const headerOf = async (file: SourceFile, tools: Pick<ByteTools, "isUtf8">): Promise<string[]> =>
  previewOf(await headOf(file, tools).catch(() => "")).header;
