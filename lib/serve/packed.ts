import type {Calibration} from "../model/calibration.js";
import {shortFloat32} from "../model/float32.js";
import type {TrainedModel} from "../model/model.js";
import type {TreeModel, Trees} from "../learn/trees/ensemble.js";

/** Trees as lists, each tree's nodes in preorder, so that no list of children is needed. */
interface PackedTrees {
  kind: "trees";
  base: number;
  link: TreeModel["link"];
  features: readonly string[];
  /** Column of the split, -1 in a leaf; of all trees one after the other. */
  f: number[];
  /** Threshold of a split (a 32-bit number), value of a leaf. */
  v: number[];
  /** Splits at which a missing value goes left. */
  m: number[];
  /** Cover of each leaf; a split's is the sum of those below. */
  c: number[];
  calibration?: PackedCalibration;
}

interface PackedLinear {
  kind: "linear";
  features: readonly string[];
  intercept: number;
  coefficients: number[];
  mean: number[];
  deviation: number[];
  median: number[];
  calibration?: PackedCalibration;
}

type PackedCalibration =
  | Exclude<Calibration, {method: "isotonic"}>
  | {method: "isotonic"; scores: number[]; probabilities: number[]};

/** A model as JSON has room for it: what scoring and explaining need, without gains. */
export type PackedModel = PackedTrees | PackedLinear;

const lists = (calibration: Calibration | undefined): PackedCalibration | undefined =>
  calibration?.method === "isotonic"
    ? {
        method: "isotonic",
        scores: Array.from(calibration.scores),
        probabilities: Array.from(calibration.probabilities)
      }
    : calibration;

const arrays = (calibration: PackedCalibration | undefined): Calibration | undefined =>
  calibration?.method === "isotonic"
    ? {
        method: "isotonic",
        scores: Float64Array.from(calibration.scores),
        probabilities: Float64Array.from(calibration.probabilities)
      }
    : calibration;

const optional = <T>(calibration: T | undefined): {calibration?: T} => (calibration ? {calibration} : {});

/**
 * A model in a small form for JSON; `unpacked` gives one that scores to the same bit.
 * @example unpacked(packed(model)).features => model.features
 */
export function packed(model: TrainedModel): PackedModel {
  const calibration = optional(lists(model.calibration));
  if (model.kind === "linear") {
    const {features, intercept, coefficients, mean, deviation, median} = model;
    return {
      ...{kind: "linear", features, intercept, coefficients: Array.from(coefficients)},
      ...{mean: Array.from(mean), deviation: Array.from(deviation), median: Array.from(median)},
      ...calibration
    };
  }
  const {base, link, features, trees} = model;
  const flat: PackedTrees = {kind: "trees", base, link, features, f: [], v: [], m: [], c: [], ...calibration};
  const visit = (node: number) => {
    const leaf = trees.feature[node] < 0;
    if (!leaf && trees.defaultLeft[node]) flat.m.push(flat.f.length);
    flat.f.push(trees.feature[node]);
    flat.v.push(leaf ? trees.value[node] : shortFloat32(trees.threshold[node]));
    if (leaf) flat.c.push(trees.cover[node]);
    else [trees.left[node], trees.right[node]].forEach(visit);
  };
  for (let tree = 0; tree + 1 < trees.offsets.length; tree++) visit(trees.offsets[tree]);
  return flat;
}

/** The model that was packed, gains aside. */
export function unpacked(model: PackedModel): TrainedModel {
  const calibration = optional(arrays(model.calibration));
  if (model.kind === "linear") {
    const {kind, features, intercept, coefficients, mean, deviation, median} = model;
    const array = (list: number[]) => Float64Array.from(list);
    return {
      ...{kind, features, intercept, coefficients: array(coefficients), mean: array(mean)},
      ...{deviation: array(deviation), median: array(median), ...calibration}
    };
  }
  const {kind, base, link, features} = model;
  return {kind, base, link, features, trees: treesOf(model), ...calibration};
}

function treesOf({f, v, m, c}: PackedTrees): Trees {
  const nodes = f.length;
  const trees = {
    feature: Int32Array.from(f),
    threshold: new Float32Array(nodes),
    defaultLeft: new Uint8Array(nodes),
    left: new Int32Array(nodes).fill(-1),
    right: new Int32Array(nodes).fill(-1),
    value: new Float64Array(nodes),
    gain: new Float64Array(nodes),
    cover: new Float64Array(nodes)
  };
  for (const node of m) trees.defaultLeft[node] = 1;
  const offsets = [0];
  let leaves = 0;
  let next = 0;
  const read = (): number => {
    const node = next++;
    if (f[node] < 0) {
      trees.value[node] = v[node];
      trees.cover[node] = c[leaves++];
      return node;
    }
    trees.threshold[node] = v[node];
    const left = (trees.left[node] = read());
    const right = (trees.right[node] = read());
    trees.cover[node] = trees.cover[left] + trees.cover[right];
    return node;
  };
  while (next < nodes) {
    read();
    offsets.push(next);
  }
  return {...trees, offsets: Int32Array.from(offsets)};
}
