import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {Label} from "./adjustedRandIndex.js";

/** How many rows have each pair of labels. */
export interface Contingency<A extends Label = Label, B extends Label = Label> {
  /** The labels of either side. */
  rows: A[];
  columns: B[];
  /** By row and column. */
  counts: number[][];
  rowSizes: number[];
  columnSizes: number[];
  total: number;
  /** Each count as a share of its row; `null` in a row without any. */
  shares: (number | null)[][];
}

/**
 * The table of two labelings of the same rows, such as clusters against RFM segments.
 * @param order labels to list first, in this order and even where no row has them; the others follow, ascending
 * @throws RangeError when the labelings differ in length
 * @example contingency([0, 0, 1], ["a", "b", "b"]).value.shares => [[0.5, 0.5], [0, 1]]
 */
export function contingency<A extends Label, B extends Label>(
  a: ArrayLike<A>,
  b: ArrayLike<B>,
  order: {rows?: readonly A[]; columns?: readonly B[]} = {}
): Result<Contingency<A, B>> {
  if (b.length !== a.length) throw new RangeError(`${a.length} labels expected: ${b.length}`);
  if (!a.length) return fail("rows", "There are no rows to compare: widen the period or the filters.");
  const rows = namesOf(a, order.rows);
  const columns = namesOf(b, order.columns);
  const counts = countPairs(a, b, rows, columns);
  const rowSizes = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnSizes = columns.map((_, j) => counts.reduce((sum, row) => sum + row[j], 0));
  const shares = counts.map((row, i) => row.map((count) => (rowSizes[i] ? count / rowSizes[i] : null)));
  return ok({rows, columns, counts, rowSizes, columnSizes, total: a.length, shares});
}

/** The labels that occur, `first` before the others, which ascend. @example namesOf([2, 9, 1], [9]) => [9, 1, 2] */
export function namesOf<T extends Label>(labels: ArrayLike<T>, first: readonly T[] = []): T[] {
  const named = new Set(first);
  const others = [...new Set(Array.from(labels))].filter((label) => !named.has(label));
  return [...named, ...others.sort((one, other) => (one < other ? -1 : 1))];
}

/**
 * How often each pair occurs, by row and column; pairs of which either has no name are not counted.
 * @example countPairs([1, 1], ["a", "b"], [1], ["b"]) => [[1]]
 */
export function countPairs<A, B>(
  a: ArrayLike<A>,
  b: ArrayLike<B>,
  rows: readonly A[],
  columns: readonly B[]
): number[][] {
  const [rowOf, columnOf] = [
    new Map(rows.map((name, i) => [name, i])),
    new Map(columns.map((name, j) => [name, j]))
  ];
  const counts = rows.map(() => columns.map(() => 0));
  for (let row = 0; row < a.length; row++) {
    const [i, j] = [rowOf.get(a[row]), columnOf.get(b[row])];
    if (i !== undefined && j !== undefined) counts[i][j]++;
  }
  return counts;
}
