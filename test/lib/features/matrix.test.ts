import {expect, it} from "vitest";
import {features} from "../../../lib/features/catalogue.js";
import {examplesOf} from "../../../lib/features/matrix.js";
import type {Target} from "../../../lib/features/labels.js";
import {latenessExamples} from "../../../lib/features/latenessExamples.js";
import {latenessTable, latenessQuestions} from "../../../lib/learn/lateness.js";

/** Two people; the number of a feature stands as its value, but for what is missing and for categories. */
const table = {
  customer_key: Int32Array.of(3, 7),
  ...Object.fromEntries(features.map(({name, number}) => [name, Float64Array.of(number, -number)])),
  avg_days_between_orders: [null, 12.5],
  preferred_payment_method: ["boleto", "none"],
  favourite_category_group: ["home", "other"],
  customer_region: ["SE", "none"],
  city: Int32Array.of(4, 0),
  city_rate_earlier: [0.9, null],
  last_purchased_at: [new Date("2018-02-01T10:00:00Z"), new Date("2017-02-01T10:00:00Z")],
  days_since_last: Int32Array.of(28, 393),
  label_rule: Int32Array.of(0, 1),
  label_forward: [1, 1]
};

const made = (label: Target, preset: "brief" | "leak-free" | "forward") => {
  const examples = examplesOf(table, {label, preset});
  if (!examples.ok) throw new Error(examples.message);
  return examples.value;
};

it("makes 94 columns of all 78 features, in their order", () => {
  const {columns, values, keys, city, times} = made({kind: "rule"}, "brief");
  expect(columns).toHaveLength(94);
  expect(values.map((column) => column.length)).toEqual(Array(94).fill(2));
  expect([...new Set(columns.map(({feature}) => feature))]).toEqual(features.map(({name}) => name));
  expect([...keys]).toEqual([3, 7]);
  expect([...city]).toEqual([4, 0]);
  expect(new Date(times[0]).toISOString()).toBe("2018-02-01T10:00:00.000Z");
});

it("keeps missing numbers missing and spreads categories over levels", () => {
  const {columns, values} = made({kind: "rule"}, "brief");
  const column = (name: string) => [...values[columns.findIndex((candidate) => candidate.name === name)]];
  expect(column("avg_days_between_orders")).toEqual([NaN, 12.5]);
  expect(column("preferred_payment_method=boleto")).toEqual([1, 0]);
  expect(column("preferred_payment_method=credit_card")).toEqual([0, 0]);
  expect(column("customer_region=SE")).toEqual([1, 0]);
  expect(column("favourite_category_group=other")).toEqual([0, 1]);
  expect(column("city_churn_rate")).toEqual([0, 0]);
});

it("takes the city's rate of the earlier window with the forward preset", () => {
  const {columns, values} = made({kind: "forward"}, "forward");
  expect(columns).toHaveLength(94);
  const rate = values[columns.findIndex(({name}) => name === "city_churn_rate")];
  expect([...rate]).toEqual([Math.fround(0.9), NaN]);
});

it("leaves out what leaks", () => {
  const {columns} = made({kind: "recency", days: 210}, "leak-free");
  expect(columns).toHaveLength(57 + 16);
  expect(columns.some(({name}) => name === "recency_days")).toBe(false);
});

it.each([
  [{kind: "rule"}, [0, 1]],
  [{kind: "recency", days: 28}, [0, 1]],
  [{kind: "recency", days: 27}, [1, 1]],
  [{kind: "forward"}, [1, 1]]
] as const)("labels by %o", (label, expected) => {
  expect([...made(label, "brief").labels]).toEqual(expected);
});

it("says why there is nothing to learn from", () => {
  const nobody = Object.fromEntries(Object.keys(table).map((name) => [name, []]));
  const label = {kind: "forward"} as const;
  expect(examplesOf(nobody, {label, preset: "brief"})).toMatchObject({ok: false, code: "empty"});
  expect(examplesOf({...table, label_forward: [1, null]}, {label, preset: "brief"})).toMatchObject({
    ok: false,
    code: "open-horizon"
  });
  expect(() =>
    examplesOf({customer_key: [1], label_rule: [1]}, {label: {kind: "rule"}, preset: "brief"})
  ).toThrow("missing column: recency_days");
});

it("turns late and timely orders into examples", () => {
  const columns = {
    day_number: [100, 101],
    known_day: [120, 130],
    late: [1, 0],
    ...Object.fromEntries(latenessQuestions.map(({name}) => [name, [0.5, null]])),
    same_state: [1, 0],
    region: ["S", "N"],
    payment_type: ["boleto", "boleto"]
  };
  const examples = latenessExamples(latenessTable(columns));
  const {length} = latenessQuestions;
  expect(examples.columns[0]).toEqual({name: "tightness", feature: "tightness", kind: "number"});
  expect(examples.columns.find(({name}) => name === "same_state")?.kind).toBe("flag");
  expect(examples.columns.slice(-3).map(({name}) => name)).toEqual([
    "region=N",
    "region=S",
    "payment_type=boleto"
  ]);
  expect(examples.columns).toHaveLength(length + 1);
  expect(examples.values.map((column) => [...column]).slice(-3)).toEqual([
    [0, 1],
    [1, 0],
    [1, 1]
  ]);
  expect([...examples.values[1]]).toEqual([0.5, NaN]);
  expect([...examples.labels]).toEqual([1, 0]);
  expect([...(examples.knownAt ?? [])]).toEqual([120 * 86_400_000, 130 * 86_400_000]);
  expect([...examples.keys]).toEqual([0, 1]);
});
