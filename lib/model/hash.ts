import {sha256} from "@noble/hashes/sha2.js";
import {bytesToHex, utf8ToBytes} from "@noble/hashes/utils.js";

/** What makes a model the one it is. All of it is plain data: objects, lists, typed arrays, texts, numbers. */
export interface Provenance {
  /** Hashes of the files that the data came from (the manifest's inputs), cutoff, label and preset. */
  data: unknown;
  features: readonly string[];
  parameters: unknown;
  seed: number;
  model: unknown;
}

/**
 * Names a model by what it was made of and what it is: SHA-256, in hex, of a byte form in which the order of an
 * object's keys does not show, and every bit of every number does (NaNs alone are all one). A field that is undefined
 * is the same as one that is absent. Throws a TypeError for what is no data, such as a function.
 * @example modelHash({data: [], features: ["x"], parameters: {eta: 0.3}, seed: 1, model: {}}).length => 64
 */
export function modelHash({data, features, parameters, seed, model}: Provenance): string {
  const hash = sha256.create();
  write({data, features, parameters, seed, model}, (bytes) => hash.update(bytes));
  return bytesToHex(hash.digest());
}

/** Each value is a letter for its kind, its length where it has one, and its content: no two values look the same. */
function write(value: unknown, put: (bytes: Uint8Array) => void): void {
  const head = (kind: string, length = 0) => put(utf8ToBytes(`${kind}${length}:`));
  if (value === null) head("z");
  else if (value === undefined) head("u");
  else if (typeof value === "boolean") head(value ? "t" : "f");
  else if (typeof value === "number") {
    head("d");
    put(bytesOf(Float64Array.of(value)));
  } else if (typeof value === "string") {
    const bytes = utf8ToBytes(value);
    head("s", bytes.length);
    put(bytes);
  } else if (Array.isArray(value)) {
    head("a", value.length);
    for (const element of value) write(element, put);
  } else if (isTyped(value)) {
    head(value.constructor.name, value.length);
    put(bytesOf(value));
  } else if (Object.prototype.toString.call(value) === "[object Object]") {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    head("o", fields.length);
    for (const [key, field] of fields) {
      write(key, put);
      write(field, put);
    }
  } else
    throw new TypeError(`no hash of a value of type ${Object.prototype.toString.call(value).slice(8, -1)}`);
}

const kinds = [
  Float32Array,
  Float64Array,
  Uint8Array,
  Uint16Array,
  Uint32Array,
  Int8Array,
  Int16Array,
  Int32Array
] as const;

type Typed = InstanceType<(typeof kinds)[number]>;

const isTyped = (value: unknown): value is Typed => kinds.some((kind) => value instanceof kind);

/** Little-endian, as every machine that runs a browser is; NaNs as one. */
function bytesOf(numbers: Typed): Uint8Array {
  const same =
    (numbers instanceof Float32Array || numbers instanceof Float64Array) && numbers.some(Number.isNaN)
      ? numbers.map((number) => (Number.isNaN(number) ? NaN : number))
      : numbers;
  return new Uint8Array(same.buffer, same.byteOffset, same.byteLength);
}
