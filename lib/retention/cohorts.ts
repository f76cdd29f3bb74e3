import type {Groups} from "./groups.js";
import type {PeriodUnit} from "./periods.js";
import {periodOf, periodsOf} from "./periods.js";
import type {Purchases} from "./purchases.js";

/** An age or several, both ends included; without an end, all that are over by the end of the data. */
export interface AgeWindow {
  from: number;
  to: number | null;
}

/** Who was seen, and who came back, in one cohort at one age. */
export interface CohortCell {
  cohort: number;
  window: number;
  /** People whose time at this age is over by the end of the data. */
  observed: number;
  /** Those of them with an order at this age. */
  active: number;
  /** People at this age now: their period has begun and is not over. They are not among the observed. */
  unfinished: number;
  /** Those of them with an order at this age so far. */
  activeSoFar: number;
}

/** A cohort analysis. Ages are in calendar periods since the period of the first order, which is age 0. */
export interface Cohorts {
  names: readonly string[];
  days: readonly number[] | null;
  sizes: readonly number[];
  windows: readonly AgeWindow[];
  /** Row by row: all windows of the first cohort, then of the next. */
  cells: readonly CohortCell[];
  /** Of all cohorts together. */
  pooled: readonly Omit<CohortCell, "cohort">[];
}

export interface CohortOptions {
  unit: PeriodUnit;
  windows: readonly AgeWindow[];
  /** The day on which the data end; orders on it or later do not count. */
  end: number;
}

/** The ages 0 to the oldest that anybody has finished, one by one. */
export const singleAges = (oldest: number): AgeWindow[] =>
  Array.from({length: oldest + 1}, (_, age) => ({from: age, to: age}));

/** The greatest age whose period is over by the end of the data for somebody. */
export function oldestAge(
  {day}: Purchases,
  starts: Int32Array,
  {unit, end}: {unit: PeriodUnit; end: number}
): number {
  let first = Infinity;
  for (const row of starts.subarray(0, -1)) first = Math.min(first, day[row]);
  return first < end ? Math.max(0, periodOf(end, unit) - 1 - periodOf(first, unit)) : 0;
}

/**
 * Which share of each cohort orders at which age. A cell counts only people whose period of that age is over, so that
 * nobody is called gone who still has time.
 * @param starts of people, as `startsOf` gives them
 */
export function cohorts(
  {day}: Purchases,
  starts: Int32Array,
  groups: Groups,
  {unit, windows, end}: CohortOptions
): Cohorts {
  const {names, codes, days} = groups;
  const periods = periodsOf(day, unit);
  const now = periodOf(end, unit);
  const people = starts.length - 1;
  const count = windows.length;
  const sizes = new Int32Array(names.length);
  const born = new Map<number, Int32Array>();
  for (let person = 0; person < people; person++) {
    const first = periods[starts[person]];
    let byGroup = born.get(first);
    if (!byGroup) born.set(first, (byGroup = new Int32Array(names.length)));
    byGroup[codes[person]]++;
    sizes[codes[person]]++;
  }
  const [observed, unfinished, active, soFar] = Array.from(
    {length: 4},
    () => new Int32Array(names.length * count)
  );
  const isOver = (first: number, {from, to}: AgeWindow) => first + (to ?? from) < now;
  const hasBegun = (first: number, {from}: AgeWindow) => first + from <= now;
  for (const [first, byGroup] of born)
    windows.forEach((window, w) => {
      const into = isOver(first, window) ? observed : hasBegun(first, window) ? unfinished : undefined;
      if (into) byGroup.forEach((born, group) => (into[group * count + w] += born));
    });
  for (let person = 0; person < people; person++) {
    const first = periods[starts[person]];
    for (let w = 0; w < count; w++) {
      const {from, to} = windows[w];
      if (first + from > now) continue;
      const over = isOver(first, windows[w]);
      const last = first + (to ?? Infinity);
      for (let row = starts[person + 1] - 1; row >= starts[person]; row--) {
        if (periods[row] < first + from) break;
        if (periods[row] > last || day[row] >= end) continue;
        (over ? active : soFar)[codes[person] * count + w]++;
        break;
      }
    }
  }
  const cells = Array.from({length: names.length * count}, (_, i) => ({
    cohort: Math.floor(i / count),
    window: i % count,
    ...{observed: observed[i], active: active[i], unfinished: unfinished[i], activeSoFar: soFar[i]}
  }));
  const pooled = windows.map((_, window) => {
    const own = cells.filter((cell) => cell.window === window);
    const sum = (name: "observed" | "active" | "unfinished" | "activeSoFar") =>
      own.reduce((total, cell) => total + cell[name], 0);
    return {
      window,
      ...{observed: sum("observed"), active: sum("active")},
      ...{unfinished: sum("unfinished"), activeSoFar: sum("activeSoFar")}
    };
  });
  return {names, days, sizes: [...sizes], windows, cells, pooled};
}
