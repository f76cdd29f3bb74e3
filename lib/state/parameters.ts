import {isoDay, millisecondsPerDay} from "../days.js";
import type {Parameter} from "./parameter.js";

export interface Bounds<T> {
  min?: T;
  max?: T;
}

/**
 * A text of at most `max` characters.
 * @example text("").read("são paulo") => "são paulo"
 */
export const text = (fallback: string, {max = 200}: {max?: number} = {}): Parameter<string> =>
  parameter(fallback, {
    expected: `a text of at most ${max} characters`,
    read: (value) => value,
    write: (value) => value,
    admits: (value) => typeof value === "string" && value.length <= max && !/\p{Surrogate}/u.test(value)
  });

/**
 * One of the given texts.
 * @example choice("week", ["day", "week", "month"]).read("year") => undefined
 */
export const choice = <const T extends string>(fallback: NoInfer<T>, options: readonly T[]): Parameter<T> =>
  parameter(fallback, {
    expected: options.length > 12 ? `one of ${options.length} choices` : `one of ${options.join(", ")}`,
    read: (value) => options.find((option) => option === value),
    write: (value) => value,
    admits: (value) => options.some((option) => option === value)
  });

/**
 * A whole number within its bounds, which are included.
 * @example integer(10, {min: 1, max: 50}).read("51") => undefined
 */
export const integer = (fallback: number, bounds: Bounds<number> = {}): Parameter<number> =>
  parameter<number>(fallback, {
    expected: `a whole number${within(bounds)}`,
    read: (value) => (/^-?\d{1,15}$/.test(value) ? Number(value) + 0 : undefined),
    write: String,
    admits: (value) => Number.isSafeInteger(value) && isWithin(value as number, bounds)
  });

/**
 * A finite number within its bounds, which are included.
 * @example real(0.5, {min: 0, max: 1}).read("0.25") => 0.25
 */
export const real = (fallback: number, bounds: Bounds<number> = {}): Parameter<number> =>
  parameter<number>(fallback, {
    expected: `a number${within(bounds)}`,
    read: (value) =>
      /^-?\d{1,40}(\.\d{1,40})?(e[+-]?\d{1,3})?$/.test(value) ? Number(value) + 0 : undefined,
    write: String,
    admits: (value) => Number.isFinite(value) && isWithin(value as number, bounds)
  });

/**
 * Yes or no, written `true` or `false`.
 * @example flag(false).read("true") => true
 */
export const flag = (fallback: boolean): Parameter<boolean> =>
  parameter<boolean>(fallback, {
    expected: "true or false",
    read: (value) => (value === "true" ? true : value === "false" ? false : undefined),
    write: String,
    admits: (value) => typeof value === "boolean"
  });

/**
 * A calendar day within its bounds, as a Date at midnight UTC; the fallback and the bounds are ISO days.
 * @example day("2018-08-30").read("2018-02-01") => new Date("2018-02-01")
 */
export const day = (fallback: string, bounds: Bounds<string> = {}): Parameter<Date> => {
  return parameter<Date>(new Date(fallback), {
    expected: `a day${within(bounds)}`,
    read: (value) => {
      if (!/^\d{4}-\d\d-\d\d$/.test(value)) return undefined;
      const date = new Date(value);
      return Number.isFinite(date.getTime()) && isoDay(date) === value ? date : undefined;
    },
    write: (value) => isoDay(value),
    admits: (value) =>
      value instanceof Date && value.getTime() % millisecondsPerDay === 0 && isWithin(isoDay(value), bounds)
  });
};

/**
 * A calendar month within its bounds, as ISO text, which a list of months and a month field use alike.
 * @example month("2017-01", {max: "2018-08"}).read("2018-09") => undefined
 */
export const month = (fallback: string, bounds: Bounds<string> = {}): Parameter<string> =>
  parameter(fallback, {
    expected: `a month${within(bounds)}`,
    read: (value) => value,
    write: (value) => value,
    admits: (value) =>
      typeof value === "string" && /^\d{4}-(0[1-9]|1[0-2])$/.test(value) && isWithin(value, bounds)
  });

/** Holds a declaration to its own terms: what is read is admissible, and the fallback too. */
function parameter<T>(
  fallback: T,
  {
    expected,
    read,
    write,
    admits
  }: Pick<Parameter<T>, "expected" | "read" | "write"> & {admits: (value: unknown) => boolean}
): Parameter<T> {
  const isAdmissible = (value: unknown): value is T => value !== undefined && admits(value);
  if (!isAdmissible(fallback)) throw new RangeError(`default is not ${expected}: ${String(fallback)}`);
  return {
    fallback,
    expected,
    read: (value) => {
      const result = read(value);
      return isAdmissible(result) ? result : undefined;
    },
    write,
    admits: isAdmissible
  };
}

const isWithin = <T extends number | string>(value: T, {min, max}: Bounds<T>): boolean =>
  (min === undefined || value >= min) && (max === undefined || value <= max);

const within = ({min, max}: Bounds<number | string>): string =>
  (min === undefined ? "" : ` from ${min}`) +
  (max === undefined ? "" : ` ${min === undefined ? "up " : ""}to ${max}`);
