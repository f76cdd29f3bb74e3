import {formatCount} from "../format.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";

/** Checks a number of something that a reader sets. @example wholeNumber("neighbours", 0, 1, 500).ok => false */
export const wholeNumber = (what: string, value: number, least: number, most: number): Result<void> =>
  Number.isInteger(value) && value >= least && value <= most
    ? ok(undefined)
    : fail(
        "parameter",
        `The number of ${what} must be a whole number from ${formatCount(least)} to ${formatCount(most)}, not ${value}.`
      );
