import type {Layout} from "./layout.js";

/** Rows of a node: a stretch of the kernel's order, and what their gradients and hessians sum to. */
export interface Stretch {
  begin: number;
  end: number;
  gradient: number;
  hessian: number;
}

/** The best way to part a node. */
export interface Split {
  column: number;
  /** Last bin that goes left. */
  bin: number;
  missingLeft: boolean;
  gain: number;
  left: {gradient: number; hessian: number};
  right: {gradient: number; hessian: number};
}

/** What a search has to respect; `GrowParameters` made ready. */
export interface Limits {
  alpha: number;
  lambda: number;
  minHessian: number;
  /** Least rows in a child; 0 where rows need not be counted. */
  minRows: number;
  /** Compare gains in float64 rather than float32. */
  doubleGain: boolean;
}

/**
 * The heavy steps of growing a tree. Two kernels, plain and WebAssembly, do them with the same float operations in
 * the same order: sums run over a node's rows in ascending order in float64, and over a group's codes in ascending
 * order where a column is one of several in its group.
 */
export interface Kernel {
  readonly rows: number;
  readonly layout: Layout;
  readonly cuts: readonly Float32Array[];
  readonly slots: number;
  readonly gradients: Float32Array;
  readonly hessians: Float32Array;
  readonly margins: Float64Array;
  readonly labels: Float32Array;
  readonly weights: Float32Array;
  readonly nodeOf: Uint16Array;
  logisticGradients(): void;
  addLeaves(values: Float64Array): void;
  /** Starts a tree: the order becomes the sample (all rows without it) and then the other rows; gives the root. */
  start(sample?: Uint32Array): Stretch;
  /** Sums gradients and hessians (and rows, if `counted`) of a stretch by bin, for `features` at least, into a slot. */
  histogram(slot: number, stretch: Stretch, features: Uint8Array, counted: boolean): void;
  /** Takes the sums of one slot off another. */
  subtract(slot: number, less: number, features: Uint8Array, counted: boolean): void;
  /** Rows by bin of one column, as summed into a slot. */
  counts(slot: number, column: number): Uint32Array;
  search(slot: number, stretch: Stretch, features: Uint8Array, limits: Limits): Split | undefined;
  /** Moves the rows of a stretch that go left before the others, both in their order; gives where the others begin. */
  partition(begin: number, end: number, split: Split): number;
  /** Writes the node of a stretch's rows into `nodeOf`. */
  mark(begin: number, end: number, node: number): void;
}
