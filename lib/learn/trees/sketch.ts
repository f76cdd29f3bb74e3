import type {Summary} from "./summary.js";
import {combine, prune, summarise} from "./summary.js";

/** How much finer than the bins the sketch is. */
const fineness = 8;

/**
 * Cuts of one column as XGBoost's `hist` makes them: quantiles that are values of the data, from a sketch fed in the
 * order of the rows. Up to about `8 * maxBins` distinct values the sketch is exact and the order does not matter.
 * The last cut is above every value.
 *
 * Method: XGBoost 1.7, HostSketchContainer (weighted quantile sketch), without weights.
 *
 * @param values in the order of the rows, without NaN; they are sorted in place, a stretch at a time
 * @param maxBins at most so many bins, at least 1
 * @example [...sketchCuts(Float32Array.of(3, 1, 2), 256)] => [2, 3, 6.000010013580322]
 */
export function sketchCuts(values: Float32Array, maxBins: number): Float32Array {
  const rows = values.length;
  if (rows === 0) return Float32Array.of(3e-5);
  const bins = Math.min(maxBins, rows);
  const kept = prune(prune(sketch(values, bins), Math.min(rows, maxBins * fineness)), bins + 1);
  const inner = kept.value.subarray(1, Math.max(1, Math.min(kept.size, bins)));
  return withLast(inner, kept.value[kept.size - 1]);
}

/** Appends a cut that is above the highest value. */
export function withLast(cuts: Float32Array, highest: number): Float32Array {
  const all = new Float32Array(cuts.length + 1);
  all.set(cuts);
  all[cuts.length] = highest === -Infinity ? 0 : highest + (Math.abs(highest) + Math.fround(1e-5));
  return all;
}

/** Values are taken up stretch by stretch; summaries of stretches are merged as a binary counter carries. */
function sketch(values: Float32Array, bins: number): Summary {
  const limit = limitSize(values.length, 1 / (bins * fineness));
  const levels: (Summary | undefined)[] = [];
  let from = 0;
  for (;;) {
    const to = endOfStretch(values, from, 2 * limit);
    const summary = summarise(values.subarray(from, to).sort());
    if (to === values.length) return gather(summary, levels, limit);
    carry(summary, levels, limit);
    from = to;
  }
}

function carry(summary: Summary, levels: (Summary | undefined)[], limit: number): void {
  for (let level = 0; ; level++) {
    const held = levels[level];
    if (!held) {
      levels[level] = prune(summary, limit);
      return;
    }
    summary = combine(prune(summary, limit), held);
    if (summary.size <= limit) {
      levels[level] = summary;
      return;
    }
    levels[level] = undefined;
  }
}

function gather(last: Summary, levels: readonly (Summary | undefined)[], limit: number): Summary {
  let all = prune(last, limit);
  for (const held of levels) if (held) all = prune(combine(all, held), limit);
  return all;
}

/** Where a queue of `capacity` entries is full; equal values one after another share an entry. */
function endOfStretch(values: Float32Array, from: number, capacity: number): number {
  if (values.length - from <= capacity) return values.length;
  let held = 1;
  let end = from + 1;
  for (; end < values.length; end++) {
    if (values[end] === values[end - 1]) continue;
    if (held === capacity) break;
    held++;
  }
  return end;
}

function limitSize(rows: number, precision: number): number {
  for (let level = 1; ; level++) {
    const limit = Math.min(rows, Math.ceil(level / precision) + 1);
    if (2 ** level * limit >= rows) return limit;
  }
}
