import {fail, ok} from "../result.js";
import type {Result} from "../result.js";

/** The fold of a row that is not learnt from. */
export const notTrained = 255;

export interface CityRates {
  /** Of each row, a whole number from 0. */
  city: Int32Array;
  /** 0 or 1; looked at in training rows only. */
  labels: Uint8Array;
  /** Of each training row, its fold, 0 to 254; `notTrained` for all other rows. */
  folds: Uint8Array;
  /** Rows of the overall rate that a city's own is shrunk by. */
  weight?: number;
}

interface Sums {
  rows: number;
  churned: number;
  rowsOf: Float64Array;
  churnedOf: Float64Array;
}

/** Rows and positives, in all and by city, of the training rows that a condition on their fold holds for. */
function sumsOf({city, labels, folds}: CityRates, cities: number, keep: (fold: number) => boolean): Sums {
  const rowsOf = new Float64Array(cities);
  const churnedOf = new Float64Array(cities);
  let rows = 0;
  let churned = 0;
  for (let row = 0; row < city.length; row++)
    if (folds[row] !== notTrained && keep(folds[row])) {
      rows++;
      churned += labels[row];
      rowsOf[city[row]]++;
      churnedOf[city[row]] += labels[row];
    }
  return {rows, churned, rowsOf, churnedOf};
}

/**
 * Share of churned customers by city, (churned + m rate) / (rows + m), out of fold: a training row's from the training
 * rows of all other folds, any other row's from all training rows, the rate as well. So no row's value knows its label.
 * Fails with fewer than two folds, where nothing would be left to count. Method: D. Micci-Barreca, "A preprocessing
 * scheme for high-cardinality categorical attributes" (2001), with m = 50 rows.
 * @example cityRates({city: Int32Array.of(0, 0, 0), labels: Uint8Array.of(1, 0, 0), folds: Uint8Array.of(0, 1, 255), weight: 2})
 *   => {ok: true, value: [0, 1, 0.5]}
 */
export function cityRates(input: CityRates): Result<Float32Array> {
  const {city, folds, weight = 50} = input;
  const cities = city.reduce((most, code) => Math.max(most, code + 1), 0);
  const used = [...new Set(folds)].filter((fold) => fold !== notTrained);
  if (used.length < 2)
    return fail(
      "folds",
      "A rate out of fold needs training rows in at least two folds: use more rows or folds."
    );
  const all = sumsOf(input, cities, () => true);
  const without: Sums[] = [];
  for (const fold of used) {
    const own = sumsOf(input, cities, (other) => other === fold);
    without[fold] = {
      rows: all.rows - own.rows,
      churned: all.churned - own.churned,
      rowsOf: all.rowsOf.map((rows, code) => rows - own.rowsOf[code]),
      churnedOf: all.churnedOf.map((churned, code) => churned - own.churnedOf[code])
    };
  }
  return ok(
    Float32Array.from(city, (code, row) => {
      const {rows, churned, rowsOf, churnedOf} = without[folds[row]] ?? all;
      return (churnedOf[code] + (weight * churned) / rows) / (rowsOf[code] + weight);
    })
  );
}
