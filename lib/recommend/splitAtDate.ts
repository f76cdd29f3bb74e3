import type {PurchaseColumns} from "./baskets.js";
import type {Split} from "./split.js";
import {split} from "./split.js";

/**
 * Learns from what was bought before a day and looks for what the same people bought on that day and later: what a
 * shop could have known. `until` leaves out what came on that day and later.
 * @param day days since 1 January 1970
 * @example splitAtDate({person: Int32Array.of(0, 0), item, day: Int32Array.of(1, 5), order}, 3).evaluable => [0]
 */
export const splitAtDate = (columns: PurchaseColumns, day: number, until = Infinity): Split =>
  split(columns.person, (row) => {
    if (columns.day[row] >= until) return undefined;
    return columns.day[row] < day ? "train" : "test";
  });
