import type {SchemaElement} from "hyparquet";

const decoder = new TextDecoder();
const two = (n: number) => String(n).padStart(2, "0");

/** A time as text, from units of which `perSecond` make a second; one that no calendar has stays a number. */
function timeText(units: bigint, perSecond: bigint): string {
  const rest = ((units % perSecond) + perSecond) % perSecond;
  const date = new Date(Number((units - rest) / perSecond) * 1000);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 0) return String(units);
  const day = `${String(date.getUTCFullYear()).padStart(4, "0")}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  const fraction =
    rest === 0n
      ? ""
      : `.${String(rest)
          .padStart(String(perSecond).length - 1, "0")
          .replace(/0+$/, "")}`;
  return `${day} ${clock}${fraction}`;
}

/** What hyparquet makes of typed values: texts, as a CSV of the same table has them. */
export const textParsers = {
  timestampFromMilliseconds: (units: bigint) => timeText(BigInt(units), 1_000n),
  timestampFromMicroseconds: (units: bigint) => timeText(BigInt(units), 1_000_000n),
  timestampFromNanoseconds: (units: bigint) => timeText(BigInt(units), 1_000_000_000n),
  dateFromDays: (days: number) => timeText(BigInt(days) * 86_400n, 1n).slice(0, 10),
  stringFromBytes: (bytes: Uint8Array) => bytes && decoder.decode(bytes),
  jsonFromBytes: (bytes: Uint8Array) => bytes && decoder.decode(bytes)
};

/** Three digits behind a lone point could be thousands where a text says them: a typed number has a fourth. */
const pointed = (text: string) => (/^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text);

/**
 * A whole number of units of which 10 to the power of `scale` make one, with its decimals.
 * @example decimalText(-1205n, 2) => "-12.05"
 */
export function decimalText(units: bigint, scale: number): string {
  const sign = units < 0n ? "-" : "";
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0");
  const at = digits.length - scale;
  return sign + (scale > 0 ? pointed(`${digits.slice(0, at)}.${digits.slice(at)}`) : digits);
}

/** The whole number of bytes, the highest first, in two's complement. */
function wholeOf(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return bytes.length > 0 && bytes[0] > 127 ? value - (1n << BigInt(8 * bytes.length)) : value;
}

/** The shortest decimals that a float of 32 bits is. @example floatText(Math.fround(12.3)) => "12.3" */
export function floatText(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(value);
}

/** How many decimals a column of exact decimals has; undefined for any other. */
export const scaleOf = ({
  converted_type: is,
  logical_type: logical,
  scale
}: SchemaElement): number | undefined =>
  is === "DECIMAL" || logical?.type === "DECIMAL"
    ? (scale ?? (logical?.type === "DECIMAL" ? logical.scale : 0))
    : undefined;

/**
 * A typed value as the text that a CSV of the same table has of it, which no reading mistakes: days with the year first, numbers
 * with a point; empty where there is none.
 * @param scale decimals of a column of exact decimals, whose values are whole numbers or their bytes
 */
export function cellText(
  value: unknown,
  {type, logical_type: logical}: SchemaElement,
  scale?: number
): string | null {
  if (value === null || value === undefined) return null;
  if (scale !== undefined)
    return decimalText(
      value instanceof Uint8Array ? wholeOf(value) : BigInt(value as number | bigint),
      scale
    );
  if (typeof value === "number") {
    if (Number.isNaN(value)) return null;
    return pointed(type === "FLOAT" ? floatText(value) : String(value));
  }
  if (value instanceof Uint8Array) return decoder.decode(value);
  const plain = value as string | bigint | boolean;
  const text = plain.toString();
  return logical?.type === "TIMESTAMP" && logical.isAdjustedToUTC ? `${text}Z` : text;
}
