/**
 * The fewest digits (six at least tried) that read back as the same float32, with an exponent, so that neither XGBoost
 * nor SQL takes them for a whole or a decimal number. The value must be a finite float32.
 * @example float32Text(Math.fround(0.1)) => "1e-1"
 */
export function float32Text(value: number): string {
  if (value === 0) return Object.is(value, -0) ? "-0e+0" : "0e+0";
  for (let digits = 6; digits < 9; digits++) {
    const text = value.toExponential(digits - 1);
    if (Math.fround(Number(text)) === value) return withoutZeros(text);
  }
  return withoutZeros(value.toExponential(8));
}

/**
 * A float32 as the number somebody would have written: without the tail that it gets as a double.
 * @example shortFloat32(Math.fround(525.7)) => 525.7
 */
export const shortFloat32 = (value: number): number =>
  Number.isFinite(value) ? Number(float32Text(Math.fround(value))) : value;

const withoutZeros = (text: string) => text.replace(/\.?0*e/, "e");
