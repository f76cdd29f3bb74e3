import type {Groups} from "./groups.js";
import type {PeriodUnit} from "./periods.js";
import {periodOf, periodsOf} from "./periods.js";
import type {Purchases} from "./purchases.js";

/** What customers have brought by an age, on average. */
export interface ValuePoint {
  cohort: number;
  age: number;
  /** People whose time at this age is over. */
  observed: number;
  /** Mean amount per customer at this age alone, and from age 0 to this age, in cents. */
  amount: number;
  cumulative: number;
}

/** How an order's amount counts. */
export interface ValueOptions {
  unit: PeriodUnit;
  /** The day on which the data end. */
  end: number;
  /** What an order of the row brings, in cents. */
  amount: (row: number) => number;
  /** How often each person counts; once without it. */
  weights?: ArrayLike<number>;
}

/**
 * Mean cumulative amount per customer by age: the sum over ages of what those brought at that age who have been
 * watched through it (Nelson's mean cumulative function, 1988), so that young cohorts do not pull old ages down.
 */
export function valueByAge(
  {day}: Pick<Purchases, "day">,
  starts: Int32Array,
  groups: Pick<Groups, "names" | "codes">,
  {unit, end, amount, weights}: ValueOptions
): ValuePoint[] {
  const periods = periodsOf(day, unit);
  const now = periodOf(end, unit);
  const people = starts.length - 1;
  let oldest = 0;
  for (let person = 0; person < people; person++) oldest = Math.max(oldest, now - periods[starts[person]]);
  const ages = oldest;
  const {names, codes} = groups;
  const observed = new Float64Array(names.length * (ages + 1));
  const amounts = new Float64Array(names.length * (ages + 1));
  for (let person = 0; person < people; person++) {
    const weight = weights ? weights[person] : 1;
    if (weight === 0) continue;
    const first = periods[starts[person]];
    const at = codes[person] * (ages + 1);
    if (first < now) observed[at + now - first - 1] += weight;
    for (let row = starts[person]; row < starts[person + 1]; row++)
      if (periods[row] < now) amounts[at + periods[row] - first] += weight * amount(row);
  }
  return names.flatMap((_, cohort) => {
    const at = cohort * (ages + 1);
    for (let age = ages - 1; age >= 0; age--) observed[at + age] += observed[at + age + 1];
    let cumulative = 0;
    const points: ValuePoint[] = [];
    for (let age = 0; age < ages && observed[at + age] > 0; age++) {
      const mean = amounts[at + age] / observed[at + age];
      cumulative += mean;
      points.push({cohort, age, observed: observed[at + age], amount: mean, cumulative});
    }
    return points;
  });
}
