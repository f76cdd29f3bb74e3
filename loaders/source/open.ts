import type {Inspection} from "./inspect.js";
import type {Result} from "../../lib/result.js";
import type {Readable} from "./read.js";
import type {RefusalCode} from "./refusal.js";
import type {Table} from "./tables.js";
import {join} from "node:path";
import {ok} from "../../lib/result.js";
import {formatCount} from "../../lib/format.js";
import {singleBytes} from "./encoding.js";
import {firstRecord, readHeader} from "./header.js";
import {inspect} from "./inspect.js";
import {quoted, refuse} from "./refusal.js";
import {discard, rewrite} from "./rewrite.js";
import {scan} from "./scan.js";

/** A file found readable: what its bytes told, and what to note about it. */
export interface Opened extends Readable {
  inspection: Inspection;
  notes: string[];
  /** Removes what was written beside the file to read it. */
  close: () => Promise<void>;
}

const again = "take the file from the original download";

const kinds: readonly (readonly [string, RefusalCode, string, string])[] = [
  [
    "PK\x03\x04",
    "binary-file",
    "is a spreadsheet or a zip archive, not a CSV",
    "save it as CSV UTF-8, or unzip it"
  ],
  ["\xd0\xcf\x11\xe0", "binary-file", "is an Excel workbook, not a CSV", "save it as CSV UTF-8"],
  ["\x1f\x8b", "binary-file", "is compressed with gzip", "unpack it"],
  ["PAR1", "binary-file", "is a Parquet file, not a CSV", again],
  ["SQLite format 3", "binary-file", "is an SQLite database, not a CSV", again],
  ["\xff\xfe", "unknown-encoding", "is written in UTF-16", "save it as CSV UTF-8"],
  ["\xfe\xff", "unknown-encoding", "is written in UTF-16", "save it as CSV UTF-8"],
  ["<", "not-a-table", "is a web page, not a CSV", "download it again while signed in"]
];

async function inspected(table: Table, path: string): Promise<Result<Inspection>> {
  try {
    return ok(await inspect(path));
  } catch (error) {
    const {code = "unknown"} = error as NodeJS.ErrnoException;
    const repair = "make it a readable file";
    return refuse("unreadable-file", {file: table.file, problem: `cannot be read (${code})`, repair});
  }
}

function refuseKind(table: Table, {bytes, head}: Inspection): Result<undefined> {
  const start = head.subarray(0, 64).toString("latin1");
  const text = head.toString("utf8").replace(/^\uFEFF/, "");
  if (bytes === 0 || (bytes <= head.length && text.trim() === "")) {
    return refuse("empty-file", {file: table.file, problem: "is empty", repair: again});
  }
  for (const [mark, code, problem, repair] of kinds) {
    if (start.startsWith(mark)) return refuse(code, {file: table.file, problem, repair});
  }
  return ok(undefined);
}

/** Finds a table's file in a directory and sees what it is, how it is encoded and what its header says. */
export async function open(table: Table, directory: string): Promise<Result<Opened>> {
  const path = join(directory, table.file);
  const seen = await inspected(table, path);
  if (!seen.ok) return seen;
  const inspection = seen.value;
  const kind = refuseKind(table, inspection);
  if (!kind.ok) return kind;
  const head = inspection.head.toString(inspection.utf8 ? "utf8" : "latin1");
  const placed = (stopAt: number) =>
    scan(path, {delimiter: ",", width: firstRecord(head, ",").length, stopAt});
  if (inspection.nulAt !== undefined) {
    return refuse("binary-file", {
      file: table.file,
      row: (await placed(inspection.nulAt))?.row,
      problem: `holds a NUL byte (byte ${formatCount(inspection.nulAt + 1)}), as binary and damaged files do`,
      repair: again
    });
  }
  const header = readHeader(table, head.replace(/^\uFEFF/, ""));
  if (!header.ok) return header;
  const notes: string[] = [];
  if (head.startsWith("\uFEFF")) notes.push("BOM");
  if (header.value.delimiter !== ",") notes.push(`separated by ${quoted(header.value.delimiter)}`);
  if (header.value.extra.length) notes.push(`columns ignored: ${header.value.extra.map(quoted).join(", ")}`);
  if (header.value.misspelt.length)
    notes.push(`misspelt columns: ${header.value.misspelt.map(quoted).join(", ")}`);
  const opened = {table, path, inspection, header: header.value, notes, close: () => Promise.resolve()};
  if (inspection.utf8) return ok(opened);
  const bytes = await singleBytes(path);
  if (bytes.encoding === "mixed") {
    const place = await placed(bytes.at);
    return refuse("mixed-encoding", {
      file: table.file,
      row: place?.row,
      problem: `has a character that is not UTF-8 after ${quoted(place?.text.slice(-20) ?? "")} while others are`,
      repair: "save the whole file as UTF-8"
    });
  }
  const copy = await rewrite(path, "latin-1");
  notes.push("Latin-1");
  return ok({...opened, path: copy, close: () => discard(copy)});
}
