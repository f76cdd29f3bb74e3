import type {Journeys} from "../journeys/journeys.js";
import type {DayCounts, DaysForShare, KeptShare} from "./dayCounts.js";
import {dayCounts, daysForShare, keptShare} from "./dayCounts.js";
import type {DeliveryView} from "./deliveryView.js";

/** What was promised and what was kept, and how long deliveries took. */
export interface Promises {
  own: KeptShare;
  /** Mean of the days promised. */
  promised: number;
  taken: DayCounts;
  /** The shortest promise, the same for every order, that keeps the same share. */
  flat: DaysForShare;
}

/** The promises of some orders; those without delivery were not kept. */
export function promisesOf({delivery, promised}: Journeys, rows: Int32Array): Promises {
  let [kept, sum] = [0, 0];
  for (const row of rows) {
    if (delivery[row] <= promised[row]) kept++;
    sum += promised[row];
  }
  const taken = dayCounts(Array.from(rows, (row) => delivery[row]));
  const own = keptShare(kept, rows.length);
  return {
    ...{own, taken, promised: rows.length > 0 ? sum / rows.length : NaN},
    flat: rows.length > 0 ? daysForShare(taken, own.share) : {days: null, low: null, high: null}
  };
}

/** A state's promises. */
export interface StatePromises extends Promises {
  state: string;
}

/** Fewer orders than this say little of a state. */
export const fewestOrders = 30;

/**
 * Promises by state, states with most orders first; those with too few are left out.
 * `flatMean` is what a promise by state that keeps as many would take on average over their orders, `ownMean` what was
 * promised to them.
 */
export function promisesByState({journeys, judged}: DeliveryView): {
  states: readonly StatePromises[];
  small: number;
  smallOrders: number;
  ownMean: number;
  flatMean: number;
} {
  const {names, codes} = journeys.state;
  const found = names
    .map((state, code) => ({state, rows: judged.filter((row) => codes[row] === code)}))
    .filter(({rows}) => rows.length > 0);
  const states = found
    .filter(({rows}) => rows.length >= fewestOrders)
    .map(({state, rows}) => ({state, ...promisesOf(journeys, rows)}))
    .sort((a, b) => b.own.total - a.own.total);
  const left = found.filter(({rows}) => rows.length < fewestOrders);
  const mean = (of: (state: StatePromises) => number) =>
    states.reduce((sum, state) => sum + of(state) * state.own.total, 0) /
    states.reduce((sum, {own}) => sum + own.total, 0);
  return {
    ...{states, small: left.length, smallOrders: left.reduce((sum, {rows}) => sum + rows.length, 0)},
    ownMean: mean(({promised}) => promised),
    flatMean: mean(({flat}) => flat.days ?? NaN)
  };
}
