import {float32Text} from "./float32.js";

/** A DOUBLE; the exponent keeps engines from reading a decimal. @example double(-0.5) => "(-0.5e0)" */
export function double(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`no SQL literal for the number ${value}`);
  const digits = String(value);
  const text = digits.includes("e") ? digits : `${digits}e0`;
  return text.startsWith("-") ? `(${text})` : text;
}

/** A REAL. @example real(0.5) => "cast(5e-1 as real)" */
export const real = (value: number): string => `cast(${float32Text(value)} as real)`;
