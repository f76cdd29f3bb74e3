import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {isAbsent} from "./absent.js";
import type {DecimalSign, NumberParts} from "./numberField.js";
import {numberOf, numberParts} from "./numberField.js";

/** What the numbers of a column may be, which can tell thousands from decimals. Bounds include both ends. */
export interface NumberBounds {
  least?: number;
  most?: number;
  /** The most decimals that a number may have, trailing zeros aside. */
  decimals?: number;
}

/** What a column's fields say of how its numbers are written. */
export interface NumberEvidence {
  /** Fields that only a decimal point, and those that only a decimal comma, makes sense of. */
  point: number;
  comma: number;
  /** A field that could be read both ways, if there is one. */
  either: string | null;
  currencies: string[];
  percent: number;
  /** Fields that are numbers. */
  numbers: number;
}

/** How a column writes its numbers. */
export interface NumberStyle {
  decimal: DecimalSign;
  /** Whether all of them carry a per cent sign: 3,5 % is 0.035. */
  percent: boolean;
}

/** A field that can be read two ways, which nothing in its column tells apart. */
export interface NumberQuestion {
  field: string;
  /** What it is if its sign is for thousands, and if it is for decimals. */
  thousands: number;
  decimals: number;
  /** The decimal sign that each reading means. */
  ifThousands: DecimalSign;
  ifDecimals: DecimalSign;
}

const admits = ({least = -Infinity, most = Infinity, decimals = 20}: NumberBounds, value: number): boolean =>
  value >= least &&
  value <= most &&
  Math.abs(value * 10 ** decimals - Math.round(value * 10 ** decimals)) <=
    1e-9 * Math.max(1, Math.abs(value));

/**
 * The decimal sign that a field calls for: by its form, or because only one of its two readings is within bounds; null
 * where it does not tell, "either" where both readings stand.
 * @example decimalSignOf(numberParts("-23.545"), {most: 180}) => "."
 */
export function decimalSignOf(parts: NumberParts, bounds: NumberBounds = {}): DecimalSign | "either" | null {
  const {form} = parts;
  if (form === "none" || form === "plain") return null;
  if (form === "point") return ".";
  if (form === "comma") return ",";
  const signs = ([".", ","] as const).filter((decimal) => admits(bounds, numberOf(parts, decimal)));
  return signs.length === 1 ? signs[0] : "either";
}

/**
 * Looks at all fields of a column for what they say of how its numbers are written.
 * @example numberEvidence(["52.50", "1,250.00"]) => {point: 2, comma: 0, either: null, currencies: [], percent: 0, numbers: 2}
 */
export function numberEvidence(fields: Iterable<string>, bounds: NumberBounds = {}): NumberEvidence {
  const evidence: NumberEvidence = {point: 0, comma: 0, either: null, currencies: [], percent: 0, numbers: 0};
  for (const field of fields) {
    const parts = numberParts(field);
    if (parts.form === "none") continue;
    evidence.numbers++;
    if (parts.percent) evidence.percent++;
    if (parts.currency && !evidence.currencies.includes(parts.currency))
      evidence.currencies.push(parts.currency);
    const sign = decimalSignOf(parts, bounds);
    if (sign === ".") evidence.point++;
    else if (sign === ",") evidence.comma++;
    else if (sign === "either") evidence.either ??= field.trim();
  }
  return evidence;
}

/** Both readings of a field that has two. @example numberQuestion("1.370").thousands => 1370 */
export function numberQuestion(field: string): NumberQuestion {
  const parts = numberParts(field);
  const [ifDecimals, ifThousands] =
    parts.form === "eitherPoint" ? ([".", ","] as const) : ([",", "."] as const);
  return {
    field,
    thousands: numberOf(parts, ifThousands),
    decimals: numberOf(parts, ifDecimals),
    ifThousands,
    ifDecimals
  };
}

/**
 * Settles from all of a column's fields how it writes its numbers. Numbers that only one decimal sign makes sense of are
 * read by it, even where others of the column have the other; three digits behind a single sign are read as the rest of
 * the column says, and where it says nothing, or both, that is a question (`value.question`) which `answer` settles.
 * Refuses a column of two currencies, or of numbers with and without a per cent sign.
 * @example settleNumbers(numberEvidence(["1.370", "2.480"])).value.question => {field: "1.370", thousands: 1370, decimals: 1.37, ...}
 */
export function settleNumbers(
  {point, comma, either, currencies, percent, numbers}: NumberEvidence,
  answer?: DecimalSign
): Result<{style: NumberStyle; question: null} | {style: null; question: NumberQuestion}> {
  if (currencies.length > 1)
    return fail("currencies", `amounts in ${currencies.join(" and ")}: write them in one currency`);
  if (percent > 0 && percent < numbers)
    return fail("percent", "some numbers with a per cent sign and some without: write all of them one way");
  const one = point > 0 !== comma > 0;
  if (either !== null && !one && answer === undefined)
    return ok({style: null, question: numberQuestion(either)});
  const decimal = one ? (comma > 0 ? "," : ".") : (answer ?? ".");
  return ok({style: {decimal, percent: percent > 0}, question: null});
}

/**
 * The number in a field of a column; NaN where there is none.
 * @example readNumber("1.250", {decimal: ",", percent: false}) => 1250
 */
export function readNumber(field: string, {decimal, percent}: NumberStyle): number {
  if (isAbsent(field)) return NaN;
  const value = numberOf(numberParts(field), decimal);
  return percent ? value / 100 : value;
}
