import type {BasketLines} from "./basketLines.js";
import type {PurchaseColumns} from "./baskets.js";

export const itemLevels = ["product", "seller", "category"] as const;
/** What is recommended. */
export type ItemLevel = (typeof itemLevels)[number];

/** Purchases of items of one level. */
export interface LevelPurchases {
  level: ItemLevel;
  columns: PurchaseColumns;
  people: number;
  items: number;
  /** What each item's code stands for: a key of the marts, or a category's label. */
  names: readonly (number | string)[];
  /** Code of each person's state: that of their first order. */
  state: Int32Array;
}

/**
 * Purchases of products, sellers or categories.
 * @param mergeDays whether orders of one person on one day count as one
 * @example purchasesAt(lines, "seller", {mergeDays: true}).items => 3095
 */
export function purchasesAt(
  lines: BasketLines,
  level: ItemLevel,
  {mergeDays}: {mergeDays: boolean}
): LevelPurchases {
  const {person, order, day} = lines;
  const {codes: item, values: names} = lines[level];
  const state = new Int32Array(person.values.length).fill(-1);
  person.codes.forEach((code, row) => {
    if (state[code] < 0) state[code] = lines.state.codes[row];
  });
  return {
    ...{level, people: state.length, items: names.length, names, state},
    columns: {person: person.codes, item, day, order: mergeDays ? ordersOfDays(lines) : order.codes}
  };
}

/** The first order of the person's day; rows of one person stand together, by time. */
function ordersOfDays({person, order, day}: BasketLines): Int32Array {
  const merged = order.codes.slice();
  for (let row = 1; row < merged.length; row++)
    if (person.codes[row] === person.codes[row - 1] && day[row] === day[row - 1])
      merged[row] = merged[row - 1];
  return merged;
}
