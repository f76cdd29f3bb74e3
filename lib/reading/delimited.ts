/** What stands before the rows of a delimited text. */
export interface Preamble {
  delimiter: string;
  /** Characters before the header: blank lines, and a spreadsheet's `sep=;`. */
  skip: number;
  /** Whether a line `sep=` names the delimiter. */
  named: boolean;
}

/** What may stand between the fields of a row. */
export const delimiters = [",", ";", "\t", "|"] as const;

/**
 * The fields of a text's first records, blank lines passed over, up to `count` of them. A quote that nothing
 * closes takes the rest of the text.
 * @example firstRecords('"a",b\n\n1,2\n3,4', ",", 2) => [["a", "b"], ["1", "2"]]
 */
export function firstRecords(text: string, delimiter: string, count: number): string[][] {
  const records: string[][] = [];
  let cells = [""];
  let inQuotes = false;
  for (const character of `${text}\n`) {
    if (character === '"') inQuotes = !inQuotes;
    else if (!inQuotes && character === delimiter) cells.push("");
    else if (!inQuotes && (character === "\n" || character === "\r")) {
      if (cells.length > 1 || cells[0] !== "") records.push(cells);
      if (records.length === count) break;
      cells = [""];
    } else cells[cells.length - 1] += character;
  }
  if (inQuotes) records.push(cells);
  return records;
}

/**
 * The fields of the first record of a text. @example firstRecord('"a",b\n1,2', ",") => ["a", "b"]
 */
export const firstRecord = (text: string, delimiter: string): string[] =>
  firstRecords(text, delimiter, 1).at(0) ?? [""];

/**
 * How a delimited text begins: the delimiter, as a spreadsheet's first line `sep=;` names it or as the header has most of
 * it, and how much to skip before the header. The text must not start with a byte-order mark.
 * @example preambleOf("\nsep=;\narm;outcome\n") => {delimiter: ";", skip: 7, named: true}
 */
export function preambleOf(text: string): Preamble {
  const found =
    /^(?:[ \t]*(?:\r\n?|\n))*(?:"?sep=([,;|\t])"?[ \t]*(?:\r\n?|\n))?(?:[ \t]*(?:\r\n?|\n))*/i.exec(text);
  const skip = found?.[0].length ?? 0;
  const named = found?.[1];
  if (named) return {delimiter: named, skip, named: true};
  const width = (delimiter: string) => firstRecord(text.slice(skip), delimiter).length;
  const delimiter = delimiters.reduce<string>((best, next) => (width(next) > width(best) ? next : best), ",");
  return {delimiter, skip, named: false};
}

/** A text without the end mark of DOS (0x1A), which old tools write and no record holds. @example withoutEndMark("a\n\x1a") => "a\n" */
export const withoutEndMark = (text: string): string =>
  text.replace(/[\x1a\s]*\x1a\s*$/, (end) => end.replaceAll("\x1a", ""));
