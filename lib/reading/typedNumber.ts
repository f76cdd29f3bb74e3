import {formatDecimal, formatNumber, formatTyped} from "../format.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {NumberBounds} from "./numberColumn.js";
import {decimalSignOf, numberQuestion} from "./numberColumn.js";
import {numberOf, numberParts} from "./numberField.js";

/**
 * A number that a reader typed, with a decimal comma or a decimal point, thousands set apart or not, a currency or per
 * cent sign around it or not (the field's own unit counts: 3,5 % in a field of per cent is 3.5, in one of shares, which
 * has `most` at 1 or below, it is 0.035). Where it can be read two ways and both are within bounds, it is refused with both: a
 * single field has no others to tell. A number out of bounds is read as any other.
 * @example readTyped("1.250,50") => ok(1250.5)
 * @example readTyped("0,35", {most: 1}) => ok(0.35)
 * @example readTyped("1.370", {decimals: 0}) => ok(1370)
 * @example readTyped("1.370").ok => false
 */
export function readTyped(text: string, bounds: NumberBounds = {}): Result<number> {
  const shown = text.trim().slice(0, 40);
  if (shown === "") return fail("empty", "Fill in a number.");
  const parts = numberParts(text);
  const scale = parts.percent && (bounds.most ?? Infinity) <= 1 ? 100 : 1;
  const sign = decimalSignOf(parts, scaled(bounds, scale));
  if (sign === "either") {
    const {thousands, decimals} = numberQuestion(text.trim());
    return fail(
      "either",
      `“${shown}” could be ${formatDecimal(thousands)} or ${formatDecimal(decimals)}: write ${formatTyped(thousands)}, or ${formatNumber(decimals, 4)}.`
    );
  }
  const value = numberOf(parts, sign ?? ".") / scale;
  return Number.isNaN(value)
    ? fail("number", `“${shown}” is not a number: write it like 1250 or ${formatTyped(0.5)}.`)
    : ok(value);
}

/**
 * What a field shows for a number within its bounds: a text that `readTyped` takes for that very number.
 * @example typedText(1250.5) => "1250.5"
 * @example typedText(1.375) => "1.3750"
 */
export function typedText(value: number, bounds: NumberBounds = {}): string {
  const text = formatTyped(value);
  const read = readTyped(text, bounds);
  return read.ok && read.value === value ? text : `${text}0`;
}

const scaled = (
  {least = -Infinity, most = Infinity, decimals}: NumberBounds,
  scale: number
): NumberBounds => ({
  least: least * scale,
  most: most * scale,
  decimals
});
