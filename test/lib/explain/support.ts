import type {ShapValues} from "../../../lib/explain/treeShap.js";
import {emptyTrees} from "../../../lib/learn/trees/builder.js";
import type {TreeModel} from "../../../lib/learn/trees/ensemble.js";
import {randomSource} from "../../../lib/random/source.js";

/** A tree written out; a leaf is its value and cover. */
export type Written =
  | {value: number; cover: number}
  | {feature: number; below: number; missingLeft: boolean; left: Written; right: Written};

const nodesOf = (tree: Written): number =>
  "value" in tree ? 1 : 1 + nodesOf(tree.left) + nodesOf(tree.right);

/** A model in columns from written trees; covers of splits are sums of their leaves'. */
export function modelOf(
  written: readonly Written[],
  width: number,
  rest: Partial<TreeModel> = {}
): TreeModel {
  const nodes = written.reduce((sum, tree) => sum + nodesOf(tree), 0);
  const trees = emptyTrees(nodes, written.length);
  let next = 0;
  const put = (tree: Written): number => {
    const node = next++;
    if ("value" in tree) {
      trees.feature[node] = trees.left[node] = trees.right[node] = -1;
      trees.value[node] = tree.value;
      trees.cover[node] = tree.cover;
      return node;
    }
    trees.feature[node] = tree.feature;
    trees.threshold[node] = tree.below;
    trees.defaultLeft[node] = Number(tree.missingLeft);
    trees.left[node] = put(tree.left);
    trees.right[node] = put(tree.right);
    trees.cover[node] = trees.cover[trees.left[node]] + trees.cover[trees.right[node]];
    return node;
  };
  written.forEach((tree, index) => {
    trees.offsets[index] = next;
    put(tree);
  });
  trees.offsets[written.length] = next;
  const features = Array.from({length: width}, (_, j) => `x${j}`);
  return {kind: "trees", base: 0, link: "logit", features, trees, ...rest};
}

const leaf = (value: number, cover = 1): Written => ({value, cover});
const split = (feature: number, left: Written, right: Written): Written => ({
  feature,
  below: 0.5,
  missingLeft: true,
  left,
  right
});

/** Lundberg's patients: 80 with fever (column 0) and cough (column 1), else 0; four equally likely patients. */
export const feverAndCough = modelOf([split(0, leaf(0, 2), split(1, leaf(0), leaf(80)))], 2);

/** The same with 10 more for the cough, which is asked first. */
export const coughFirst = modelOf([split(1, leaf(0, 2), split(0, leaf(10), leaf(90)))], 2);

/** Random trees: features repeat on paths, values go missing either way, some leaves were never reached. */
export function randomModel(
  seed: number,
  {width, depth, count}: {width: number; depth: number; count: number}
) {
  const random = randomSource(seed);
  const grow = (left: number): Written =>
    left === 0 || random() < 0.15
      ? leaf(2 * random() - 1, random() < 0.1 ? 0 : Math.ceil(20 * random()))
      : {
          feature: Math.floor(width * random()),
          below: Math.fround(random()),
          missingLeft: random() < 0.5,
          left: grow(left - 1),
          right: grow(left - 1)
        };
  return modelOf(
    Array.from({length: count}, () => grow(depth)),
    width,
    {base: random() - 0.5}
  );
}

/** Random columns in [0, 1) of which a fifth is missing; coarse values tie with one another. */
export function randomColumns(seed: number, rows: number, width: number): Float32Array[] {
  const random = randomSource(seed, 1);
  return Array.from({length: width}, () =>
    Float32Array.from({length: rows}, () => (random() < 0.2 ? NaN : Math.round(random() * 50) / 50))
  );
}

/** One row of columns. */
export const rowOf = (columns: readonly Float32Array[], row: number): number[] =>
  columns.map((column) => column[row]);

const patients = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1]
];

/** Enough copies of the four patients for tables to be made, and for a chunk that does not end at a vector's end. */
export const ward = [0, 1].map((j) => Float32Array.from({length: 1035}, (_, row) => patients[row % 4][j]));

/** The largest size among numbers. */
export const largest = (differences: number[]) =>
  differences.reduce((high, d) => Math.max(high, Math.abs(d)), 0);

/** The largest distance between numbers and those expected. */
export const apart = (ours: ArrayLike<number>, expected: ArrayLike<number>) =>
  largest(Array.from(expected, (value, j) => value - ours[j]));

/** A row's score as SHAP values tell it. */
export const sumOf = ({base, contributions}: ShapValues, row: number) =>
  contributions.reduce((sum, column) => sum + column[row], base);

/** Row numbers of columns. */
export const rowsOf = (columns: readonly Float32Array[]) => Array.from(columns[0].keys());
