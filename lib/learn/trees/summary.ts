/**
 * A sorted sample of weighted values that knows between which ranks each one lies: `rmin` is the weight below the
 * value, `rmax` the weight up to and with it, `weight` its own. All in float32, as XGBoost holds them.
 */
export interface Summary {
  size: number;
  value: Float32Array;
  rmin: Float32Array;
  rmax: Float32Array;
  weight: Float32Array;
}

const summaryOf = (capacity: number): Summary => ({
  size: 0,
  value: new Float32Array(capacity),
  rmin: new Float32Array(capacity),
  rmax: new Float32Array(capacity),
  weight: new Float32Array(capacity)
});

function append(to: Summary, value: number, rmin: number, rmax: number, weight: number): void {
  const i = to.size++;
  to.value[i] = value;
  to.rmin[i] = rmin;
  to.rmax[i] = rmax;
  to.weight[i] = weight;
}

const copyEntry = ({value, rmin, rmax, weight}: Summary, i: number, to: Summary): void =>
  append(to, value[i], rmin[i], rmax[i], weight[i]);

/**
 * Sums up values, ascending and without NaN, each of weight 1.
 * @example [...summarise(Float32Array.of(1, 1, 4)).rmax] => [2, 3]
 */
export function summarise(sorted: Float32Array): Summary {
  let distinct = sorted.length ? 1 : 0;
  for (let i = 1; i < sorted.length; i++) if (sorted[i] !== sorted[i - 1]) distinct++;
  const summary = summaryOf(distinct);
  for (let i = 0; i < sorted.length;) {
    let end = i + 1;
    while (end < sorted.length && sorted[end] === sorted[i]) end++;
    append(summary, sorted[i], i, end, end - i);
    i = end;
  }
  return summary;
}

/**
 * At most `size` entries that stand for all: the first, the last, and those nearest to evenly spaced ranks.
 * Method: XGBoost's WQSummary::SetPrune.
 */
export function prune(summary: Summary, size: number): Summary {
  const last = summary.size - 1;
  if (last < size) return summary;
  const {rmin, rmax, weight} = summary;
  const pruned = summaryOf(size);
  const begin = rmax[0];
  const range = Math.fround(rmin[last] - rmax[0]);
  const steps = size - 1;
  copyEntry(summary, 0, pruned);
  let taken = 0;
  for (let k = 1, i = 1; k < steps; k++) {
    const rank = Math.fround(Math.fround(Math.fround(k * range) / steps) + begin);
    const twice = 2 * rank;
    while (i < last && twice >= Math.fround(rmax[i + 1] + rmin[i + 1])) i++;
    if (i === last) break;
    const between = Math.fround(rmin[i] + weight[i]) + Math.fround(rmax[i + 1] - weight[i + 1]);
    const nearest = twice < Math.fround(between) ? i : i + 1;
    if (nearest !== taken) copyEntry(summary, nearest, pruned);
    taken = nearest;
  }
  if (taken !== last) copyEntry(summary, last, pruned);
  return pruned;
}

/** The summary of two samples together. Method: XGBoost's WQSummary::SetCombine. */
export function combine(a: Summary, b: Summary): Summary {
  const both = summaryOf(a.size + b.size);
  const below = {a: 0, b: 0};
  const above = (summary: Summary, i: number) =>
    i < summary.size ? summary.rmax[i] - summary.weight[i] : summary.rmax[summary.size - 1];
  let i = 0;
  let j = 0;
  while (i < a.size || j < b.size) {
    const order = i === a.size ? 1 : j === b.size ? -1 : a.value[i] - b.value[j];
    if (order === 0) {
      append(both, a.value[i], a.rmin[i] + b.rmin[j], a.rmax[i] + b.rmax[j], a.weight[i] + b.weight[j]);
    } else if (order < 0) {
      append(both, a.value[i], a.rmin[i] + below.b, a.rmax[i] + above(b, j), a.weight[i]);
    } else {
      append(both, b.value[j], b.rmin[j] + below.a, b.rmax[j] + above(a, i), b.weight[j]);
    }
    if (order <= 0) below.a = a.rmin[i] + a.weight[i++];
    if (order >= 0) below.b = b.rmin[j] + b.weight[j++];
  }
  return both;
}
