import {chiSquareTest} from "../experiments/read/chiSquare.js";
import {jensenShannon} from "./jensenShannon.js";
import {kolmogorovSmirnov} from "./kolmogorovSmirnov.js";
import {fewValues} from "./method.js";
import type {Sample} from "./sample.js";
import {normedWasserstein} from "./wasserstein.js";

/** The size of a difference, and how likely chance alone makes one. */
export interface Difference {
  effect: number | null;
  p: number | null;
  /** The Kolmogorov-Smirnov test's p-value, of numbers. */
  ks: number | null;
}

/**
 * How far apart two samples are: normed Wasserstein distance and Kolmogorov-Smirnov test of numbers, Jensen-Shannon
 * distance and chi-square test of categories and of numbers with few values.
 * @param counts of each value on either side; null for numbers of more values than are counted
 * @example twoSamples(sampleOf("number", [1]), sampleOf("number", [1]), {before: [1], now: [1]}) => {effect: 0, p: 1, ks: 1}
 */
export function twoSamples(
  reference: Sample,
  current: Sample,
  counts: {before: readonly number[]; now: readonly number[]} | null
): Difference {
  const numbers = reference.kind === "number" && current.kind === "number";
  const test = numbers ? kolmogorovSmirnov(reference.ascending, current.ascending) : null;
  const ks = test?.p ?? null;
  if (numbers && (counts === null || counts.before.length > fewValues))
    return {effect: normedWasserstein(reference.ascending, current.ascending), p: ks, ks};
  const {before, now} = counts ?? {before: [], now: []};
  const table = chiSquareTest([before, now]);
  const alike = before.length === 1 && before[0] > 0 && now[0] > 0;
  return {effect: jensenShannon(before, now), p: table.ok ? table.value.p : alike ? 1 : null, ks};
}
