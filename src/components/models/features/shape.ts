import {firstWhere} from "../../../lib/stats/firstWhere.js";
import {quantile} from "../../../lib/metrics/quantile.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";

/** A feature and the labels of people, a person each at the same place. */
export interface FeatureValues {
  /** Numbers with NaN where one is missing, or the levels of a category. */
  values: Float64Array | readonly string[];
  rule: Uint8Array;
  /** Null where the record ends before the horizon. */
  forward: Uint8Array | null;
}

/** People with like values. */
export interface ValueGroup {
  name: string;
  people: number;
  /** With label 1 by the rule, and by what came after. */
  rule: number;
  forward: number | null;
}

/** A bin of a histogram: people with from <= value < to, the last one up to and with `to`. */
export interface Bin {
  from: number;
  to: number;
  people: number;
  share: number;
  /** Share of the people per unit. */
  density: number;
}

export const missingName = "missing";

/** No more values than these are shown as they are, without bins. */
export const fewValues = 24;

/** Numbers in ascending order, without gaps. */
export const ascending = (values: Float64Array): Float64Array =>
  values.filter((value) => !Number.isNaN(value)).sort();

/** The different ones among ascending numbers. @example different(Float64Array.of(1, 1, 2)) => [1, 2] */
export const different = (sorted: Float64Array): Float64Array =>
  sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);

/**
 * Where groups of about a tenth of the people end, equal values together: at most ten ends, the last the highest value.
 * With no more than ten different values each is a group.
 * @example tenths(Float64Array.of(1, 1, 1, 2, 3)) => [1, 2, 3]
 */
export function tenths(sorted: Float64Array): Float64Array {
  const all = different(sorted);
  if (all.length <= 10) return all;
  return different(
    Float64Array.from({length: 10}, (_, i) => sorted[Math.ceil(((i + 1) * sorted.length) / 10) - 1])
  );
}

/**
 * The people by tenths of a feature's values, or by its levels, with how many of them have which label; those without
 * a value come last. Groups are named by the values they hold.
 */
export function valueGroups(
  {values, rule, forward}: FeatureValues,
  format: (value: number) => string,
  levels: readonly string[] = []
): ValueGroup[] {
  const groups: ValueGroup[] = [];
  const group = (name: string) =>
    groups.push({name: unlike(name, groups), people: 0, rule: 0, forward: forward ? 0 : null});
  let place: (row: number) => number;
  if (values instanceof Float64Array) {
    const sorted = ascending(values);
    const ends = tenths(sorted);
    const all = different(sorted);
    const starts = [...ends].map((_, i) => (i === 0 ? all[0] : all[upper(all, ends[i - 1])]));
    ends.forEach((end, i) =>
      group(starts[i] === end ? format(end) : `${format(starts[i])} to ${format(end)}`)
    );
    place = (row) => (Number.isNaN(values[row]) ? ends.length : lower(ends, values[row]));
  } else {
    levels.forEach(group);
    const places = new Map(levels.map((level, i) => [level, i]));
    place = (row) => places.get(values[row]) ?? levels.length;
  }
  group(missingName);
  for (let row = 0; row < values.length; row++) {
    const into = groups[place(row)];
    into.people++;
    into.rule += rule[row];
    if (forward && into.forward !== null) into.forward += forward[row];
  }
  return groups.filter(({people}) => people > 0);
}

/** A name that none of the groups has: values apart may read alike. @example unlike("0", [{name: "0"}]) => "0 (2)" */
export function unlike(name: string, groups: readonly {name: string}[]): string {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name} (${n})`;
    if (!groups.some((group) => group.name === tried)) return tried;
  }
}

/** How many of ascending numbers are below a value. */
const lower = (ends: Float64Array, value: number): number => {
  let i = 0;
  while (i < ends.length - 1 && ends[i] < value) i++;
  return i;
};

/** Place of the first of ascending numbers above a value. */
const upper = (sorted: Float64Array, value: number): number =>
  firstWhere((i) => sorted[i] > value, 0, sorted.length);

/** The people of each value, where there are few, in ascending order. */
export function valueCounts(
  sorted: Float64Array,
  format: (value: number) => string
): {name: string; people: number}[] {
  const counts: {name: string; people: number}[] = [];
  let before = 0;
  for (const value of different(sorted)) {
    const until = upper(sorted, value);
    counts.push({name: unlike(format(value), counts), people: until - before});
    before = until;
  }
  return counts;
}

/** Share of the people left out of a histogram at either end. */
const tail = 0.005;

/**
 * A histogram of ascending numbers: 40 bins of one width between the quantiles of .5 % and 99.5 % (of whole numbers, a
 * whole width), or there up to 20 bins with as many people each. Empty without values.
 */
export function binsOf(sorted: Float64Array, how: "width" | "people", whole: boolean): Bin[] {
  if (sorted.length === 0) return [];
  const edges = how === "width" ? widthEdges(sorted, whole) : peopleEdges(sorted);
  return edges.slice(1).map((to, i) => {
    const [from, final] = [edges[i], i === edges.length - 2];
    const people = (final ? upper(sorted, to) : below(sorted, to)) - below(sorted, from);
    const share = people / sorted.length;
    return {from, to, people, share, density: share / (to - from)};
  });
}

const below = (sorted: Float64Array, value: number): number =>
  firstWhere((i) => !(sorted[i] < value), 0, sorted.length);

/** Closer values than this are one: a bin needs a width. */
const leastWidth = 1e-9;

function widthEdges(sorted: Float64Array, whole: boolean): number[] {
  const [low, high] = [quantile(sorted, tail), quantile(sorted, 1 - tail)];
  if (high - low < leastWidth) return [low, low + 1];
  if (!whole) return Array.from({length: 41}, (_, i) => low + ((high - low) * i) / 40);
  const start = Math.floor(low);
  const width = Math.ceil((Math.ceil(high) - start + 1) / 40);
  const count = Math.ceil((Math.ceil(high) - start + 1) / width);
  return Array.from({length: count + 1}, (_, i) => start + width * i);
}

function peopleEdges(sorted: Float64Array): number[] {
  const edges = [quantile(sorted, tail)];
  for (let i = 1; i <= 20; i++) {
    const next = quantile(sorted, tail + ((1 - 2 * tail) * i) / 20);
    if (next - edges[edges.length - 1] >= leastWidth) edges.push(next);
  }
  return edges.length > 1 ? edges : [edges[0], edges[0] + 1];
}

/** How well the known values alone rank the labels, whichever way round; null where there is nothing to rank. */
export function rankingAlone(
  {values}: FeatureValues,
  labels: Uint8Array
): {auc: number; more: "higher" | "lower"; people: number} | null {
  if (!(values instanceof Float64Array)) return null;
  const rows = Uint32Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]));
  const auc = rocAuc(
    Uint8Array.from(rows, (row) => labels[row]),
    Float64Array.from(rows, (row) => values[row])
  );
  if (auc === null) return null;
  return {auc: Math.max(auc, 1 - auc), more: auc < 0.5 ? "lower" : "higher", people: rows.length};
}
