import type {RefusalCode} from "./refusal.js";
import {latin1} from "./latin1.js";

/** A file that is no text of a table: what it is, and what to do. */
interface Foreign {
  code: RefusalCode;
  problem: string;
  repair: string;
}

const exported = "export the sheet as CSV";
const unpack = "unpack it";
const tables = "choose a CSV or a Parquet file";

type Kind = readonly [mark: RegExp, problem: string, repair: string, code?: RefusalCode];

/** What starts files of other kinds, as bytes of the same numbers; a zip says by its first entries what it is. */
const kinds: readonly Kind[] = [
  [/^PK\x03\x04[^]*xl\//, "is an Excel workbook", exported],
  [/^PK\x03\x04[^]*opendocument\.spreadsheet/, "is an OpenDocument spreadsheet", exported],
  [/^PK\x03\x04[^]*word\//, "is a Word document", tables],
  [/^PK\x03\x04[^]*\[Content_Types\]/, "is an Office document, such as an Excel workbook", exported],
  [/^PK\x03\x04/, "is a zip archive", unpack],
  [/^\xd0\xcf\x11\xe0/, "is an old Excel workbook", exported],
  [/^\x1f\x8b/, "is compressed with gzip", unpack],
  [/^(BZh|\xfd7zXZ|\x28\xb5\x2f\xfd|7z\xbc\xaf|Rar!)/, "is packed", unpack],
  [/^SQLite format 3/, "is an SQLite database", "export the table as CSV"],
  [/^ARROW1|^FEA1/, "is an Arrow file", "write the table as Parquet or CSV"],
  [/^ORC|^Obj\x01/, "is an ORC or Avro file", "write the table as Parquet or CSV"],
  [/^%PDF-/, "is a PDF", tables],
  [/^(\x89PNG|\xff\xd8\xff|GIF8|BM[^]{4}\0\0\0\0|RIFF[^]{4}WEBP|II\*\0|MM\0\*)/, "is an image", tables],
  [
    /^\s*<(!doctype|html|head|\?xml|svg|[a-z]+>)/i,
    "is a web page or XML",
    "download the CSV itself",
    "not-a-table"
  ],
  [/^\s*(\{\s*"|\[\s*[{[])/, "is JSON", "write the table as CSV", "not-a-table"]
];

/**
 * What a file is that holds no table as text, by its first bytes; undefined where nothing shows that it is another kind.
 * @example foreign(new TextEncoder().encode("%PDF-1.7")).problem => "is a PDF"
 */
export function foreign(head: Uint8Array): Foreign | undefined {
  const start = latin1(head.subarray(0, 4096));
  const found = kinds.find(([mark]) => mark.test(start));
  return found && {code: found[3] ?? "binary-file", problem: found[1], repair: found[2]};
}
