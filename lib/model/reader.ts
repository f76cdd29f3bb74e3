/** Something in a file that is not as it should be; its message is a sentence for the reader of the page. */
export class Malformed extends Error {}

/** Ends the reading. */
export function malformed(sentence: string): never {
  throw new Malformed(sentence);
}

/** A value as it may stand in a sentence: short. @example shown("x".repeat(99)).length => 40 */
export function shown(value: unknown): string {
  const text =
    typeof value === "object" && value !== null
      ? Array.isArray(value)
        ? "a list"
        : "an object"
      : (JSON.stringify(value) ?? "nothing");
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

const must = (key: string, be: string, value: unknown): never =>
  malformed(`“${key}” must be ${be}, not ${shown(value)}.`);

export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function fieldsOf(value: unknown, key: string): Fields {
  return isFields(value) ? value : must(key, "an object", value);
}

export function listOf(value: unknown, key: string, length?: number): unknown[] {
  if (!Array.isArray(value)) return must(key, "a list", value);
  if (length !== undefined && value.length !== length)
    malformed(`“${key}” holds ${value.length} values, not ${length} as it should.`);
  return value;
}

export function textsOf(value: unknown, key: string): string[] {
  return listOf(value, key).map((text, index) =>
    typeof text === "string" ? text : must(`${key}[${index}]`, "a text", text)
  );
}

/** A finite number, which XGBoost may write as a text, and newer versions as a list of one. */
export function numberOf(value: unknown, key: string): number {
  const number =
    typeof value === "string" && value.trim() !== "" ? Number(value.replace(/^\[(.*)\]$/, "$1")) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : must(key, "a finite number", value);
}

/** A whole number from `least` to `most`. */
export function wholeOf(value: unknown, key: string, least: number, most = 2 ** 31 - 1): number {
  const number = numberOf(value, key);
  return Number.isInteger(number) && number >= least && number <= most
    ? number
    : must(key, `a whole number from ${least} to ${most}`, value);
}

export function numbersOf(value: unknown, key: string, length?: number): Float64Array {
  const list = listOf(value, key, length);
  const numbers = new Float64Array(list.length);
  for (let i = 0; i < list.length; i++) {
    const number = list[i];
    numbers[i] =
      typeof number === "number" && Number.isFinite(number)
        ? number
        : must(`${key}[${i}]`, "a finite number", number);
  }
  return numbers;
}

/** Numbers that float32 holds; others are rounded to it. */
export function floatsOf(value: unknown, key: string, length?: number): Float32Array {
  const floats = Float32Array.from(numbersOf(value, key, length));
  const beyond = floats.findIndex((float) => !Number.isFinite(float));
  if (beyond >= 0) malformed(`“${key}[${beyond}]” is beyond what a 32-bit number holds.`);
  return floats;
}

export function wholesOf(value: unknown, key: string, length?: number): Int32Array {
  return Int32Array.from(numbersOf(value, key, length), (number, i) =>
    number === (number | 0) ? number : must(`${key}[${i}]`, "a whole number", number)
  );
}

/** 0 or 1, or false or true. */
export function flagsOf(value: unknown, key: string, length?: number): Uint8Array {
  return Uint8Array.from(listOf(value, key, length), (flag, i) =>
    flag === 0 || flag === 1 || typeof flag === "boolean"
      ? Number(flag)
      : must(`${key}[${i}]`, "0 or 1", flag)
  );
}

/** Names of columns, none twice. */
export function featuresOf(value: unknown, key: string): string[] {
  const names = textsOf(value, key);
  const seen = new Set<string>();
  const twice = names.find((name) => seen.size === seen.add(name).size);
  if (twice !== undefined) malformed(`“${key}” names ${shown(twice)} twice.`);
  return names;
}

/** Fails where a model looks at a column that is not among those at hand. */
export function requireColumns(features: readonly string[], columns: readonly string[] | undefined): void {
  if (!columns) return;
  const there = new Set(columns);
  const absent = features.filter((name) => !there.has(name));
  if (absent.length)
    malformed(
      `The model looks at ${absent.length === 1 ? "a column" : `${absent.length} columns`} that ${absent.length === 1 ? "is" : "are"} not here: ${absent.slice(0, 3).map(shown).join(", ")}${absent.length > 3 ? ", …" : ""}.`
    );
}
