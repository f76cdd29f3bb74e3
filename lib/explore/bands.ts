import {ticks} from "d3";
import type {RangeDimension} from "./dimensions.js";
import {endSql} from "./conditions.js";
import type {Range} from "./range.js";

/** Where the values of a column lie. */
export interface Extent {
  least: number;
  most: number;
  /** The first and the last hundredth's bound. */
  low: number;
  high: number;
  /** Half of the values lie below; without it, bands are of one width. */
  middle?: number;
}

const mostBands = 30;

/** From here on the highest hundredth is so far above the middle that bands of one width would crowd most values. */
const skewed = 10;
const steps = [1, 1.5, 2, 3, 5, 7];

/** Round numbers whose ratios are about the same, from one to another, both above 0. */
function ratioCuts(low: number, high: number): number[] {
  const [first, last] = [low, high].map((end) => Math.floor(Math.log10(end)));
  const powers = Array.from({length: last - first + 1}, (_, i) => first + i);
  return powers
    .flatMap((power) => steps.map((step) => Number(`${step}e${power}`)))
    .filter((cut) => cut >= low && cut <= high);
}

/**
 * Where a column's bands part, in order: round numbers within the middle 98 % of its values, so that the first and the
 * last band are open. Whole values have a band each where there are few. Bands are of one width, or of about one ratio
 * where values from 0 on are so skewed that most would share a few bands.
 * @example cutsOf({least: 0, most: 3, low: 0, high: 3}, true) => [1, 2, 3]
 * @example cutsOf({least: 0, most: 900, low: 1, middle: 2, high: 50}, false) => [1, 1.5, 2, 3, 5, 7, 10, 15, 20, 30, 50]
 */
export function cutsOf({least, most, low, high, middle}: Extent, whole: boolean): number[] {
  if (![least, most, low, high].every(Number.isFinite)) return [];
  if (whole && most - least < mostBands)
    return Array.from({length: Math.round(most - least)}, (_, i) => Math.round(least) + i + 1);
  if (middle !== undefined && least >= 0 && middle > 0 && high > skewed * middle)
    return ratioCuts(Math.max(low, middle / 1e3), high).filter(
      (cut) => cut > least && (!whole || Number.isInteger(cut))
    );
  const found = ticks(low, high, mostBands - 6).filter(
    (cut) => cut > least && (!whole || Number.isInteger(cut))
  );
  return [...new Set(found)];
}

/**
 * The number of a value's band as SQL, from 0; null where the value is.
 * @example bandSql(dimensionNamed("items"), [2, 3]) => "case when items is null then null when items < 2 then 0 when items < 3 then 1 else 2 end"
 */
export const bandSql = (dimension: RangeDimension, cuts: readonly number[]): string =>
  `case when ${dimension.name} is null then null ${cuts
    .map((cut, i) => `when ${dimension.name} < ${endSql(cut, dimension)} then ${i} `)
    .join("")}else ${cuts.length} end`;

/**
 * The range that bands from one to another cover; open where they reach the first or the last.
 * @example rangeOf([2, 3, 4], 1, 2, true) => {low: 2, high: 3}
 */
export function rangeOf(cuts: readonly number[], first: number, last: number, whole: boolean): Range {
  const end = cuts[last];
  return {
    low: first <= 0 ? null : cuts[first - 1],
    high: last >= cuts.length ? null : whole ? end - 1 : end
  };
}

/**
 * The bands, from one to another, that hold just the values of a range; null if it ends within a band.
 * @example bandsOf([2, 3, 4], {low: 2, high: 3}, true) => [1, 2]
 */
export function bandsOf(
  cuts: readonly number[],
  {low, high}: Range,
  whole: boolean
): readonly [first: number, last: number] | null {
  const first = low === null ? 0 : cuts.indexOf(low) + 1;
  const last = high === null ? cuts.length : cuts.indexOf(whole ? high + 1 : high);
  return (low !== null && first === 0) || last < 0 || last < first ? null : [first, last];
}
