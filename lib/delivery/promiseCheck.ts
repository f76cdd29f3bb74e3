import {monthDay, writtenMonth} from "../journeys/monthNumber.js";
import {monthsOf} from "../journeys/months.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {DaysForShare, KeptShare} from "./dayCounts.js";
import {dayCounts, daysForShare, keptShare} from "./dayCounts.js";
import {ripeDays} from "./deliveryParameters.js";
import type {DeliveryView} from "./deliveryView.js";
import {fewestOrders} from "./promises.js";

/** A promise by state that was learnt before a day, and how it was kept from then on. */
export interface PromiseCheck {
  target: number;
  /** The day that parts what is learnt from and what is judged. */
  split: number;
  learnt: number;
  /** Orders bought too shortly before that day to be known then. */
  gap: number;
  all: KeptShare;
  /** Mean days promised to the later orders by state, and to the same orders by the shop. */
  days: number;
  ownDays: number;
  own: KeptShare;
  states: readonly (KeptShare & {state: string; days: number; learnt: number; borrowed: boolean})[];
  months: readonly (KeptShare & {day: number})[];
}

/**
 * Learns for each state the fewest days within which a share came, from what was known on the first day of a month,
 * and judges that promise on the orders bought from then on. Orders bought within 45 days before that day are in
 * neither part: of these only the fast ones had come. States with fewer than 30 orders take the days of all.
 */
export function promiseCheck(
  {journeys, judged, countLost}: DeliveryView,
  {target, learn}: {target: number; learn: string}
): Result<PromiseCheck> {
  const {day, delivery, promised, state} = journeys;
  const split = monthDay(writtenMonth(learn));
  const known = judged.filter((row) => day[row] <= split - ripeDays);
  const later = judged.filter((row) => day[row] >= split);
  const asOf = (row: number) => (day[row] + delivery[row] < split ? delivery[row] : NaN);
  const takenOf = (rows: Int32Array) => {
    const days = Array.from(rows, asOf);
    return dayCounts(countLost ? days : days.filter((one) => !Number.isNaN(one)));
  };
  if (known.length < fewestOrders || later.length < fewestOrders)
    return fail(
      "split",
      `Fewer than ${fewestOrders} orders are on one side of this month: learn until another one, or widen the period.`
    );
  const daysOf = (found: DaysForShare) => found.days ?? ripeDays;
  const everywhere = daysOf(daysForShare(takenOf(known), target));
  const promise = state.names.map((_, code) => {
    const taken = takenOf(known.filter((row) => state.codes[row] === code));
    const borrowed = taken.total < fewestOrders;
    return {
      ...{borrowed, learnt: taken.total},
      days: borrowed ? everywhere : daysOf(daysForShare(taken, target))
    };
  });
  const months = monthsOf(later.map((row) => day[row]));
  const tally = () => ({kept: 0, total: 0});
  const [byState, byMonth] = [state.names.map(tally), Array.from({length: months.count}, tally)];
  let [kept, own, days, ownDays] = [0, 0, 0, 0];
  later.forEach((row, i) => {
    const code = state.codes[row];
    const came = delivery[row] <= promise[code].days ? 1 : 0;
    for (const group of [byState[code], byMonth[months.codes[i]]]) {
      group.total++;
      group.kept += came;
    }
    kept += came;
    own += delivery[row] <= promised[row] ? 1 : 0;
    days += promise[code].days;
    ownDays += promised[row];
  });
  return ok({
    ...{target, split, learnt: takenOf(known).total, gap: judged.length - known.length - later.length},
    ...{days: days / later.length, ownDays: ownDays / later.length},
    all: keptShare(kept, later.length),
    own: keptShare(own, later.length),
    states: byState
      .map((one, code) => ({state: state.names[code], ...promise[code], ...keptShare(one.kept, one.total)}))
      .filter(({total}) => total > 0)
      .sort((a, b) => b.total - a.total),
    months: byMonth
      .map((one, i) => ({day: monthDay(months.first + i), ...keptShare(one.kept, one.total)}))
      .filter(({total}) => total > 0)
  });
}
