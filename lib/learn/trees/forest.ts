import {randomStream} from "../../random/streams.js";
import {ok} from "../../result.js";
import {checkSpec} from "../checkSpec.js";
import type {ForestSpec} from "../families.js";
import {treesBuilder} from "./builder.js";
import type {TreesBuilder} from "./builder.js";
import type {TreeModel} from "./ensemble.js";
import type {TreeFit, TreeTraining} from "./fit.js";
import {checkFit, load, noteOf, weighingRows} from "./fit.js";
import {shareOf} from "./sampling.js";
import {drawCounts} from "../../random/drawCounts.js";
import {everyRow} from "../../stats/everyRow.js";
import {growGini} from "./gini.js";

/**
 * A random forest as scikit-learn's RandomForestClassifier(criterion="gini") (Breiman 2001): each tree learns from a
 * bootstrap sample, where a row drawn k times weighs k times as much but counts once towards `minLeafRows`, and looks
 * for each split among floor(maxFeatures * columns) columns drawn for the node. The probability is the mean over trees
 * of the leaf's weighted share of label 1.
 *
 * Each tree has its own random stream (seed, tree), so that `trees` of a fit may be grown apart, in any order, and
 * joined (`forestTrees`). Gives way after each tree; the generator's return value is the result. Fails with a sentence
 * on parameters out of bounds and on rows with nothing to learn from.
 */
export function* forest(fit: TreeFit, spec: ForestSpec): TreeTraining {
  const checked = checkSpec(spec);
  if (!checked.ok) return checked;
  const sound = checkFit(fit);
  if (!sound.ok) return sound;
  const builder = treesBuilder();
  for (const tree of forestTrees(fit, spec, 0, spec.trees, builder))
    yield {share: (tree + 1) / spec.trees, round: tree + 1};
  const model = forestOf(fit.features, builder);
  return ok({model, curve: {train: new Float64Array(0)}, bestRound: spec.trees, note: noteOf(model)});
}

/** Names the trees a forest. Their leaves already carry value / trees. */
export const forestOf = (features: readonly string[], builder: Pick<TreesBuilder, "build">): TreeModel => ({
  kind: "trees",
  base: 0,
  link: "mean",
  features,
  trees: builder.build()
});

/** What chance decides about a tree: first the rows it is grown from, then the columns that its nodes choose among. */
export const treeChance = (seed: number, tree: number) => randomStream("trees.forest", seed, tree);

/**
 * Grows the trees `from` ... `to` - 1 of a sound fit into `builder`, and yields the number of each. The parts that
 * several workers grew are joined in order by `joinTrees`.
 */
export function* forestTrees(
  fit: TreeFit,
  spec: ForestSpec,
  from: number,
  to: number,
  builder: TreesBuilder
): Generator<number, void> {
  const {grower, seed} = fit;
  load(fit);
  const weights = grower.weights.slice();
  const rows = weighingRows(fit) ?? everyRow(grower.rows);
  const count = shareOf(spec.maxFeatures, grower.columns);
  for (let tree = from; tree < to; tree++) {
    const random = treeChance(seed, tree);
    const sample = spec.bootstrap ? weighDraws(grower.weights, weights, rows, random) : rows;
    const {grown, shares, gainScale} = growGini(
      grower,
      {
        maxDepth: spec.maxDepth,
        minLeafRows: spec.minLeafRows,
        perNode: count < grower.columns ? {count, random} : undefined
      },
      sample
    );
    builder.add(
      grown,
      shares.map((share) => share / spec.trees),
      gainScale
    );
    yield tree;
  }
}

/** Draws a bootstrap sample: gives its distinct rows, and multiplies what they weigh by how often they were drawn. */
function weighDraws(
  weights: Float32Array,
  once: Float32Array,
  rows: Uint32Array,
  random: () => number
): Uint32Array {
  const counts = drawCounts(new Uint16Array(rows.length), random);
  const drawn = new Uint32Array(rows.length);
  let distinct = 0;
  for (let i = 0; i < rows.length; i++) {
    if (counts[i] === 0) continue;
    const row = rows[i];
    drawn[distinct++] = row;
    weights[row] = once[row] * counts[i];
  }
  return drawn.subarray(0, distinct);
}
