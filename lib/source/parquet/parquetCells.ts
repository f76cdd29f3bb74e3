import type {ByteTools} from "../folder.js";
import type {ParquetColumn, ParquetFile} from "./openParquet.js";
import {cellText, textParsers} from "./cellText.js";

/** What a file's damage throws. */
export class DamagedParquet extends Error {}

/**
 * The cells of some rows of one of a file's row groups, column by column, as text. Throws `DamagedParquet` where they cannot be
 * had.
 */
async function cellsOf(
  {file, metadata}: ParquetFile,
  columns: readonly ParquetColumn[],
  [rowStart, rowEnd]: readonly [number, number],
  {parquet}: Pick<ByteTools, "parquet">
): Promise<(string | null)[][]> {
  const found = new Map(columns.map(({name}) => [name, [] as (string | null)[]]));
  const kinds = new Map(columns.map((column) => [column.name, column]));
  let fault: unknown;
  try {
    await parquet.read({
      file,
      metadata,
      columns: columns.map(({name}) => name),
      rowStart,
      rowEnd,
      parsers: textParsers,
      utf8: false,
      geoparquet: false,
      onChunk({columnName, columnData, rowStart: from}) {
        const cells = found.get(columnName);
        const kind = kinds.get(columnName);
        if (!cells || !kind) return;
        try {
          for (let at = 0; at < columnData.length; at++)
            cells[from - rowStart + at] = cellText(columnData[at], kind.element, kind.scale);
        } catch (error) {
          fault = error;
        }
      }
    });
  } catch (error) {
    throw new DamagedParquet((error as Error).message, {cause: error});
  }
  if (fault) throw new DamagedParquet((fault as Error).message);
  return columns.map(({name}) => {
    const cells = (found.get(name) ?? []).slice(0, rowEnd - rowStart);
    if (cells.length < rowEnd - rowStart) throw new DamagedParquet(`column ${name} lacks rows`);
    return cells;
  });
}

const quoted = (cell: string | null) =>
  cell === null ? "" : cell === "" || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Cells as a record of a CSV. @example csvRow(["a", "b,c", null, ""]) => 'a,"b,c",,""' */
export const csvRow = (cells: readonly (string | null)[]): string => cells.map(quoted).join(",");

const pieceRows = 10_000;

/** A file's cells as a CSV with the columns' names, in pieces. Throws `DamagedParquet` where they cannot be had. */
export async function* parquetCsv(
  opened: ParquetFile,
  columns: readonly ParquetColumn[],
  tools: Pick<ByteTools, "parquet">
): AsyncGenerator<string> {
  yield `${csvRow(columns.map(({name}) => name))}\n`;
  let start = 0;
  for (const {num_rows: count} of opened.metadata.row_groups) {
    const end = start + Number(count);
    const cells = end > start ? await cellsOf(opened, columns, [start, end], tools) : [];
    for (let at = 0; at < end - start; at += pieceRows) {
      let text = "";
      for (let row = at; row < Math.min(at + pieceRows, end - start); row++)
        text += `${csvRow(cells.map((column) => column[row]))}\n`;
      yield text;
    }
    start = end;
  }
}

/** A file's first rows as text. Throws `DamagedParquet` where they cannot be had. */
export async function parquetRows(
  opened: ParquetFile,
  columns: readonly ParquetColumn[],
  most: number,
  tools: Pick<ByteTools, "parquet">
): Promise<string[][]> {
  const rows = Math.min(most, Number(opened.metadata.row_groups.at(0)?.num_rows ?? 0));
  if (rows === 0 || columns.length === 0) return [];
  const cells = await cellsOf(opened, columns, [0, rows], tools);
  return Array.from({length: rows}, (_, row) => cells.map((column) => column[row] ?? ""));
}
