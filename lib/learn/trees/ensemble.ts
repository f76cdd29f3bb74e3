/**
 * Binary decision trees side by side in columns, a node each. A row goes left where its value of the node's feature is
 * below the threshold; where the value is missing (NaN) it goes the default way. Nodes of a tree stand together, its
 * root first, parents before children.
 */
export interface Trees {
  /** Index of each tree's root, and one past the last node: trees + 1 numbers. */
  offsets: Int32Array;
  /** Column of the split; -1 in a leaf. */
  feature: Int32Array;
  /** Left where value < threshold; 0 in a leaf. */
  threshold: Float32Array;
  /** 1 where a missing value goes left. */
  defaultLeft: Uint8Array;
  /** Index (in these columns) of the child nodes; -1 in a leaf. */
  left: Int32Array;
  right: Int32Array;
  /** What a leaf adds to the score; 0 elsewhere. Shrinkage is already in it. */
  value: Float64Array;
  /** How much the split lowers the loss, in the trainer's own unit; 0 in a leaf. */
  gain: Float64Array;
  /** Training weight that reached the node (XGBoost: sum of hessians). */
  cover: Float64Array;
}

/** A score that is a sum over trees. */
export interface TreeModel {
  kind: "trees";
  /** Score before any tree: log-odds for "logit", a probability for "mean". */
  base: number;
  /** "logit": probability = 1 / (1 + exp(-score)); "mean": the score is the probability (a forest's trees carry value / trees). */
  link: "logit" | "mean";
  /** Names of the columns, in the order that `feature` counts. */
  features: readonly string[];
  trees: Trees;
}
