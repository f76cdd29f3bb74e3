import {html} from "npm:htl";
import * as Inputs from "npm:@observablehq/inputs";
import type {CsvForm} from "../lib/csv/csvForm.js";
import {columnNames} from "../lib/csv/csvText.js";
import {formatCount, formatDay, formatNumber, missing} from "../lib/format.js";
import {announce, csvButtons, downloadCsv} from "./exports.js";
import {plainTable} from "./plainTable.js";
import type {Rows} from "./rows.js";

export interface TableColumn {
  /** Heading; without it, the column's name. */
  label?: string;
  /** How a value reads; without it, numbers as the site writes them, days and text. */
  format?: (value: never) => string;
  align?: "left" | "right" | "center";
  /** Pixels. */
  width?: number;
}

export interface TableOptions {
  /** What the table holds, in a few words; read out by screen readers. */
  caption: string;
  /** Names the CSV file; without it, the caption. */
  name?: string;
  /** Columns to show, in order; without it, all of the rows'. The CSV has them all. */
  columns?: Readonly<Record<string, TableColumn>>;
  /** The rows of the CSV, worked out when they are asked for; without it, the rows as they are. */
  exported?: () => readonly object[] | Promise<readonly object[]>;
  /** Rows to show before scrolling; 12 without it. */
  rows?: number;
  /** Column to sort by at first. */
  sort?: string;
  reverse?: boolean;
}

/** How a value reads when nobody said how. @example readable(1234.5) => "1,234.50" */
export function readable(value: unknown): string {
  if (value == null) return missing;
  if (typeof value === "number")
    return Number.isInteger(value) ? formatCount(value) : formatNumber(value, Math.abs(value) < 1 ? 4 : 2);
  if (typeof value === "bigint") return formatCount(Number(value));
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value instanceof Date) {
    const time = Number.isFinite(+value) ? value.toISOString().slice(11, 16) : "00:00";
    return time === "00:00" ? formatDay(value) : `${formatDay(value)} ${time}`;
  }
  return typeof value === "string" ? value : (JSON.stringify(value) ?? missing);
}

const sortOf = (heading: Element) =>
  ({"▴": "ascending", "▾": "descending"})[heading.querySelector("span")?.textContent ?? ""] ?? "none";

const scanned = 500;
const narrowest = 22;

/** Columns of text wrap, at no less than their longest text or some words: figures and days stay on a line. */
function wrapRule(id: string, rows: readonly object[], columns: readonly string[]): HTMLElement | null {
  const some = rows.slice(0, scanned) as readonly Record<string, unknown>[];
  const rules = columns.flatMap((column, i) => {
    const texts = some.flatMap((row) => (typeof row[column] === "string" ? [row[column]] : []));
    const longest = Math.max(0, ...texts.map(({length}) => length));
    return longest > narrowest ? [`#${id} td:nth-child(${i + 2})`] : [];
  });
  if (rules.length === 0) return null;
  return html`<style>
    ${rules.join()} {
      white-space: normal;
      min-width: ${narrowest}ch;
    }
  </style>`;
}

/**
 * A table that sorts by any column (a button in each heading), wraps long texts, renders rows as they scroll into view
 * and exports all of them, shown or not, as CSV.
 * @example table(await sql`select * from quality`, {caption: "Checks", sort: "failing", reverse: true})
 */
export function table<Row extends object>(rows: Rows<Row>, options: TableOptions): HTMLElement {
  const {caption, name = caption, rows: shown = 12, sort, reverse, exported} = options;
  const all = rows.columns ?? columnNames(rows);
  const spec: Readonly<Record<string, TableColumn>> =
    options.columns ?? Object.fromEntries(all.map((column) => [column, {}]));
  const columns = Object.keys(spec);
  const pick = <T>(value: (column: string) => T): Record<string, T> =>
    Object.fromEntries(columns.map((column) => [column, value(column)]));
  const first = (column: string): unknown =>
    rows.map((row) => (row as Record<string, unknown>)[column]).find((value) => value != null);

  const save = async (form: CsvForm) =>
    exported ? downloadCsv(name, await exported(), form) : downloadCsv(name, rows, form, all);
  const heading = (column: string) =>
    html`<button type="button" class="table-sort">${spec[column].label ?? column}</button>`;
  const form = Inputs.table(rows, {
    columns,
    rows: shown,
    ...(sort === undefined ? {} : {sort, reverse}),
    select: false,
    layout: "auto",
    format: pick((column) => spec[column].format ?? readable),
    align: pick((column) => spec[column].align ?? (typeof first(column) === "number" ? "right" : "left")),
    header: pick(heading),
    width: Object.fromEntries(
      columns.flatMap((c) => (spec[c].width === undefined ? [] : [[c, spec[c].width]]))
    )
  });
  const inner = form.querySelector("table");
  inner?.setAttribute("aria-label", caption);
  inner?.setAttribute("aria-rowcount", String(rows.length + 1));
  form.tabIndex = 0;
  form.setAttribute("aria-label", `${caption}, scrollable`);

  const headings = [...form.querySelectorAll("thead th")].slice(1);
  const markSorting = () => headings.forEach((th) => th.setAttribute("aria-sort", sortOf(th)));
  for (const [i, th] of headings.entries()) {
    th.setAttribute("scope", "col");
    th.addEventListener("click", () => {
      markSorting();
      announce(`Sorted by ${spec[columns[i]].label ?? columns[i]}, ${sortOf(th)}`);
    });
  }
  markSorting();

  const frame = html`<div class="table-frame">
    <div class="table-head">
      <span>${caption}, <span class="table-rows">${formatCount(rows.length)} rows</span></span>
      ${csvButtons(caption, save)}
    </div>
    ${form} ${wrapRule(form.id, rows, columns)}
  </div>`;
  return Object.assign(frame, {savedTable: () => savedTable(rows, spec, caption)});
}

/** The table with all its rows, for a page that is saved. */
function savedTable<Row extends object>(
  rows: Rows<Row>,
  spec: Readonly<Record<string, TableColumn>>,
  caption: string
): HTMLElement {
  const columns = Object.keys(spec);
  return plainTable(rows, {
    caption,
    headings: columns.map((column) => spec[column].label ?? column),
    cell(row, i) {
      const value = (row as Record<string, unknown>)[columns[i]];
      return String((spec[columns[i]].format ?? readable)(value as never));
    }
  });
}
