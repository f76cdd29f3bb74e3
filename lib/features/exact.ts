import type {Dialect} from "../dialect/dialect.js";

/**
 * A number on a grid of 2^-30, as SQL. Sums of such numbers are exact, so that they do not depend on the order of the
 * rows or on how an engine splits its work; and engines that disagree on the last digit of a sine agree on it.
 */
export const onGrid = (expression: string): string => `round((${expression}) * 1073741824e0) / 1073741824e0`;

/** An exact sum of numbers, as SQL; null where there are none. */
export const exactSum = (expression: string): string => `sum(${onGrid(expression)})`;

/** An exact mean of numbers, as SQL; null where there are none. */
export const exactMean = (expression: string): string =>
  `${exactSum(expression)} / nullif(count(${expression}), 0)`;

/** Seconds from one time to another. */
export const seconds = (from: string, to: string, d: Dialect): string => d.between("second", from, to);

/** Days from one time to another, with fractions. */
export const days = (from: string, to: string, d: Dialect): string => `${seconds(from, to, d)} / 86400e0`;

/** Whole days of 24 hours from one time to another. */
export const wholeDays = (from: string, to: string, d: Dialect): string =>
  `cast(floor(${days(from, to, d)}) as integer)`;

/** A sum of whole numbers as a double, 0 where there are none. */
export const totalOf = (expression: string): string => `cast(coalesce(sum(${expression}), 0) as double)`;

/** A sum of centavos in reais, 0 where there are none. */
export const reais = (cents: string): string => `${totalOf(cents)} / 100`;

/** A number, or the bound where it is below; null stays null, of which engines think differently in `greatest`. */
export const atLeast = (expression: string, bound: string): string =>
  `case when ${expression} < ${bound} then ${bound} else ${expression} end`;

/** A number, or the bound where it is above; null stays null. */
export const atMost = (expression: string, bound: string): string =>
  `case when ${expression} > ${bound} then ${bound} else ${expression} end`;
