import type {PreparedColumn} from "./prepareColumns.js";

/**
 * Centres in the columns' own units: days, orders, cents. Of a column with a logarithm that is not the mean of the
 * cluster's values but e to the mean of ln(1 + x), less 1, which large values move less.
 *
 * @param centres rows of the prepared columns' width
 * @returns as many rows
 * @example [...ownUnits(Float64Array.of(0), [{...column, mean: 5, deviation: 2, log: false}])] => [5]
 */
export function ownUnits(centres: Float64Array, columns: readonly PreparedColumn[]): Float64Array {
  return centres.map((value, at) => {
    const {mean, deviation, log} = columns[at % columns.length];
    const scaled = mean + deviation * value;
    return log ? Math.expm1(scaled) : scaled;
  });
}
