import type {Column} from "../problem.js";
import type {Contingency} from "./contingency.js";

export type StepName =
  "correlation" | "variance" | "mutual information" | "elimination" | "lasso" | "keep-list";

/** What a step says of one feature. */
export interface Verdict {
  feature: string;
  /** What the step looks at; its meaning is the step's own. */
  figure: number;
  /** "spared": it would have been dropped, but stands on the keep-list or is the last one. */
  verdict: "kept" | "dropped" | "spared";
  /** Why it was dropped or spared; empty for what was kept. */
  reason: string;
}

/** One step of a selection, with a verdict for each feature that the step before has left. */
export interface SelectionStep {
  step: StepName;
  /** The rule, with its numbers. */
  rule: string;
  verdicts: Verdict[];
}

/** A feature with the numbers of its columns: several where it is one-hot. */
export interface Feature {
  name: string;
  columns: number[];
}

/** Training rows, made ready once for all steps. Arrays by column of the examples. */
export interface Material {
  labels: Uint8Array;
  values: readonly Float32Array[];
  counts: readonly Contingency[];
  /** z-scores with gaps filled. */
  scores: readonly Column[];
  /** Features that are always kept. */
  keep: ReadonlySet<string>;
  module?: WebAssembly.Module;
}

/**
 * The features of columns, in order of their first column.
 * @example featuresOf([{feature: "a"}, {feature: "region"}, {feature: "region"}])
 *   => [{name: "a", columns: [0]}, {name: "region", columns: [1, 2]}]
 */
export function featuresOf(columns: readonly {feature: string}[]): Feature[] {
  const byName = new Map<string, Feature>();
  columns.forEach(({feature}, j) => {
    const known = byName.get(feature);
    if (known) known.columns.push(j);
    else byName.set(feature, {name: feature, columns: [j]});
  });
  return [...byName.values()];
}

/**
 * The verdicts from each feature's figure and the reason to drop it, if there is one. What is on the keep-list is
 * spared; where nothing would be left, the feature of the largest figure is.
 */
export function verdicts(
  features: readonly Feature[],
  judge: (feature: Feature, index: number) => {figure: number; reason: string | null},
  {keep}: Pick<Material, "keep">
): Verdict[] {
  const list = features.map((feature, index): Verdict => {
    const {figure, reason} = judge(feature, index);
    const verdict = reason === null ? "kept" : keep.has(feature.name) ? "spared" : "dropped";
    return {feature: feature.name, figure, verdict, reason: reason ?? ""};
  });
  if (list.length && list.every(({verdict}) => verdict === "dropped")) {
    const best = list.reduce((most, other) => (other.figure > most.figure ? other : most));
    best.verdict = "spared";
  }
  return list;
}

/** The features that a step has left. */
export const leftBy = ({verdicts}: SelectionStep, features: readonly Feature[]): Feature[] => {
  const dropped = new Set(verdicts.filter(({verdict}) => verdict === "dropped").map(({feature}) => feature));
  return features.filter(({name}) => !dropped.has(name));
};
