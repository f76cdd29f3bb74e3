/** A character that makes a spreadsheet read a cell as a formula, unless the cell is a plain number. */
const formula = /^[=+\-@\t\r]/;
const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const special = /[",\r\n]/;

/**
 * Text that a spreadsheet cannot take for a formula: a leading `=`, `+`, `-`, `@`, tab or carriage return gets an
 * apostrophe before it; plain numbers such as `-12.5` stay as they are.
 * Source: OWASP, "CSV Injection".
 * @example defuse("=1+1") => "'=1+1"
 */
export const defuse = (text: string): string =>
  formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;

const dateText = (date: Date): string => {
  if (!Number.isFinite(date.getTime())) return "";
  const [day, time] = date.toISOString().slice(0, 19).split("T");
  return time === "00:00:00" ? day : `${day} ${time}`;
};

const plain = (value: unknown): string => {
  if (value == null) return "";
  if (typeof value === "string") return defuse(value);
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  if (value instanceof Date) return dateText(value);
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  return defuse(JSON.stringify(value) ?? "");
};

const cell = (value: unknown): string => {
  const text = plain(value);
  return special.test(text) || (value === "" && text === "") ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Every name that a row carries, in the order of first sight. */
export const columnNames = (rows: Iterable<object>): string[] => {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  return [...names];
};

/**
 * Rows as comma-separated values: what a reader takes home from a chart or a table.
 * RFC 4180: CRLF line ends, fields with quote, comma or line break in quotes, quotes doubled. Missing values (null,
 * undefined, NaN, infinities) are empty fields, the empty string is `""`, dates are `2017-11-24` or
 * `2017-11-24 10:56:00` (UTC fields, as in the shop's own files). Text and names are defused against formulas.
 * @param rows one object a row
 * @param columns names and order; without it, every name that a row carries
 * @example csvText([{state: "SP", orders: 41746}]) => "state,orders\r\nSP,41746\r\n"
 */
export const csvText = (rows: readonly object[], columns: readonly string[] = columnNames(rows)): string => {
  const lines = [columns.map(cell).join(",")];
  for (const row of rows) {
    const fields = columns.map((name) => cell((row as Record<string, unknown>)[name]));
    // A single empty field would be an empty line, which readers skip.
    lines.push(fields.length === 1 && fields[0] === "" ? '""' : fields.join(","));
  }
  return `${lines.join("\r\n")}\r\n`;
};
