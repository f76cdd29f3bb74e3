import {formatNumber} from "../../format.js";
import {randomStream} from "../../random/streams.js";
import {shuffle} from "../../random/shuffle.js";
import type {Contingency} from "./contingency.js";
import type {Feature, Material, SelectionStep} from "./step.js";
import {verdicts} from "./step.js";

/** Most bins of known values. */
const bins = 16;

/**
 * Values from which each bin but the first begins, so that the bins hold about as many rows each; rows of one value
 * stay together, so there may be fewer bins.
 * @example [...equalBins(contingency(Float32Array.of(1, 2, 3, 4), labels), 2)] => [3]
 */
export function equalBins({values, negatives, positives}: Contingency, most = bins): Float32Array {
  let known = 0;
  for (let i = 0; i < values.length; i++) known += negatives[i] + positives[i];
  const starts: number[] = [];
  let below = 0;
  let bin = -1;
  for (let i = 0; i < values.length; i++) {
    const count = negatives[i] + positives[i];
    const own = Math.floor((most * (below + count / 2)) / known);
    if (own > bin && i > 0) starts.push(values[i]);
    bin = own;
    below += count;
  }
  return Float32Array.from(starts);
}

/** A code for each row: the bin of a number, 0 where it is missing; of a one-hot feature the level, 0 for none. */
export function codesOf(feature: Feature, {values, counts}: Pick<Material, "values" | "counts">): Uint8Array {
  const [first, ...others] = feature.columns;
  if (!others.length) {
    const starts = equalBins(counts[first]);
    return Uint8Array.from(values[first], (value) => {
      if (Number.isNaN(value)) return 0;
      let code = 1;
      while (code <= starts.length && starts[code - 1] <= value) code++;
      return code;
    });
  }
  const codes = new Uint8Array(values[first].length);
  feature.columns.forEach((j, level) => {
    for (let row = 0; row < codes.length; row++) if (values[j][row] > 0.5) codes[row] = level + 1;
  });
  return codes;
}

/**
 * How much codes tell about labels, in nats: the mutual information of the counts less what few rows make of nothing,
 * (codes - 1) (classes - 1) / (2 rows) (Miller 1955); from 0 to ln 2.
 * @example mutualInformation(Uint8Array.of(0, 0, 1, 1), Uint8Array.of(0, 0, 1, 1)) => 0.5681…, ln 2 less 1/8
 */
export function mutualInformation(codes: Uint8Array, labels: Uint8Array): number {
  const totals = new Float64Array(256);
  const ones = new Float64Array(256);
  for (let row = 0; row < codes.length; row++) {
    totals[codes[row]]++;
    ones[codes[row]] += labels[row];
  }
  const rows = codes.length;
  const positives = ones.reduce((sum, count) => sum + count, 0);
  let sum = 0;
  let used = 0;
  for (let code = 0; code < totals.length; code++) {
    if (!totals[code]) continue;
    used++;
    for (const [count, expected] of [
      [ones[code], positives],
      [totals[code] - ones[code], rows - positives]
    ])
      if (count) sum += (count / rows) * Math.log((count * rows) / (totals[code] * expected));
  }
  const classes = Number(positives > 0) + Number(positives < rows);
  return rows ? Math.max(0, sum - ((used - 1) * (classes - 1)) / (2 * rows)) : 0;
}

/**
 * Drops what tells no more about the outcome than about shuffled outcomes: a feature must beat all of them, so that
 * one that tells nothing passes once in shuffles + 1 times. The figure is the mutual information in nats.
 */
export function* byMutualInformation(
  features: readonly Feature[],
  material: Material,
  {shuffles, seed}: {shuffles: number; seed: number}
): Generator<number, SelectionStep> {
  const {labels, keep} = material;
  const shuffled: Uint8Array[] = [];
  while (shuffled.length < shuffles) {
    shuffled.push(shuffle(labels.slice(), randomStream("select.shuffledLabels", seed, shuffled.length)));
    yield 0;
  }
  const found: {figure: number; reason: string | null}[] = [];
  for (const feature of features) {
    const codes = codesOf(feature, material);
    const figure = mutualInformation(codes, labels);
    let chance = 0;
    for (const others of shuffled) chance = Math.max(chance, mutualInformation(codes, others));
    const nats = (value: number) => formatNumber(value, 6);
    found.push({
      figure,
      reason: figure > chance ? null : `${nats(figure)} nats, up to ${nats(chance)} with shuffled outcomes`
    });
    yield found.length / features.length;
  }
  return {
    step: "mutual information",
    rule: `A feature must tell more about the outcome than about any of ${shuffles} shuffles of it.`,
    verdicts: verdicts(features, (_, index) => found[index], {keep})
  };
}
