import {populationParameter} from "../explore/populationParameter.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {choice, flag, integer, real, text} from "../state/parameters.js";
import type {StateValues} from "../state/parameter.js";
import type {Span} from "../state/shared.js";
import {sharedParameters} from "../state/shared.js";
import type {AgeWindow, Cohorts} from "./cohorts.js";
import {cohorts, oldestAge, singleAges} from "./cohorts.js";
import type {Groups} from "./groups.js";
import {groupsOf} from "./groups.js";
import type {PeriodUnit} from "./periods.js";
import {periodsOf, periodUnits} from "./periods.js";
import type {Purchases} from "./purchases.js";
import {customersAsked} from "./customersAsked.js";

export const cohortsBy = ["time", "state", "category", "payment", "value"] as const;
export type CohortsBy = (typeof cohortsBy)[number];

/** What counts as having come back at an age: in that period, in it or any later one, or within a bracket of ages. */
export const countings = ["single", "later", "brackets"] as const;
export type Counting = (typeof countings)[number];

export const acrossKinds = ["age", "calendar"] as const;

/** What a reader chooses on the page Cohorts, as it stands in the address. */
export const cohortParameters = (span: Span) => ({
  cutoff: sharedParameters(span).cutoff,
  state: sharedParameters(span).state,
  delivered: flag(false),
  merge: flag(false),
  by: choice("time", cohortsBy),
  unit: choice("month", periodUnits),
  count: choice("single", countings),
  brackets: text("1-3, 4-6, 7-12", {max: 80}),
  across: choice("age", acrossKinds),
  age: integer(1, {min: 1, max: 104}),
  cac: real(20, {min: 0, max: 100_000}),
  margin: real(0.15, {min: 0.01, max: 1}),
  discount: real(0.1, {min: 0, max: 1}),
  cohort: text("", {max: 60}),
  at: integer(1, {min: 0, max: 104}),
  population: populationParameter()
});

export type CohortChoice = Pick<
  StateValues<ReturnType<typeof cohortParameters>>,
  "cutoff" | "state" | "delivered" | "merge" | "by" | "unit" | "count" | "brackets"
>;

/** The orders that count with the cohorts that they fall into. */
export interface CohortView {
  purchases: Purchases;
  starts: Int32Array;
  groups: Groups;
  table: Cohorts;
  unit: PeriodUnit;
  /** The day on which the data end. */
  end: number;
  people: number;
  /** People with a second order, and those of them whose second order was on the day of the first. */
  again: number;
  sameDay: number;
}

const bracket = /^(\d{1,3})\s*(?:[-–]\s*(\d{1,3}))?$/;

/**
 * Brackets of ages from text.
 * @example bracketsOf("1-3, 4") => ok([{from: 1, to: 3}, {from: 4, to: 4}])
 */
export function bracketsOf(written: string): Result<AgeWindow[]> {
  const windows: AgeWindow[] = [];
  for (const part of written.split(/[,;]/).map((one) => one.trim())) {
    if (part === "") continue;
    const [, from, to = from] = bracket.exec(part) ?? [];
    if (from === undefined || Number(to) < Number(from))
      return fail("brackets", `“${part}” is not an age bracket: write brackets as 1-3, 4-6, 7-12.`);
    windows.push({from: Number(from), to: Number(to)});
  }
  return windows.length > 0
    ? ok(windows)
    : fail("brackets", "No age bracket is given: write brackets as 1-3, 4-6, 7-12.");
}

/** Answers the page's question; a sentence where nobody is left or the brackets cannot be read. */
export function cohortView(all: Purchases, asked: CohortChoice): Result<CohortView> {
  const {unit, count, by} = asked;
  const found = customersAsked(all, asked);
  if (!found.ok) return found;
  const {purchases, starts, end} = found.value;
  const people = starts.length - 1;
  const groups = groupsOf(purchases, starts, by === "time" ? unit : by);
  const oldest = oldestAge(purchases, starts, {unit, end});
  const brackets = count === "brackets" ? bracketsOf(asked.brackets) : ok<AgeWindow[]>([]);
  if (!brackets.ok) return brackets;
  const single = singleAges(oldest).slice(1);
  const windows =
    count === "brackets"
      ? brackets.value
      : count === "later"
        ? single.map(({from}) => ({from, to: null}))
        : single;
  let [again, sameDay] = [0, 0];
  for (let i = 0; i < people; i++) {
    if (starts[i + 1] - starts[i] < 2) continue;
    again++;
    if (purchases.day[starts[i] + 1] === purchases.day[starts[i]]) sameDay++;
  }
  const table = cohorts(purchases, starts, groups, {unit, windows, end});
  return ok({purchases, starts, groups, table, unit, end, ...{people, again, sameDay}});
}

/** People of a cohort with an order in the period of an age, with what they have spent. */
export interface CohortMember {
  person: number;
  firstDay: number;
  orders: number;
  /** Cents. */
  price: number;
}

/** The people behind a cell: of a cohort those who ordered within a window of ages; of age 0 all of it. */
export function membersAt(
  {purchases, starts, groups, unit, end}: CohortView,
  cohort: number,
  window: AgeWindow
): CohortMember[] {
  const {person, day: days, price} = purchases;
  const periods = periodsOf(days, unit);
  const members: CohortMember[] = [];
  for (let i = 0; i + 1 < starts.length; i++) {
    if (groups.codes[i] !== cohort) continue;
    const first = starts[i];
    let here = false;
    let sum = 0;
    for (let row = first; row < starts[i + 1]; row++) {
      const age = periods[row] - periods[first];
      here ||= days[row] < end && age >= window.from && age <= (window.to ?? Infinity);
      sum += price[row];
    }
    if (here)
      members.push({person: person[first], firstDay: days[first], orders: starts[i + 1] - first, price: sum});
  }
  return members;
}
