import {normalQuantile} from "../distributions/normal.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {bothClasses} from "./bothClasses.js";
import {logOdds} from "./logOdds.js";

/** A term that one side uses more than the other. */
export interface KeyTerm {
  term: string;
  /** Times used in reviews with a low and with a high score. */
  low: number;
  high: number;
  /** Log-odds ratio of low against high, with its interval. */
  logOdds: number;
  interval: {low: number; high: number};
  z: number;
}

/** `leastCount` 5 uses to be looked at, `priorWeight` 500 uses, `level` .95, `count` 30 terms a side where not given. */
export interface KeynessOptions {
  leastCount?: number;
  priorWeight?: number;
  level?: number;
  count?: number;
}

/**
 * The terms that tell low scores from high ones most surely, by z: log-odds ratios with an informative Dirichlet prior
 * (Monroe, Colaresi and Quinn 2008, "Fightin' Words"). The prior is the use of each term in all the reviews together,
 * as if it had been seen in `priorWeight` more uses on both sides: it draws rare terms to no difference.
 * @param documents the terms of each review
 * @param labels 1 for a low score, 0 for a high one
 * @example keyness(documents, labels).value.low[0].term => "nao"
 */
export function keyness(
  documents: readonly (readonly string[])[],
  labels: Uint8Array,
  {leastCount = 5, priorWeight = 500, level = 0.95, count = 30}: KeynessOptions = {}
): Result<{low: KeyTerm[]; high: KeyTerm[]}> {
  const checked = bothClasses(labels);
  if (!checked.ok) return checked;
  if (!(priorWeight > 0)) return fail("prior", `The prior's weight must be above 0, not ${priorWeight}.`);
  const counts = new Map<string, [high: number, low: number]>();
  const totals = [0, 0];
  for (const [row, terms] of documents.entries()) {
    totals[labels[row]] += terms.length;
    for (const term of terms) {
      const own = counts.get(term);
      if (own) own[labels[row]]++;
      else counts.set(term, labels[row] ? [0, 1] : [1, 0]);
    }
  }
  const all = totals[0] + totals[1];
  const reach = normalQuantile((1 + level) / 2);
  const found: KeyTerm[] = [];
  for (const [term, [high, low]] of counts) {
    if (high + low < leastCount) continue;
    const prior = (priorWeight * (high + low)) / all;
    const ratio = logOdds({low, high, lowTotal: totals[1], highTotal: totals[0]}, prior, priorWeight);
    if (!ratio) continue;
    const interval = {
      low: ratio.logOdds - reach * ratio.standardError,
      high: ratio.logOdds + reach * ratio.standardError
    };
    found.push({term, low, high, logOdds: ratio.logOdds, interval, z: ratio.z});
  }
  const surest = found.sort(
    (a, b) => Math.abs(b.z) - Math.abs(a.z) || (a.term < b.term ? -1 : a.term > b.term ? 1 : 0)
  );
  return ok({
    low: surest.filter(({z}) => z > 0).slice(0, count),
    high: surest.filter(({z}) => z < 0).slice(0, count)
  });
}
