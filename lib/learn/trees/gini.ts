import type {Grower, GrowParameters, GrownTree} from "./grower.js";

/** A classification tree: how it was grown, and what its nodes hold. */
export interface GiniTree {
  grown: GrownTree;
  /** Share of label 1 among the weight of each node. */
  shares: Float64Array;
  /** Times `grown.gain`: decrease of the Gini impurity, times the node's share of the tree's weight. */
  gainScale: number;
}

/**
 * Grows a tree by the Gini impurity 2 p (1 - p) on the grower's labels and weights. That impurity is twice the
 * variance of the label, so the tree is a least-squares tree on label - 1/2 (exact in float32, and centred): gradient
 * = -weight (label - 1/2), hessian = weight, no penalty.
 */
export function growGini(
  grower: Grower,
  parameters: Pick<GrowParameters, "maxDepth" | "minLeafRows" | "perNode">,
  sample?: Uint32Array
): GiniTree {
  const {gradients, hessians, weights, labels} = grower;
  const count = sample ? sample.length : grower.rows;
  for (let i = 0; i < count; i++) {
    const row = sample ? sample[i] : i;
    gradients[row] = weights[row] * (0.5 - labels[row]);
    hessians[row] = weights[row];
  }
  const grown = grower.grow(
    {...parameters, minChildWeight: 0, alpha: 0, lambda: 0, gamma: 0, doubleGain: true},
    sample
  );
  const shares = grown.value.slice(0, grown.nodes).map((value) => Math.min(1, Math.max(0, 0.5 + value)));
  return {grown, shares, gainScale: 2 / grown.cover[0]};
}
