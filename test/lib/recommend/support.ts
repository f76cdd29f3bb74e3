import type {PurchaseColumns} from "../../../lib/recommend/baskets.js";
import type {Csr} from "../../../lib/recommend/csr.js";
import {csr} from "../../../lib/recommend/csr.js";
import type {Interactions} from "../../../lib/recommend/interactions.js";
import type {Recommender} from "../../../lib/recommend/recommender.js";
import type {Shopper} from "../../../lib/recommend/shopper.js";
import {transpose} from "../../../lib/recommend/transpose.js";
import {randomSource} from "../../../lib/random/source.js";
import type {Result} from "../../../lib/result.js";

/** The value of a success. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

/** Columns from rows of person, item, day and order. */
export const columnsOf = (rows: readonly (readonly [number, number, number, number])[]): PurchaseColumns => ({
  person: Int32Array.from(rows, ([person]) => person),
  item: Int32Array.from(rows, ([, item]) => item),
  day: Int32Array.from(rows, ([, , day]) => day),
  order: Int32Array.from(rows, ([, , , order]) => order)
});

/** A full table as a sparse matrix. */
export function sparse(table: readonly (readonly number[])[]): Csr {
  const places = table.flatMap((line, row) =>
    line.flatMap((value, column) => (value === 0 ? [] : [{row, column, value}]))
  );
  return csr(
    table.length,
    table[0].length,
    places.map(({row}) => row),
    places.map(({column}) => column),
    places.map(({value}) => value)
  );
}

export function interactionsOf(table: readonly (readonly number[])[]): Interactions {
  const byPerson = sparse(table);
  return {byPerson, byItem: transpose(byPerson)};
}

export function scoresOf(
  model: Recommender,
  items: readonly number[],
  rest: Partial<Shopper> = {}
): Float32Array {
  const out = new Float32Array(model.items);
  model.scores({items: Int32Array.from(items), ...rest}, out);
  return out;
}

/**
 * People with three orders of two items, from their own block of items for the share `loyalty` of the time and
 * otherwise from all; within either, items of lower numbers are bought more.
 */
export function people(count: number, {items = 60, blocks = 6, loyalty = 0, seed = 1} = {}): PurchaseColumns {
  const random = randomSource(seed);
  const size = items / blocks;
  const rows: [number, number, number, number][] = [];
  for (let person = 0; person < count; person++)
    for (let order = 0; order < 3; order++)
      for (let piece = 0; piece < 2; piece++) {
        const own = random() < loyalty;
        const place = random() ** 1.5;
        const item = own ? (person % blocks) + blocks * Math.floor(place * size) : Math.floor(place * items);
        rows.push([person, item, order, person * 3 + order]);
      }
  return columnsOf(rows);
}
