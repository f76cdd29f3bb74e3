/** SQL that stands in a query as it is. */
export class Fragment {
  constructor(readonly text: string) {}
}

/**
 * A value as an SQL literal: numbers, bigints, texts, booleans, null, Dates (as timestamps, in UTC), and arrays of these
 * (as the list after IN; an empty array is a list in which nothing is). Throws a TypeError for what has no literal, such
 * as NaN, undefined or an object.
 * @example literal("Can't Lose Them") => "'Can''t Lose Them'"
 * @example literal(new Date("2018-08-30")) => "TIMESTAMP '2018-08-30 00:00:00.000'"
 * @example literal(["SP", "RJ"]) => "('SP', 'RJ')"
 */
export function literal(value: unknown): string {
  if (value === null) return "NULL";
  if (value instanceof Fragment) return value.text;
  if (value instanceof Date) return timestamp(value);
  if (Array.isArray(value))
    return value.length === 0 ? "(SELECT NULL WHERE false)" : `(${value.map(element).join(", ")})`;
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "bigint") return signed(String(value));
  if (typeof value === "number") return number(value);
  if (typeof value === "string") return quoted(value);
  throw new TypeError(
    `no SQL literal for ${value === undefined ? "undefined" : `a value of type ${typeof value}`}`
  );
}

/**
 * A name of a table or column, quoted.
 * @example identifier("order") => "\"order\""
 */
export function identifier(name: string): string {
  if (name === "" || name.includes("\0")) throw new TypeError(`no SQL name: ${JSON.stringify(name)}`);
  return `"${name.replaceAll('"', '""')}"`;
}

const element = (value: unknown): string => {
  if (Array.isArray(value)) throw new TypeError("no SQL literal for an array within an array");
  return literal(value);
};

const signed = (digits: string): string => (digits.startsWith("-") ? `(${digits})` : digits);

/** Fractions carry an exponent: without one the engine reads a decimal, and rounds twice on the way to a double. */
const number = (value: number): string => {
  if (!Number.isFinite(value)) throw new TypeError(`no SQL literal for the number ${value}`);
  const digits = Object.is(value, -0) ? "0" : String(value);
  return signed(Number.isSafeInteger(value) || digits.includes("e") ? digits : `${digits}e0`);
};

const timestamp = (value: Date): string => {
  if (!Number.isFinite(value.getTime())) throw new TypeError("no SQL literal for an invalid date");
  const iso = value.toISOString();
  if (!/^\d{4}-/.test(iso)) throw new TypeError(`no SQL literal for a date so far off: ${iso}`);
  return `TIMESTAMP '${iso.slice(0, -1).replace("T", " ")}'`;
};

/** The engine's parser ends a text at the character zero, so that one is spelled out. */
const quoted = (value: string): string => {
  const parts = value.split("\0").map((part) => `'${part.replaceAll("'", "''")}'`);
  return parts.length === 1 ? parts.join("") : `(${parts.join(" || chr(0) || ")})`;
};
