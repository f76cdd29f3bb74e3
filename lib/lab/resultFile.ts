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

/** Longer arrays of doubles are kept to float32: a chart or a rank cannot tell the difference. */
const longest = 1000;

/**
 * A result as JSON text: numbers' arrays in base64 under the name of their kind, days under `$date`, and what is no
 * finite number under `$number`.
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
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
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
