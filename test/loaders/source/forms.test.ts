import type {RefusalCode} from "../../../lib/source/refusal.js";
import type {Case} from "./refusals.js";
import {gzipSync} from "node:zlib";
import {describe, expect, test} from "vitest";
import {stage} from "../../../loaders/source/stage.js";
import {ownDatabase, refuses} from "./refusals.js";

const connection = ownDatabase();

const file = (
  title: string,
  table: string,
  code: RefusalCode,
  text: Case["text"],
  ...says: string[]
): Case => ({
  title,
  table,
  code,
  says,
  text
});

const line = (text: string, row: number) => text.split("\n")[row];
const swap = (text: string, row: number, change: (line: string) => string) =>
  text
    .split("\n")
    .map((each, index) => (index === row ? change(each) : each))
    .join("\n");

const forms: Case[] = [
  file("a missing file", "sellers", "missing-file", () => undefined, "8 of the nine files"),
  file("an empty file", "sellers", "empty-file", () => "", "is empty"),
  file("a file of blank lines", "sellers", "empty-file", () => "\ufeff\r\n\r\n", "is empty"),
  file("a header alone", "sellers", "header-only", (text) => `${line(text, 0)}\n`, "no rows"),
  file(
    "a header and blank rows",
    "sellers",
    "header-only",
    (text) => `${line(text, 0)}\n,,,\n,,,\n`,
    "blank"
  ),
  file(
    "a missing column",
    "items",
    "missing-column",
    (text) => text.replace("freight_value", "shipping_fee"),
    "column freight_value",
    '"shipping_fee"'
  ),
  file(
    "no header",
    "sellers",
    "missing-column",
    (text) => text.slice(text.indexOf("\n") + 1),
    "column seller_id"
  ),
  file(
    "a quote that nothing closes in the header",
    "items",
    "missing-column",
    (text) => `"${text}`,
    "column order_id"
  ),
  file(
    "a column twice",
    "items",
    "duplicate-column",
    (text) => text.replace("freight_value", "Price "),
    "column price",
    "6 and 7"
  ),
  file(
    "both spellings of a column",
    "products",
    "duplicate-column",
    (text) => text.replace("product_photos_qty", "product_name_length"),
    "column product_name_lenght"
  ),
  file(
    "a row with too few fields",
    "orders",
    "wrong-field-count",
    (text) => swap(text, 3, (row) => row.slice(0, 60)),
    "row 3",
    "2 fields",
    "8"
  ),
  file(
    "a row with too many fields",
    "payments",
    "wrong-field-count",
    (text) => swap(text, 4, (row) => `${row},1,2`),
    "row 4",
    "7 fields",
    "5"
  ),
  file(
    "an unquoted comma",
    "customers",
    "wrong-field-count",
    (text) => swap(text, 2, (row) => row.replace("sao paulo", "sao paulo, capital")),
    "row 2",
    "6 fields"
  ),
  file(
    "a quote that nothing closes",
    "reviews",
    "unterminated-quote",
    (text) => swap(text, 5, (row) => row.replace("bom", '"bom')),
    "row 5",
    "quote"
  ),
  file(
    "text after a closing quote",
    "reviews",
    "misplaced-quote",
    (text) => swap(text, 2, (row) => row.replace("bom", '"bom" mesmo')),
    "row 2",
    "quote"
  ),
  file(
    "a quote that swallows rows",
    "reviews",
    "misplaced-quote",
    (text) =>
      swap(
        swap(text, 4, (row) => row.replace("bom", '"bom"x')),
        2,
        (row) => row.replace("bom", '"bom')
      ),
    "row 2",
    "quote"
  ),
  file(
    "a file cut in its last row",
    "payments",
    "truncated-file",
    (text) => text.slice(0, -20),
    "row 6",
    "cut off"
  ),
  file(
    "a file cut inside a quoted value",
    "reviews",
    "unterminated-quote",
    (text) => swap(text, 6, (row) => row.replace("bom", '"bo')).slice(0, -41),
    "row 6"
  ),
  file(
    "a zip archive",
    "orders",
    "binary-file",
    () => Buffer.from("PK\x03\x04rest of it", "latin1"),
    "is a zip archive: unpack it"
  ),
  file(
    "an Excel workbook",
    "orders",
    "binary-file",
    () => Buffer.from("PK\x03\x04....xl/workbook.xml", "latin1"),
    "is an Excel workbook: export the sheet as CSV"
  ),
  file("a PDF", "orders", "binary-file", () => "%PDF-1.7\n1 0 obj", "is a PDF"),
  file("an image", "orders", "binary-file", () => Buffer.from("89504e470d0a1a0a00", "hex"), "is an image"),
  file("JSON", "orders", "not-a-table", () => '[{"order_id": 1}]', "is JSON"),
  file(
    "several wrong cells",
    "items",
    "bad-money",
    (text) => text.replaceAll("58.90", "abc"),
    "the first of 6 rows that are wrong here"
  ),
  file(
    "an old Excel workbook",
    "orders",
    "binary-file",
    () => Buffer.from("d0cf11e0a1b11ae1", "hex"),
    "Excel"
  ),
  file("a gzipped CSV", "orders", "binary-file", (text) => gzipSync(text), "gzip"),
  file("a Parquet file", "orders", "binary-file", () => Buffer.from("PAR1\x15\x04\x15"), "Parquet"),
  file("an SQLite database", "orders", "binary-file", () => Buffer.from("SQLite format 3\0"), "SQLite"),
  file("a web page", "orders", "not-a-table", () => "<!DOCTYPE html><title>Sign in</title>", "web page"),
  file(
    "a NUL byte",
    "payments",
    "binary-file",
    (text) => swap(text, 3, (row) => row.replace("credit", "cre\0dit")),
    "row 3",
    "NUL"
  ),
  file(
    "UTF-8 and Latin-1 in one file",
    "geolocation",
    "mixed-encoding",
    (text) =>
      Buffer.concat([Buffer.from(text), Buffer.from("01310,-23.5,-46.6,s\xe3o paulo,SP\n", "latin1")]),
    "row 5",
    "UTF-8"
  )
];

describe("stage refuses", () => {
  refuses(connection, forms);

  test("a directory that holds none of the nine", async () => {
    const result = await stage(connection(), "/nowhere/at all");
    expect(result).toMatchObject({ok: false, code: "missing-directory"});
  });
});
