/** A sparse matrix in compressed rows: row r holds the places `indptr[r]` to `indptr[r + 1]`, columns ascending. */
export interface Csr {
  rows: number;
  columns: number;
  indptr: Int32Array;
  indices: Int32Array;
  values: Float32Array;
}

/**
 * Compressed rows from coordinates in any order; values at the same place are added up. Takes time in proportion to
 * the coordinates, rows and columns.
 * @param value 1 for each coordinate without it
 * @throws RangeError where a coordinate lies outside or the lists differ in length
 * @example csr(2, 3, [1, 0, 1], [2, 1, 2]) => indptr [0, 1, 2], indices [1, 2], values [1, 2]
 */
export function csr(
  rows: number,
  columns: number,
  row: ArrayLike<number>,
  column: ArrayLike<number>,
  value?: ArrayLike<number>
): Csr {
  if (row.length !== column.length)
    throw new RangeError(`as many rows as columns: ${row.length}, ${column.length}`);
  for (let i = 0; i < row.length; i++)
    if (!(row[i] >= 0 && row[i] < rows && column[i] >= 0 && column[i] < columns))
      throw new RangeError(`outside ${rows} x ${columns}: ${row[i]}, ${column[i]}`);
  const places = bucketed(
    Uint32Array.from(row, (_, i) => i),
    column,
    columns
  );
  const order = bucketed(places, row, rows);
  const indptr = new Int32Array(rows + 1);
  const indices = new Int32Array(row.length);
  const values = new Float32Array(row.length);
  let [kept, lastRow, lastColumn] = [0, -1, -1];
  for (const i of order) {
    if (row[i] !== lastRow || column[i] !== lastColumn) {
      [lastRow, lastColumn] = [row[i], column[i]];
      indices[kept++] = lastColumn;
      indptr[lastRow + 1]++;
    }
    values[kept - 1] += value ? value[i] : 1;
  }
  for (let r = 0; r < rows; r++) indptr[r + 1] += indptr[r];
  return {rows, columns, indptr, indices: indices.slice(0, kept), values: values.slice(0, kept)};
}

/** `order` sorted by the key of each, by counting; equal keys stay in order. */
function bucketed(order: Uint32Array, key: ArrayLike<number>, keys: number): Uint32Array {
  const next = new Int32Array(keys + 1);
  for (const i of order) next[key[i] + 1]++;
  for (let k = 0; k < keys; k++) next[k + 1] += next[k];
  const sorted = new Uint32Array(order.length);
  for (const i of order) sorted[next[key[i]]++] = i;
  return sorted;
}
