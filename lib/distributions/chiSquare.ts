import gammainc from "@stdlib/math-base-special-gammainc";

/**
 * The chance that chi-square with `df` degrees of freedom is above x: the p-value of a chi-square test, accurate
 * down to the smallest numbers.
 * @example chiSquareUpper(0, 3) => 1
 */
export const chiSquareUpper = (x: number, df: number): number => gammainc(x / 2, df / 2, true, true);
