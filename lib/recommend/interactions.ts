import type {PurchaseColumns} from "./baskets.js";
import {allRows, baskets} from "./baskets.js";
import type {Csr} from "./csr.js";
import {csr} from "./csr.js";
import {transpose} from "./transpose.js";

/** Who bought what, both ways. */
export interface Interactions {
  /** People by items. */
  byPerson: Csr;
  /** Items by people. */
  byItem: Csr;
}

export interface InteractionOptions {
  people: number;
  items: number;
  /** 1 for what was bought, or in how many orders it was; several pieces in one order count once. */
  weight?: "binary" | "counts";
  /** The rows that count, all by default. */
  rows?: Uint32Array;
}

/**
 * Who bought what, from purchases in columns, as sparse matrices by person and by item. An order is one person's.
 * @throws RangeError where a person's or an item's code is not below `people` or `items`
 * @example interactions({person: Int32Array.of(0), item: Int32Array.of(1), day, order}, {people: 1, items: 2})
 *   => byPerson.indices [1], byItem.indices [0]
 */
export function interactions(
  columns: PurchaseColumns,
  {people, items, weight = "binary", rows = allRows(columns)}: InteractionOptions
): Interactions {
  const {indptr, indices, rows: orders} = baskets(columns, items, rows);
  const owner = new Int32Array(orders);
  for (const row of rows) owner[columns.order[row]] = columns.person[row];
  const person = new Int32Array(indices.length);
  for (let order = 0; order < orders; order++) person.fill(owner[order], indptr[order], indptr[order + 1]);
  const byPerson = csr(people, items, person, indices);
  if (weight === "binary") byPerson.values.fill(1);
  return {byPerson, byItem: transpose(byPerson)};
}
