import type {ManifestInput} from "../marts/manifest.js";

/** The outcome of a run that was done when the site was built. */
export interface PublishedResult<Choice = unknown, Outcome = unknown> {
  format: "vitrine-result";
  version: 1;
  /** What was asked. */
  choice: Choice;
  inputs: Pick<ManifestInput, "file" | "sha256">[];
  outcome: Outcome;
}

const arrays = {Float64Array, Float32Array, Uint8Array, Int32Array, Uint32Array} as const;
type ArrayName = keyof typeof arrays;

/** Longer arrays of doubles, and numbers of longer lists of records, are kept to float32: a chart or a rank cannot tell the difference. */
const longest = 1000;

/**
 * A result as JSON text: numbers' arrays in base64 under the name of their kind, days under `$date`, what is no finite
 * number under `$number`, and long lists of like records column by column under `$records`.
 * @example fromResultText(toResultText({at: new Date(0), rows: Uint8Array.of(1, 2)})) => {at: new Date(0), rows: Uint8Array.of(1, 2)}
 */
export const toResultText = (value: unknown): string => JSON.stringify(plain(value));

/** A result from its text; it must be one of `toResultText`'s. */
export const fromResultText = (text: string): unknown => revived(JSON.parse(text) as unknown);

function plain(value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) return {$number: String(value)};
  if (value === null || typeof value !== "object") return value;
  if (value instanceof Date) return {$date: value.toISOString()};
  if (ArrayBuffer.isView(value)) return packed(value);
  if (Array.isArray(value)) return columnsOf(value) ?? value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}

/**
 * A long list of records as columns, where all have the same fields, each a text, or a number or null throughout;
 * undefined for others.
 */
function columnsOf(list: readonly unknown[]): unknown {
  if (list.length <= longest) return undefined;
  const records = list as readonly Record<string, unknown>[];
  if (!records.every((one) => one !== null && typeof one === "object")) return undefined;
  const names = Object.keys(records[0]);
  const same = names.join();
  if (!records.every((one) => Object.keys(one).join() === same)) return undefined;
  const columns: [string, unknown][] = [];
  for (const name of names) {
    const values = records.map((one) => one[name]);
    if (values.every((one) => one === null || isShort(one)))
      columns.push([name, packed(Float64Array.from(values as (number | null)[], (one) => one ?? NaN))]);
    else if (values.every((one) => typeof one === "string")) {
      const levels = [...new Set(values)];
      if (levels.length > 256) return undefined;
      columns.push([name, {levels, codes: packed(Uint8Array.from(values, (one) => levels.indexOf(one)))}]);
    } else return undefined;
  }
  return {$records: Object.fromEntries(columns)};
}

/** A number that float32 holds to seven digits, or exactly where it is whole. */
const isShort = (value: unknown): boolean =>
  typeof value === "number" &&
  Number.isFinite(value) &&
  (!Number.isInteger(value) || Math.abs(value) <= 2 ** 24);

type Column = ArrayLike<number> | {levels: readonly string[]; codes: ArrayLike<number>};

function recordsOf(columns: Readonly<Record<string, Column>>): unknown[] {
  const entries = Object.entries(columns);
  const at = (column: Column, i: number) =>
    "levels" in column ? column.levels[column.codes[i]] : Number.isNaN(column[i]) ? null : column[i];
  const [, first] = entries[0];
  return Array.from({length: "levels" in first ? first.codes.length : first.length}, (_, i) =>
    Object.fromEntries(entries.map(([name, column]) => [name, at(column, i)]))
  );
}

function packed(value: ArrayBufferView): unknown {
  const name = Object.prototype.toString.call(value).slice(8, -1) as ArrayName;
  if (!(name in arrays)) throw new TypeError(`a result may not hold a ${name}`);
  const short = value instanceof Float64Array && value.length > longest;
  const kept = short ? Float32Array.from(value) : value;
  const bytes = new Uint8Array(kept.buffer, kept.byteOffset, kept.byteLength);
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return short ? {[`$${name}`]: btoa(text), $as: "Float32Array"} : {[`$${name}`]: btoa(text)};
}

function revived(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(revived);
  const fields = value as Record<string, unknown>;
  if (typeof fields.$date === "string") return new Date(fields.$date);
  if (typeof fields.$number === "string") return Number(fields.$number);
  if (fields.$records) return recordsOf(revived(fields.$records) as Readonly<Record<string, Column>>);
  for (const name of Object.keys(arrays) as ArrayName[]) {
    const text = fields[`$${name}`];
    if (typeof text === "string") return unpacked(name, text, fields.$as === "Float32Array");
  }
  return Object.fromEntries(Object.entries(fields).map(([key, one]) => [key, revived(one)]));
}

function unpacked(name: ArrayName, text: string, short: boolean) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return short ? Float64Array.from(new Float32Array(bytes.buffer)) : new arrays[name](bytes.buffer);
}

/** Tells one choice from another: which device is asked for does not matter. */
export const choiceKey = (choice: unknown): string =>
  JSON.stringify(choice, (key, value: unknown) => (key === "backend" ? undefined : value));

/**
 * Whether two results rest on the same files, by their names and hashes.
 * @example sameInputs([{file: "orders.csv", sha256: "1f"}], [{file: "orders.csv", sha256: "2e"}]) => false
 */
export function sameInputs(a: PublishedResult["inputs"], b: PublishedResult["inputs"]): boolean {
  const told = (inputs: PublishedResult["inputs"]) =>
    JSON.stringify(inputs.map(({file, sha256}) => [file, sha256]));
  return told(a) === told(b);
}
