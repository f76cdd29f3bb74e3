import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {Examples} from "../../learn/examples.js";
import {binColumns} from "../../learn/trees/bins.js";
import type {CartNode} from "../../learn/trees/cart.js";
import {cart} from "../../learn/trees/cart.js";
import {growerOn} from "../../learn/trees/growerOn.js";

/** What a rule asks of a feature: from <= value < below; whether a missing value will do. */
export interface Condition {
  feature: string;
  from: number;
  below: number;
  missing: boolean;
}

/** A leaf of a tree, in words: all conditions hold. */
export interface Rule {
  conditions: Condition[];
  rows: number;
  /** Rows with label 1. */
  positives: number;
}

/** How few questions about a few features give a label away. */
export interface LearnedRules {
  rows: number;
  /** Share of the rows that a tree of depth 1, 2, ... gets right, up to the first tree without an error. */
  accuracies: number[];
  /** The leaves of the last of these trees. */
  rules: Rule[];
}

interface RuleOptions {
  module?: WebAssembly.Module;
  /** Depth of the last tree tried. */
  most?: number;
}

/**
 * Whether a label is a function of a few features: single trees of depth 1, 2, ... learn it from all rows, with a bin
 * for each distinct value, until one makes no error or `most` (6) is reached. Fails with a sentence where a feature is
 * missing and on one class.
 * @example learnedRules({columns: [{name: "a", feature: "a", kind: "number"}], values: [Float32Array.of(1, 2, 3)],
 *   labels: Uint8Array.of(0, 0, 1)}, ["a"]).value.accuracies => [1]
 */
export function learnedRules(
  {columns, values, labels}: Pick<Examples, "columns" | "values" | "labels">,
  names: readonly string[],
  {module, most = 6}: RuleOptions = {}
): Result<LearnedRules> {
  const chosen = names.map((name) => values[columns.findIndex((column) => column.name === name)]);
  const absent = names.filter((_, j) => !chosen[j]);
  if (absent.length) return fail("columns", `These columns are not there: ${absent.join(", ")}.`);
  const grower = growerOn(module, binColumns(chosen, {maxBins: 256, exact: true}));
  const accuracies: number[] = [];
  for (let maxDepth = 1; ; maxDepth++) {
    const tree = cart({grower, features: names, labels, seed: 0}, {maxDepth, minLeafRows: 1}, chosen);
    if (!tree.ok) return tree;
    const rules = rulesOf(tree.value.nodes, names);
    const right = rules.reduce((sum, {rows, positives}) => sum + Math.max(positives, rows - positives), 0);
    accuracies.push(right / labels.length);
    if (right === labels.length || maxDepth >= most) return ok({rows: labels.length, accuracies, rules});
  }
}

/** The way to every leaf, several questions about one feature drawn together. */
function rulesOf(nodes: readonly CartNode[], names: readonly string[]): Rule[] {
  const rules: Rule[] = [];
  const visit = (at: number, way: readonly Condition[]) => {
    const {feature, threshold, defaultLeft, left, right, rows, value} = nodes[at];
    if (feature < 0) {
      rules.push({conditions: [...way], rows, positives: value[1]});
      return;
    }
    const name = names[feature];
    visit(left, narrowed(way, {feature: name, from: -Infinity, below: threshold, missing: defaultLeft}));
    visit(right, narrowed(way, {feature: name, from: threshold, below: Infinity, missing: !defaultLeft}));
  };
  visit(0, []);
  return rules;
}

function narrowed(way: readonly Condition[], next: Condition): Condition[] {
  const same = way.find(({feature}) => feature === next.feature);
  if (!same) return [...way, next];
  const both = {
    feature: next.feature,
    from: Math.max(same.from, next.from),
    below: Math.min(same.below, next.below),
    missing: same.missing && next.missing
  };
  return way.map((condition) => (condition === same ? both : condition));
}
