import type {ByteTools, SourceFile} from "../folder.js";
import type {Result} from "../../result.js";
import {ok} from "../../result.js";
import {headText} from "../encoding.js";
import {firstRecords, preambleOf} from "../../reading/delimited.js";
import {isParquet, notRead, openParquet} from "../parquet/openParquet.js";
import {DamagedParquet, parquetRows} from "../parquet/parquetCells.js";
import {zonelessNotes} from "../parquet/zonelessNotes.js";
import {refuse} from "../refusal.js";
import {refuseKind} from "../refuseKind.js";
import {isCdnow} from "./cdnow.js";

/** The first rows of a table of transactions, as text. */
export interface Preview {
  header: string[];
  rows: string[][];
  /** As many more as guesses go by. */
  sample: string[][];
  /** What is taken for granted of what the file does not say, as sentences. */
  notes?: string[];
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

/** The first bytes of a file, and whether it has more. */
async function beginOf(file: SourceFile): Promise<{head: Uint8Array; bytes: number}> {
  const bytes = await file.size();
  return {head: new Uint8Array(await file.slice(0, Math.min(bytes, headBytes))), bytes};
}

async function parquetPreview(
  name: string,
  file: SourceFile,
  head: Uint8Array,
  tools: Pick<ByteTools, "parquet">
): Promise<Result<Preview>> {
  const opened = await openParquet(name, file, head, tools);
  if (!opened.ok) return opened;
  const columns = opened.value.columns.filter(({fault}) => !fault);
  const fault = opened.value.columns.find((column) => column.fault)?.fault;
  if (columns.length === 0)
    return refuse("nested-column", {
      file: name,
      ...(fault ?? {problem: "has no columns", repair: "write it again"})
    });
  try {
    const sample = await parquetRows(opened.value, columns, sampleRows, tools);
    const notes = zonelessNotes(columns).map((note) => `${note.charAt(0).toUpperCase()}${note.slice(1)}.`);
    return ok({
      header: columns.map((column) => column.name),
      rows: sample.slice(0, previewRows),
      sample,
      ...(notes.length > 0 ? {notes} : {})
    });
  } catch (error) {
    if (error instanceof DamagedParquet) return notRead(name, error);
    throw error;
  }
}

/** The header and the first rows of a table's file, CSV in whatever encoding or Parquet; a sentence where it is no table. */
export async function previewFile(
  name: string,
  file: SourceFile,
  tools: Pick<ByteTools, "isUtf8" | "parquet">
): Promise<Result<Preview>> {
  const {head, bytes} = await beginOf(file);
  if (isParquet(head)) return parquetPreview(name, file, head, tools);
  const whole = bytes > head.length ? head.subarray(0, head.lastIndexOf(10) + 1 || head.length) : head;
  const text = headText({head: whole, utf8: tools.isUtf8(whole)});
  const kind = refuseKind({name: "transactions", file: name}, {bytes, head}, text);
  return kind.ok ? ok(previewOf(text)) : kind;
}
