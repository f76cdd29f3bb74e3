import {countsBetween, quantileEdges} from "./bins.js";
import type {DriftMethod} from "./method.js";
import {driftMethod, driftThresholds, fewValues} from "./method.js";
import {goodnessOfFit, sharesTest} from "./goodnessOfFit.js";
import {jensenShannon} from "./jensenShannon.js";
import {psi} from "./psi.js";
import {countsOf, hasMoreValues} from "./sample.js";
import type {Sample} from "./sample.js";
import {twoSamples} from "./twoSamples.js";
import {normedWasserstein} from "./wasserstein.js";

/** How a column of current rows differs from the reference's; null where there is nothing to compare. */
export interface ColumnDrift {
  rows: number;
  /** What Evidently would choose, and what it says: a p-value of a test, or a distance. */
  method: DriftMethod;
  value: number | null;
  /** Normed Wasserstein distance of a number, Jensen-Shannon distance (base 2) of a category. */
  effect: number | null;
  /** Of the Kolmogorov-Smirnov or chi-square test of the two samples. */
  p: number | null;
  psi: number | null;
  /** Whether the effect is large enough and chance an unlikely cause. */
  drifted: boolean;
  /** Shares of the rows. */
  missing: {reference: number; current: number; p: number | null};
  /** Categories that the reference lacks, with their rows. */
  fresh: {level: string; rows: number}[];
  /** Share of the current values that are below the least or above the most of the reference. */
  outside: number;
  /** Rows by bin; `labels` are the categories, or the upper edges of all bins but the last. */
  bins: {labels: (string | number)[]; reference: number[]; current: number[]};
}

export interface DriftOptions {
  /** Effect from which on a column has drifted; .1 without it. */
  threshold?: number;
  /** Chance of a false alarm over all `comparisons` together (Bonferroni); .05 without it. */
  alpha?: number;
  comparisons?: number;
}

const deciles = 10;

/**
 * How far a column has moved. An effect of a stated size decides, as p-values alone call any trifle significant among
 * many rows; a p-value must agree, as a distance alone is large by chance among few.
 * @example columnDrift(sampleOf("number", [1, 2, 3]), sampleOf("number", [1, 2, 3])).drifted => false
 */
export function columnDrift(
  reference: Sample,
  current: Sample,
  {threshold = driftThresholds.wasserstein, alpha = 0.05, comparisons = 1}: DriftOptions = {}
): ColumnDrift {
  if (reference.kind !== current.kind)
    throw new RangeError(`not the same kind: ${reference.kind} and ${current.kind}`);
  // To count each of thousands of values would take longer than all else, and nothing asks for it.
  const counts = hasMoreValues(reference, current, fewValues) ? null : countsOf(reference, current);
  const {levels, before, now} = counts ?? {levels: [], before: [], now: []};
  const method = driftMethod(reference.kind, reference.rows, counts?.levels.length ?? Infinity);
  const {effect, p, ks} = twoSamples(reference, current, counts);
  const bins = binsOf(reference, current, {levels, before, now});
  const gap = (side: Sample) => (side.rows ? side.missing / side.rows : 0);
  const tested = {
    ks: () => ks,
    "chi-square": () => goodnessOfFit(before, now)?.p ?? null,
    z: () => sharesTest([before[0], sum(before)], [now[0], sum(now)])?.p ?? null,
    wasserstein: () =>
      reference.kind === "number" && current.kind === "number"
        ? normedWasserstein(reference.ascending, current.ascending)
        : null,
    "jensen-shannon": () => jensenShannon(before, now)
  };
  return {
    rows: current.rows,
    method,
    value: tested[method](),
    effect,
    p,
    psi: psi(bins.reference, bins.current),
    drifted: effect !== null && p !== null && effect >= threshold && p < alpha / comparisons,
    missing: {
      reference: gap(reference),
      current: gap(current),
      p: sharesTest([reference.missing, reference.rows], [current.missing, current.rows])?.p ?? null
    },
    fresh:
      reference.kind === "category"
        ? levels.flatMap((level, i) => (before[i] === 0 ? [{level, rows: now[i]}] : []))
        : [],
    outside: outsideOf(reference, current),
    bins
  };
}

type Counts = ReturnType<typeof countsOf>;

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

function binsOf(reference: Sample, current: Sample, {levels, before, now}: Counts): ColumnDrift["bins"] {
  if (reference.kind === "category" || current.kind === "category")
    return {labels: levels, reference: before, current: now};
  const edges = quantileEdges(reference.ascending, deciles);
  return {
    labels: edges,
    reference: countsBetween(reference.ascending, edges),
    current: countsBetween(current.ascending, edges)
  };
}

function outsideOf(reference: Sample, current: Sample): number {
  if (reference.kind === "category" || current.kind === "category") return 0;
  const {ascending} = reference;
  if (!ascending.length || !current.ascending.length) return 0;
  const [least, most] = [ascending[0], ascending[ascending.length - 1]];
  const beyond = current.ascending.filter((value) => value < least || value > most);
  return beyond.length / current.ascending.length;
}
