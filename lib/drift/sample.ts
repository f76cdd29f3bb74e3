import type {ColumnKind} from "./method.js";

/** A column's rows, made ready to be compared. */
export type Sample = {rows: number; missing: number} & (
  {kind: "number"; ascending: Float64Array} | {kind: "category"; counts: ReadonlyMap<string, number>}
);

/**
 * A column as a sample: texts or numbers. Of a category all else is missing, of a number what is not finite.
 * @example sampleOf("number", [3, null, 1]) => {kind: "number", rows: 3, missing: 1, ascending: Float64Array.of(1, 3)}
 */
export function sampleOf(kind: ColumnKind, values: ArrayLike<unknown>): Sample {
  const rows = values.length;
  if (kind === "number") {
    const numbers = new Float64Array(rows);
    let finite = 0;
    for (let row = 0; row < rows; row++) {
      const number = values[row] == null ? NaN : Number(values[row]);
      if (Number.isFinite(number)) numbers[finite++] = number;
    }
    const ascending = numbers.slice(0, finite).sort();
    return {kind, rows, missing: rows - ascending.length, ascending};
  }
  const counts = new Map<string, number>();
  let missing = 0;
  for (let row = 0; row < rows; row++) {
    const value = values[row];
    if (typeof value === "string" || typeof value === "number")
      counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
    else missing++;
  }
  return {kind, rows, missing, counts};
}

/**
 * How many rows have each value, of both samples side by side, most frequent in the reference first.
 * @example countsOf(sampleOf("category", ["a"]), sampleOf("category", ["b"])) => {levels: ["a", "b"], before: [1, 0], now: [0, 1]}
 */
export function countsOf(
  reference: Sample,
  current: Sample
): {levels: string[]; before: number[]; now: number[]} {
  const [a, b] = [tally(reference), tally(current)];
  const counts = [...new Set([...a.keys(), ...b.keys()])].map((level) => ({
    level,
    before: a.get(level) ?? 0,
    now: b.get(level) ?? 0
  }));
  counts.sort((x, y) => y.before - x.before || (x.level < y.level ? -1 : 1));
  return {
    levels: counts.map(({level}) => level),
    before: counts.map(({before}) => before),
    now: counts.map(({now}) => now)
  };
}

/**
 * Whether two samples of numbers have more different values than so many, both sides together.
 * @example hasMoreValues(sampleOf("number", [1, 2]), sampleOf("number", [2, 3]), 2) => true
 */
export function hasMoreValues(reference: Sample, current: Sample, most: number): boolean {
  const values = new Set<number>();
  for (const sample of [reference, current])
    if (sample.kind === "number")
      for (const value of sample.ascending) if (values.add(value).size > most) return true;
  return false;
}

function tally(sample: Sample): ReadonlyMap<string, number> {
  if (sample.kind === "category") return sample.counts;
  const counts = new Map<string, number>();
  const {ascending} = sample;
  for (let from = 0, to = 0; from < ascending.length; from = to) {
    while (ascending[to] === ascending[from]) to++;
    counts.set(String(ascending[from]), to - from);
  }
  return counts;
}
