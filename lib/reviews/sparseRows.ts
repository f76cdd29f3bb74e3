/** A matrix by its rows' values other than 0 (compressed sparse rows). */
export interface SparseRows {
  rows: number;
  columns: number;
  /** Row r has the places `starts[r]` up to, and without, `starts[r + 1]` of `indices` and `values`. */
  starts: Uint32Array;
  /** Columns, ascending within a row. */
  indices: Uint32Array;
  values: Float64Array;
}

/**
 * Some rows of a sparse matrix, in the order asked for.
 * @example takeRows(matrix, [0]).rows => 1
 */
export function takeRows(
  {columns, starts, indices, values}: SparseRows,
  rows: ArrayLike<number>
): SparseRows {
  const taken = new Uint32Array(rows.length + 1);
  for (let i = 0; i < rows.length; i++) taken[i + 1] = taken[i] + starts[rows[i] + 1] - starts[rows[i]];
  const part = {
    ...{rows: rows.length, columns, starts: taken},
    indices: new Uint32Array(taken[rows.length]),
    values: new Float64Array(taken[rows.length])
  };
  for (let i = 0; i < rows.length; i++) {
    part.indices.set(indices.subarray(starts[rows[i]], starts[rows[i] + 1]), taken[i]);
    part.values.set(values.subarray(starts[rows[i]], starts[rows[i] + 1]), taken[i]);
  }
  return part;
}

/** The matrix times a vector of a value per column, plus a constant. @example times(matrix, weights, 0) => a value per row */
export function times(
  {rows, starts, indices, values}: SparseRows,
  vector: Float64Array,
  constant: number
): Float64Array {
  const products = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let sum = constant;
    for (let place = starts[row]; place < starts[row + 1]; place++)
      sum += values[place] * vector[indices[place]];
    products[row] = sum;
  }
  return products;
}

/** A vector of a value per row times the matrix. @example timesTransposed(matrix, residuals) => a value per column */
export function timesTransposed(
  {rows, columns, starts, indices, values}: SparseRows,
  vector: Float64Array
): Float64Array {
  const products = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    const factor = vector[row];
    for (let place = starts[row]; place < starts[row + 1]; place++)
      products[indices[place]] += values[place] * factor;
  }
  return products;
}
