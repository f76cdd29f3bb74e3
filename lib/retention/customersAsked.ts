import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {Purchases} from "./purchases.js";
import {selectPurchases, startsOf} from "./purchases.js";
import {dayOf} from "../days.js";
import {placeWord} from "../shop.js";

/** Which orders a page asks about, as its filters have it. */
export interface CustomersAsked {
  cutoff: Date;
  /** Two letters, or "all". */
  state: string;
  delivered: boolean;
  merge: boolean;
}

/** The orders that count, where each customer's begin, and the day on which the data end; a sentence where nobody is left. */
export function customersAsked(
  all: Purchases,
  {cutoff, state, delivered, merge}: CustomersAsked
): Result<{purchases: Purchases; starts: Int32Array; end: number}> {
  const end = dayOf(cutoff);
  const purchases = selectPurchases(all, {
    ...{delivered, mergeDays: merge, before: end},
    state: state === "all" ? undefined : state
  });
  const starts = startsOf(purchases.person);
  return starts.length > 1
    ? ok({purchases, starts, end})
    : fail("nobody", `Nobody had bought before this day: choose a later cutoff or another ${placeWord.one}.`);
}
