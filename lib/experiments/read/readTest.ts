import type {Result} from "../../result.js";
import {ok} from "../../result.js";
import type {Interval, ProportionArm} from "../arms.js";
import type {Adjustment} from "./adjust.js";
import {adjust} from "./adjust.js";
import {chiSquareTest} from "./chiSquare.js";
import {compareMeans} from "./compareMeans.js";
import {compareProportions} from "./compareProportions.js";
import type {Comparison, Unadjusted} from "./comparison.js";
import type {MannWhitney} from "./mannWhitney.js";
import {wilson} from "./oneProportion.js";
import type {SampleRatio} from "./sampleRatio.js";
import {sampleRatio} from "./sampleRatio.js";
import type {Statistic} from "./statistic.js";
import type {ReadOptions} from "./tail.js";
import {around, criticalValue} from "./tail.js";

/** What is read: counts, or statistics of means or ratios; the first is the control. */
export type Evidence =
  | {kind: "proportion"; arms: readonly ProportionArm[]}
  | {kind: "mean" | "ratio"; arms: readonly Statistic[]; ranks?: readonly (MannWhitney | null)[]};

export interface ReadingOptions extends ReadOptions {
  /** Planned split; equal without it. */
  weights?: readonly number[];
  adjustment?: Adjustment;
  /** p-values of other metrics of the same experiment, to adjust along with these. */
  otherPs?: readonly number[];
}

/** An arm with its figure. */
export interface ArmReading extends Interval {
  name: string;
  users: number;
  converted: number | null;
  value: number;
}

/** All that is said of an experiment. */
export interface Reading {
  kind: Evidence["kind"];
  split: SampleRatio;
  arms: ArmReading[];
  /** Whether any rates of three or more arms differ: Pearson's chi-square of them all. */
  overall: {statistic: number; df: number; p: number} | null;
  comparisons: Comparison[];
  level: number;
  /** How many p-values were adjusted together. */
  tested: number;
}

/**
 * Reads an experiment: the split first, then each treatment against the control.
 * @example readTest({kind: "proportion", arms: [{name: "a", users: 1000, converted: 200}, {name: "b", users: 1000, converted: 250}]}).value.comparisons[0].p => 0.00741965
 */
export function readTest(evidence: Evidence, options: ReadingOptions = {}): Result<Reading> {
  const {weights, adjustment = "holm", otherPs = [], level = 0.95} = options;
  const arms = armReadings(evidence, level);
  const split = sampleRatio(
    arms.map(({users}) => users),
    weights
  );
  if (!split.ok) return split;
  const compared = comparisonsOf(evidence, options);
  if (!compared.ok) return compared;
  const ps = compared.value.flatMap(({p}) => (p === null ? [] : [p]));
  const adjusted = adjust([...ps, ...otherPs], adjustment);
  let next = 0;
  const comparisons = compared.value.map((comparison) => ({
    ...comparison,
    adjusted: comparison.p === null ? null : adjusted[next++]
  }));
  return ok({
    kind: evidence.kind,
    split: split.value,
    arms,
    overall: overallOf(evidence),
    comparisons,
    level,
    tested: adjusted.length
  });
}

function comparisonsOf(evidence: Evidence, options: ReadOptions): Result<Unadjusted[]> {
  const results =
    evidence.kind === "proportion"
      ? evidence.arms.slice(1).map((arm) => compareProportions(evidence.arms[0], arm, options))
      : evidence.arms.slice(1).map((arm, i) =>
          compareMeans(evidence.arms[0], arm, options, {
            ranks: evidence.ranks?.[i],
            ratio: evidence.kind === "ratio"
          })
        );
  const comparisons: Unadjusted[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    comparisons.push(result.value);
  }
  return ok(comparisons);
}

function armReadings(evidence: Evidence, level: number): ArmReading[] {
  if (evidence.kind === "proportion")
    return evidence.arms.map(({name, users, converted}) => ({
      name,
      users,
      converted,
      value: users ? converted / users : 0,
      ...(users ? wilson(converted, users, level) : {low: 0, high: 1})
    }));
  return evidence.arms.map(({name, n, mean, variance}) => {
    const half = criticalValue(level, "two-sided", Math.max(1, n - 1)) * Math.sqrt(variance / n);
    return {name, users: n, converted: null, value: mean, ...around(mean, half, "two-sided")};
  });
}

function overallOf(evidence: Evidence): Reading["overall"] {
  if (evidence.kind !== "proportion" || evidence.arms.length < 3) return null;
  const test = chiSquareTest(evidence.arms.map(({users, converted}) => [converted, users - converted]));
  return test.ok ? test.value : null;
}
