import type {Csr} from "./csr.js";

/**
 * The same matrix by its columns.
 * @example transpose(csr(1, 2, [0], [1])) => 2 rows, the second of which has column 0
 */
export function transpose({rows, columns, indptr, indices, values}: Csr): Csr {
  const next = new Int32Array(columns + 1);
  for (const column of indices) next[column + 1]++;
  for (let column = 0; column < columns; column++) next[column + 1] += next[column];
  const turned: Csr = {
    rows: columns,
    columns: rows,
    indptr: next.slice(),
    indices: new Int32Array(indices.length),
    values: new Float32Array(indices.length)
  };
  for (let row = 0; row < rows; row++)
    for (let at = indptr[row]; at < indptr[row + 1]; at++) {
      const place = next[indices[at]]++;
      turned.indices[place] = row;
      turned.values[place] = values[at];
    }
  return turned;
}
