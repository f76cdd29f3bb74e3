import type {Csr} from "./csr.js";

/** What a model is told of a person. */
export interface Shopper {
  /** What they bought, each item once, ascending. */
  items: Int32Array;
  /** How much each counts, 1 by default. */
  values?: Float32Array;
  /** Code of their state. */
  state?: number;
  /** Their row in what the model was fitted to. */
  person?: number;
}

/**
 * A row of a matrix of people by items as a shopper.
 * @example shopper(csr(1, 3, [0], [2]), 0).items => [2]
 */
export function shopper({indptr, indices, values}: Csr, person: number, state?: number): Shopper {
  const [from, to] = [indptr[person], indptr[person + 1]];
  return {items: indices.subarray(from, to), values: values.subarray(from, to), state, person};
}
