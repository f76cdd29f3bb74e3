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
    const ascending = Float64Array.from(values, (value) => (value == null ? NaN : Number(value)))
      .filter(Number.isFinite)
      .sort();
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
  const levels = [...new Set([...a.keys(), ...b.keys()])].sort(
    (x, y) => (a.get(y) ?? 0) - (a.get(x) ?? 0) || (x < y ? -1 : 1)
  );
  return {
    levels,
    before: levels.map((level) => a.get(level) ?? 0),
    now: levels.map((level) => b.get(level) ?? 0)
  };
}

function tally(sample: Sample): ReadonlyMap<string, number> {
  if (sample.kind === "category") return sample.counts;
  const counts = new Map<string, number>();
  for (const value of sample.ascending) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  return counts;
}
