import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {tables} from "../../../lib/source/tables.js";

/** A file before it is written: header and rows as text. */
export interface Csv {
  header: string[];
  rows: string[][];
}

export type Shop = Record<string, Csv>;

/** The n-th id of a kind. @example hex("a", 1) => "a0000000000000000000000000000001" */
export const hex = (kind: string, n: number) => kind + n.toString(16).padStart(31, "0");

const two = (n: number) => String(n).padStart(2, "0");
const range = (n: number) => Array.from({length: n}, (_, index) => index + 1);
const at = (n: number) => `2017-10-${two(1 + (n % 28))} 10:56:33`;

/** A small valid shop, as the published files are written: two items an order, the last person buys twice. */
export function shop(orders = 6): Shop {
  const files: Record<string, string[][]> = {
    customers: range(orders).map((n) => [
      hex("c", n),
      hex("f", n === orders ? 1 : n),
      "01310",
      "sao paulo",
      "SP"
    ]),
    orders: range(orders).map((n) => [
      hex("a", n),
      hex("c", n),
      "delivered",
      at(n),
      at(n + 1),
      at(n + 2),
      n === 1 ? "" : at(n + 3),
      "2017-11-20 00:00:00"
    ]),
    items: range(orders).flatMap((n) => [
      [hex("a", n), "1", hex("b", 1), hex("e", 1), at(n + 4), "58.90", "13.29"],
      [hex("a", n), "2", hex("b", 2), hex("e", 2), at(n + 4), "0.85", "0.00"]
    ]),
    payments: range(orders).map((n) => [hex("a", n), "1", "credit_card", "3", "73.04"]),
    reviews: range(orders).map((n) => [
      hex("d", 1 + (n >> 1)),
      hex("a", n),
      String(1 + (n % 5)),
      "",
      "bom",
      at(n + 5),
      at(n + 6)
    ]),
    products: range(2).map((n) => [hex("b", n), "perfumaria", "40", "287", "1", "225", "16", "10", "14"]),
    sellers: range(2).map((n) => [hex("e", n), "09790", "campinas", "SP"]),
    geolocation: range(4).map((n) => ["01310", `-23.5${n}`, `-46.6${n}`, "são paulo", "SP"]),
    translation: [["perfumaria", "perfumery"]]
  };
  return Object.fromEntries(
    tables.map(({name, columns}) => [name, {header: columns.map((column) => column.name), rows: files[name]}])
  );
}

const quote = (value: string) => (/[",;\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** A file as text. */
export const csvText = ({header, rows}: Csv, delimiter = ",", end = "\n") =>
  [header, ...rows].map((row) => row.map(quote).join(delimiter) + end).join("");

/** Sets one cell; rows count from 1. */
export function set(csv: Csv, row: number, column: string, value: string): void {
  csv.rows[row - 1][csv.header.indexOf(column)] = value;
}

/** What stands in a file instead of its text; undefined leaves the file out. */
export type Contents = Record<string, string | Buffer | undefined>;

/** Writes a shop into a fresh directory, with `contents` in place of some files. */
export function writeShop(
  files: Shop,
  contents: Contents = {},
  folder = ""
): {directory: string; remove: () => void} {
  const parent = mkdtempSync(join(tmpdir(), "vitrine-shop-"));
  const directory = join(parent, folder);
  mkdirSync(directory, {recursive: true});
  for (const {name, file} of tables) {
    const content = name in contents ? contents[name] : csvText(files[name]);
    if (content !== undefined) writeFileSync(join(directory, file), content);
  }
  return {directory, remove: () => rmSync(parent, {recursive: true, force: true})};
}

/** Every file of a small shop, written in some way. */
export const everyFile = (write: (csv: Csv, name: string) => string | Buffer) => {
  const files = shop();
  return Object.fromEntries(Object.entries(files).map(([name, csv]) => [name, write(csv, name)]));
};

/** A file with every cell changed. */
export const everyCell = (csv: Csv, change: (value: string, column: string) => string): Csv => ({
  header: csv.header,
  rows: csv.rows.map((row) => row.map((value, index) => change(value, csv.header[index])))
});

const isoTime = /^(\d{4})-0?(\d+)-0?(\d+) 0?(\d+):(.*)$/;
/** A file with its dates written after a pattern of year $1, month $2, day $3, hour $4 and the rest $5. */
export const dated = (csv: Csv, pattern: string) =>
  everyCell(csv, (value) => value.replace(isoTime, pattern));
