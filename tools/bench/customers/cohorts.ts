import {max} from "d3";
import {formatCount} from "../../../lib/format.js";
import type {CohortChoice} from "../../../lib/retention/cohortView.js";
import {cohortView, countings} from "../../../lib/retention/cohortView.js";
import {periodUnits} from "../../../lib/retention/periods.js";
import type {Purchases} from "../../../lib/retention/purchases.js";
import {dateOf} from "../../../lib/days.js";
import {returning} from "../../../lib/retention/returning.js";
import {valueByAge} from "../../../lib/retention/valueByAge.js";
import {middle, say, time} from "../churn/parts.js";
import {verdict} from "../measure.js";
import {shopPurchases} from "./purchases.js";

/** Milliseconds from a changed filter to all numbers of the page. */
const goal = 200;

/** What the page's charts show, but for the payback, which a worker resamples. */
function views(all: Purchases, asked: CohortChoice) {
  const found = cohortView(all, asked);
  if (!found.ok) throw new Error(found.message);
  const {purchases, starts, unit, end, people, table} = found.value;
  const pooled = {names: ["All cohorts"], codes: new Int32Array(people)};
  const amount = (row: number) => purchases.price[row];
  return {
    table,
    people,
    periods: returning(purchases, starts, {unit, end}),
    values: valueByAge(purchases, starts, pooled, {unit, end, amount})
  };
}

/**
 * The numbers behind all views of the page Cohorts after a change of filters, on all orders, in Node: nothing is kept
 * from one change to the next. Drawing is not measured.
 */
export async function benchCohorts(runs: number): Promise<void> {
  const all = await shopPurchases();
  const cutoff = dateOf((max(all.day) ?? 0) + 1);
  const chosen = {cutoff, state: "all", delivered: false, merge: false, by: "time"} as const;
  for (const unit of periodUnits)
    for (const count of countings) {
      const asked: CohortChoice = {...chosen, unit, count, brackets: "1-3, 4-6, 7-12"};
      const times: number[] = [];
      let [people, cohorts, ages] = [0, 0, 0];
      for (let run = 0; run < runs; run++) {
        const started = performance.now();
        const shown = views(all, asked);
        times.push(performance.now() - started);
        [people, cohorts, ages] = [shown.people, shown.table.names.length, shown.table.windows.length];
      }
      const ms = middle(times, Number);
      const size = `${formatCount(all.day.length)} orders, ${formatCount(people)} customers, ${cohorts} cohorts x ${ages} ages`;
      say(
        `cohorts by ${unit}, counted ${count}, ${size}, ${runs} runs: ${time(ms)}, slowest ${time(Math.max(...times))} ${verdict(ms <= goal, `${goal} ms`)}`
      );
    }
}
