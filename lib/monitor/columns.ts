import {features} from "../features/catalogue.js";
import {columnOf} from "../features/labels.js";
import type {FeatureTable} from "../features/labels.js";
import type {Sample} from "../drift/sample.js";
import type {MonitorConfig} from "./rules.js";
import type {WatchedColumn} from "./report.js";

/** What orders are made of that features fold into groups: a value never seen before shows here. */
export const inputColumns = ["order_state", "order_payment_type", "item_category"] as const;

/** Which column of an answer to `featuresSql` has the values of a feature. */
const columnFor = (name: string) => (name === "city_churn_rate" ? "city_rate_earlier" : name);

/**
 * The columns that are watched: every feature, and what orders are made of.
 * @param importance of each feature by name, in any unit
 */
export function watchedColumns(
  importance: ReadonlyMap<string, number>,
  {expected}: Pick<MonitorConfig, "expected">
): WatchedColumn[] {
  const whole = [...importance.values()].reduce((sum, value) => sum + value, 0);
  return [
    ...features.map(({name, kind}): WatchedColumn => ({
      ...{name, kind: kind === "category" ? "category" : "number", of: "feature"},
      importance: whole > 0 ? (importance.get(name) ?? 0) / whole : 0,
      ...(name in expected ? {expected: expected[name]} : {})
    })),
    ...inputColumns.map((name): WatchedColumn => ({name, kind: "category", of: "input", importance: null}))
  ];
}

/**
 * The values of a watched feature of some rows.
 * @example featureValues({frequency: [1, 2, 3]}, "frequency", [0, 2]) => [1, 3]
 */
export function featureValues(table: FeatureTable, name: string, rows: ArrayLike<number>): unknown[] {
  const values = columnOf(table, columnFor(name));
  return Array.from(rows, (row) => values[row]);
}

/**
 * Samples of several months as one.
 * @example pooled([sampleOf("number", [2]), sampleOf("number", [1])]) => sampleOf("number", [2, 1])
 */
export function pooled(samples: readonly Sample[]): Sample {
  const [first] = samples;
  const sum = (of: (sample: Sample) => number) => samples.reduce((total, sample) => total + of(sample), 0);
  const [rows, missing] = [sum((sample) => sample.rows), sum((sample) => sample.missing)];
  if (first.kind === "number") {
    const ascending = new Float64Array(rows - missing);
    let from = 0;
    for (const sample of samples) {
      if (sample.kind !== "number") continue;
      ascending.set(sample.ascending, from);
      from += sample.ascending.length;
    }
    return {kind: "number", rows, missing, ascending: ascending.sort()};
  }
  const counts = new Map<string, number>();
  for (const sample of samples)
    if (sample.kind === "category")
      for (const [level, count] of sample.counts) counts.set(level, (counts.get(level) ?? 0) + count);
  return {kind: "category", rows, missing, counts};
}
