/** Training values sorted into bins, column by column. */
export interface Bins {
  rows: number;
  /**
   * Ascending cuts of each column: bin b holds cuts[b-1] <= value < cuts[b] (XGBoost's upper bounds, in float32); the
   * last cut is above every value. A split after bin b is "value < cuts[b] goes left".
   */
  cuts: readonly Float32Array[];
  /** Bin of each row, column by column; `missingBin` of the column where the value is NaN. */
  codes: readonly (Uint8Array | Uint16Array)[];
  /** The bin that stands for "missing" in each column; -1 where no training value is missing. */
  missingBin: Int32Array;
}

/** How a tree may grow. */
export interface GrowParameters {
  maxDepth: number;
  /** Least sum of hessians in a child. */
  minChildWeight: number;
  /** Least number of rows in a child (rows in the sample, whatever they weigh). */
  minLeafRows: number;
  /** L1 and L2 penalty of a leaf, and least gain of a split (XGBoost's alpha, lambda, gamma). */
  alpha: number;
  lambda: number;
  gamma: number;
  /** Compare the gains of splits in float64; in float32 without it, as XGBoost does. */
  doubleGain?: boolean;
  /** 1 for each column that the tree may look at; all without it. */
  features?: Uint8Array;
  /** Draws `count` columns afresh for each node, among those that `features` admits (random forests). */
  perNode?: {count: number; random: () => number};
}

/** A tree as it was grown: nodes as in `Trees` (children count from the tree's own root), before shrinkage. */
export interface GrownTree {
  nodes: number;
  feature: Int32Array;
  /** Last bin that goes left; -1 in a leaf. */
  bin: Int32Array;
  threshold: Float32Array;
  defaultLeft: Uint8Array;
  left: Int32Array;
  right: Int32Array;
  /** -soft(G, alpha) / (H + lambda) of every node. */
  value: Float64Array;
  gain: Float64Array;
  /** Sum of hessians. */
  cover: Float64Array;
  /** Rows of the sample that reached the node. */
  count: Int32Array;
}

/**
 * Grows trees on one binned matrix. The float arithmetic is done in one prescribed order, so that the plain and the
 * WebAssembly grower give the same tree to the last bit. The arrays are views that keep valid for the grower's life.
 */
export interface Grower {
  readonly rows: number;
  readonly columns: number;
  /** To be filled by the caller, or by `logisticGradients`. */
  readonly gradients: Float32Array;
  readonly hessians: Float32Array;
  /** Scores in log-odds so far; `addLeaves` raises them. */
  readonly margins: Float64Array;
  readonly labels: Float32Array;
  readonly weights: Float32Array;
  /** gradient = weight (sigmoid(margin) - label), hessian = max(weight p (1 - p), 1e-16), as XGBoost's binary:logistic. */
  logisticGradients(): void;
  /**
   * Grows a tree on the rows given (all without them, ascending). Afterwards `nodeOf` tells the leaf of every row, of
   * those outside the sample too.
   */
  grow(parameters: GrowParameters, sample?: Uint32Array): GrownTree;
  readonly nodeOf: Uint16Array;
  /** Adds values[nodeOf[row]] to every row's margin. */
  addLeaves(values: Float64Array): void;
}
