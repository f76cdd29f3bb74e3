/** A matrix to learn from, as the tab and the native tools are given it. */
export interface Matrix {
  /** Of its files. */
  name: string;
  /** What it is, for the report. */
  about: string;
  features: readonly string[];
  /** NaN where a value is missing. */
  columns: readonly Float32Array[];
  labels: Uint8Array;
}

/** A matrix without its numbers. */
export interface Size {
  name: string;
  rows: number;
  features: readonly string[];
}

export const sizeOf = ({name, labels, features}: Matrix): Size => ({name, rows: labels.length, features});

/** The first rows of a matrix. */
export const firstRows = (matrix: Matrix, rows: number): Matrix => ({
  ...matrix,
  columns: matrix.columns.map((column) => column.subarray(0, rows)),
  labels: matrix.labels.subarray(0, rows)
});
