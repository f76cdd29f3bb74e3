import type {Inspection} from "./inspect.js";
import type {Result} from "../result.js";
import type {ByteTools, Folder, SourceFile} from "./folder.js";
import type {Readable} from "./read.js";
import type {Header} from "./header.js";
import type {Encoding} from "../reading/decodeText.js";
import type {Table} from "./tables.js";
import {ok} from "../result.js";
import {formatCount} from "../format.js";
import {utf16Of} from "../reading/decodeText.js";
import {firstRecord, preambleOf} from "../reading/delimited.js";
import {encodingOf, headText} from "./encoding.js";
import {readHeader} from "./header.js";
import {inspect} from "./inspect.js";
import {anew, quoted, refuse} from "./refusal.js";
import {isParquet, notRead, openParquet} from "./parquet/openParquet.js";
import {DamagedParquet, csvRow, parquetCsv} from "./parquet/parquetCells.js";
import {zonelessNotes} from "./parquet/zonelessNotes.js";
import {refuseKind} from "./refuseKind.js";
import {rewritten} from "./rewrite.js";
import {scan} from "./scan.js";

/** A file found readable: what its bytes told, and what to note about it. */
export interface Opened extends Readable {
  inspection: Inspection;
  notes: string[];
  /** Removes what was written beside the file to read it. */
  close: () => Promise<void>;
}

async function inspected(table: Table, file: SourceFile, tools: ByteTools): Promise<Result<Inspection>> {
  try {
    return ok(await inspect(file, tools));
  } catch (error) {
    const {code, name} = error as Error & {code?: unknown};
    const repair = "make it a readable file";
    return refuse("unreadable-file", {
      file: table.file,
      problem: `cannot be read (${typeof code === "string" ? code : name})`,
      repair
    });
  }
}

const encodingNotes: Record<Encoding, readonly string[]> = {
  "utf-8": [],
  "utf-16le": ["UTF-16"],
  "utf-16be": ["UTF-16"],
  "windows-1252": ["Latin-1"]
};

function notesOfText({head, endMark}: Inspection, encoding: Encoding, preamble: string): string[] {
  return [
    ...(head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? ["BOM"] : []),
    ...encodingNotes[encoding],
    ...(/sep=/i.test(preamble) ? ["a first line sep="] : []),
    ...(/^\s*[\r\n]/.test(preamble) ? ["blank lines first"] : []),
    ...(endMark ? ["DOS end mark"] : [])
  ];
}

function notesOfHeader({delimiter, extra, misspelt, absent}: Header): string[] {
  return [
    ...(delimiter === "," ? [] : [`separated by ${quoted(delimiter)}`]),
    ...(absent.length ? [`without columns: ${absent.map(({name}) => quoted(name)).join(", ")}`] : []),
    ...(extra.length ? [`columns ignored: ${extra.map(quoted).join(", ")}`] : []),
    ...(misspelt.length ? [`misspelt columns: ${misspelt.map(quoted).join(", ")}`] : [])
  ];
}

/** Has a Parquet file's columns that a table wants as a CSV: all else is the same for both. */
async function openAsCsv(table: Table, folder: Folder, inspection: Inspection): Promise<Result<Opened>> {
  const {file: name} = table;
  const parquet = await openParquet(name, folder.file(name), inspection.head, folder.tools);
  if (!parquet.ok) return parquet;
  const {columns} = parquet.value;
  const header = readHeader(table, csvRow(columns.map((column) => column.name)), ",");
  if (!header.ok) return header;
  const wanted = header.value.positions.map((at) => columns[at]);
  const bad = wanted.find(({fault}) => fault);
  if (bad?.fault) return refuse("nested-column", {file: name, column: bad.name, ...bad.fault});
  const times = wanted.filter((_, at) => header.value.columns[at].kind.is === "time");
  try {
    const copy = await folder.copy(name, parquetCsv(parquet.value, wanted, folder.tools));
    return ok({
      table: {...table, columns: header.value.columns},
      source: copy,
      inspection,
      header: {...header.value, width: wanted.length, positions: wanted.map((_, at) => at)},
      notes: ["Parquet", ...zonelessNotes(times, table.told?.clock), ...notesOfHeader(header.value)],
      close: () => copy.discard()
    });
  } catch (error) {
    if (error instanceof DamagedParquet) return notRead(name, error);
    throw error;
  }
}

/** Finds a table's file in a folder and sees what it is, how it is encoded and what its header says. */
export async function open(table: Table, folder: Folder): Promise<Result<Opened>> {
  const file = folder.file(table.file);
  const seen = await inspected(table, file, folder.tools);
  if (!seen.ok) return seen;
  const inspection = seen.value;
  if (isParquet(inspection.head)) return openAsCsv(table, folder, inspection);
  const head = headText(inspection);
  const kind = refuseKind(table, inspection, head);
  if (!kind.ok) return kind;
  const {delimiter, skip, named} = preambleOf(head);
  const placed = async (stopAt: number) => {
    const width = firstRecord(head.slice(skip), delimiter).length;
    const place = await scan(file, {delimiter, width, stopAt});
    return place && {...place, row: named ? place.row - 1 : place.row};
  };
  const utf16 = utf16Of(inspection.head);
  if (inspection.nulAt !== undefined && !utf16) {
    return refuse("binary-file", {
      file: table.file,
      row: (await placed(inspection.nulAt))?.row,
      problem: `holds a NUL byte (byte ${formatCount(inspection.nulAt + 1)}), as binary and damaged files do`,
      repair: anew(table)
    });
  }
  const header = readHeader(table, head.slice(skip), delimiter);
  if (!header.ok) return header;
  const written = await encodingOf(file, inspection);
  if (written.encoding === "mixed") {
    const place = await placed(written.at);
    return refuse("mixed-encoding", {
      file: table.file,
      row: place?.row,
      problem: `has a character that is not UTF-8 after ${quoted(place?.text.slice(-20) ?? "")} while others are`,
      repair: "save the whole file as UTF-8"
    });
  }
  const {encoding} = written;
  const notes = [...notesOfText(inspection, encoding, head.slice(0, skip)), ...notesOfHeader(header.value)];
  const found = {...table, columns: header.value.columns};
  const opened = {
    table: found,
    source: file,
    inspection,
    header: header.value,
    notes,
    close: () => Promise.resolve()
  };
  if (encoding === "utf-8" && skip === 0 && !inspection.endMark) return ok(opened);
  const copy = await folder.copy(table.file, rewritten(file, {encoding, skip}));
  return ok({...opened, source: copy, close: () => copy.discard()});
}
