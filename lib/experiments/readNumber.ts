/**
 * A number as a reader in Brazil writes it: comma or point for decimals, points for thousands where they stand before
 * each group of three digits. Null for anything else.
 * @example readNumber("1.234,5") => 1234.5
 * @example readNumber("1.234") => 1234
 * @example readNumber("0.5") => 0.5
 */
export function readNumber(text: string): number | null {
  const trimmed = text.trim();
  const plain = /^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(trimmed)
    ? trimmed.replaceAll(".", "").replace(",", ".")
    : trimmed.replace(",", ".");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value + 0 : null;
}
