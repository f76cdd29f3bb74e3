import type {CustomerField} from "./field.js";

/** The largest number that 32 bits hold; models see numbers in 32 bits. */
export const largestNumber = 3.4028234663852886e38;

const wanted: Record<CustomerField["kind"], string> = {
  number: "a number or null",
  integer: "a whole number or null",
  flag: "0, 1, false, true or null",
  category: "a text or null"
};

/** A value as it may stand in a sentence. */
function shown(value: unknown): string {
  if (typeof value === "number" || typeof value === "bigint" || value === undefined) return String(value);
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** What a field says of a value that it cannot have. @example refusal({name: "frequency", kind: "integer", used: true}, "x") => "“frequency” must be a whole number or null, not \"x\"." */
export const refusal = ({name, kind}: CustomerField, value: unknown): string =>
  typeof value === "number" && Math.abs(value) > largestNumber && kind !== "flag"
    ? `“${name}” must be ${wanted[kind]} that 32 bits hold, not ${value}.`
    : `“${name}” must be ${wanted[kind]}, not ${shown(value)}.`;

/** Whether a number may stand in a field that holds numbers; NaN is a missing value. */
export const fits = (kind: CustomerField["kind"], value: number): boolean =>
  value !== value ||
  (value <= largestNumber &&
    value >= -largestNumber &&
    (kind === "number" || (kind === "flag" ? value === 0 || value === 1 : value % 1 === 0)));

/**
 * A field's value as a number, NaN where it is missing; undefined where the field cannot have it.
 * @example numberIn({name: "bought_on_black_friday", kind: "flag", used: true}, true) => 1
 */
export function numberIn({kind}: CustomerField, value: unknown): number | undefined {
  if (value === null) return NaN;
  if (typeof value === "bigint") return numberIn({name: "", kind, used: true}, Number(value));
  if (kind === "flag" && typeof value === "boolean") return Number(value);
  return typeof value === "number" && fits(kind, value) ? value : undefined;
}
