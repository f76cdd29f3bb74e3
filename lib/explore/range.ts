import type {Parameter} from "../state/parameter.js";
import type {RangeDimension} from "./dimensions.js";

/** From here to there; null is no end. Months count from the year 0. */
export interface Range {
  low: number | null;
  high: number | null;
}

/** All values, those that are not known too. */
export const everything: Range = {low: null, high: null};

/**
 * A month as a whole number, so that months follow each other.
 * @example monthIndex("2017-01") => 24204
 */
export const monthIndex = (month: string): number =>
  12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7)) - 1;

/**
 * The month of a whole number.
 * @example monthOfIndex(24204) => "2017-01"
 */
export const monthOfIndex = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;

const month = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const decimal = /^-?\d{1,12}(?:\.\d{1,9})?$/;
const wholeNumber = /^-?\d{1,12}$/;

/** An end of a range as it stands in an address: undefined if the text is none. */
function readEnd(text: string, {unit, whole}: RangeDimension): number | null | undefined {
  if (text === "") return null;
  if (unit === "month") return month.test(text) ? monthIndex(text) : undefined;
  return (whole ? wholeNumber : decimal).test(text) ? Number(text) + 0 : undefined;
}

const writeEnd = (end: number | null, {unit}: RangeDimension): string =>
  end === null ? "" : unit === "month" ? monthOfIndex(end) : String(end);

const isEnd = (
  end: unknown,
  {whole, possible: [least, most] = [-Infinity, Infinity]}: RangeDimension
): boolean =>
  end === null ||
  (typeof end === "number" &&
    (whole ? Number.isSafeInteger(end) : Number.isFinite(end)) &&
    end >= least &&
    end <= most);

/**
 * A range in an address: its ends with two dots between, either of which may be left out.
 * @example rangeParameter(dimensionNamed("value")).read("100..200") => {low: 100, high: 200}
 */
export function rangeParameter(dimension: RangeDimension): Parameter<Range> {
  const {whole, unit, possible} = dimension;
  const example = possible ? `${possible[0]}..${possible[1]} or a part of it` : "10..20, 10.. or ..20";
  const admits = (value: unknown): value is Range => {
    if (typeof value !== "object" || value === null) return false;
    const {low, high} = value as Partial<Range>;
    if (!isEnd(low, dimension) || !isEnd(high, dimension)) return false;
    return (
      low === null || high === null || (whole ? Number(low) <= Number(high) : Number(low) < Number(high))
    );
  };
  return {
    fallback: everything,
    expected: `a range such as ${unit === "month" ? "2017-01..2017-06" : example}, its lower end first`,
    read(text) {
      const ends = /^([^]*?)\.\.([^]*)$/.exec(text);
      if (!ends) return undefined;
      const [low, high] = [readEnd(ends[1], dimension), readEnd(ends[2], dimension)];
      if (low === undefined || high === undefined) return undefined;
      const value = {low, high};
      return admits(value) ? value : undefined;
    },
    write: ({low, high}) =>
      low === null && high === null ? "" : `${writeEnd(low, dimension)}..${writeEnd(high, dimension)}`,
    admits
  };
}
