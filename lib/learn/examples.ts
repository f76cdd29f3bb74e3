/** One column that a model looks at. */
export interface ExampleColumn {
  /** Name of the column: "recency_days", "customer_region=SE". */
  name: string;
  /** The feature that it belongs to: "customer_region"; the same as `name` but for one-hot columns. */
  feature: string;
  /** "number" is interpolated by SMOTE-NC, "flag" and "level" (0 or 1) take the neighbours' mode. */
  kind: "number" | "flag" | "level";
}

/** A matrix by columns with what is to be predicted. All columns have the same length. */
export interface Examples {
  columns: readonly ExampleColumn[];
  /** NaN where the value is missing. */
  values: readonly Float32Array[];
  /** 0 or 1. */
  labels: Uint8Array;
  /** What orders the rows in time (milliseconds): a customer's last purchase, an order's purchase. */
  times: Float64Array;
  /** When a row's outcome was known (milliseconds); for the embargo of splits by time. */
  knownAt?: Float64Array;
  /** Who or what a row is (customer_key, order_key). */
  keys: Int32Array;
}

/** Some rows of a column. @example gather(Float32Array.of(1, 2, 3), Uint32Array.of(2, 0)) => [3, 1] */
export function gather(column: Float32Array, rows: Uint32Array): Float32Array {
  const gathered = new Float32Array(rows.length);
  for (let i = 0; i < rows.length; i++) gathered[i] = column[rows[i]];
  return gathered;
}
