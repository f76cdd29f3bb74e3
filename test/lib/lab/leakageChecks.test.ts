import {describe, expect, it} from "vitest";
import {ruleLabel} from "../../../lib/features/labels.js";
import type {LabExamples} from "../../../lib/pipeline/fitting.js";
import {open} from "../../../lib/lab/bench.js";
import {aloneOf, encodingOf, rulesOf} from "../../../lib/lab/leakageChecks.js";

const names = ["recency_days", "frequency", "avg_days_between_orders"] as const;
const rows = 900;
const recency = Float32Array.from({length: rows}, (_, row) => (row * 37) % 701);
const frequency = Float32Array.from({length: rows}, (_, row) => 1 + (row % 3));
const gap = Float32Array.from(frequency, (orders, row) => (orders > 1 ? (row * 13) % 200 : NaN));
const labels = Uint8Array.from({length: rows}, (_, row) =>
  ruleLabel({recencyDays: recency[row], frequency: frequency[row], averageGap: gap[row]})
);
const examples: LabExamples = {
  columns: [...names, "city_churn_rate"].map((name) => ({name, feature: name, kind: "number"})),
  values: [recency, frequency, gap, new Float32Array(rows)],
  labels,
  times: new Float64Array(rows),
  keys: Int32Array.from(labels.keys()),
  city: {codes: Int32Array.from(labels, (_, row) => (row * 7) % 250), column: 3}
};
const quiet = () => undefined;

describe("the leakage lab's worker", () => {
  open("made", examples, undefined);
  open("ahead", {...examples, city: undefined}, undefined);

  it("finds that three columns give the rule's label away, as it is written and to a tree", () => {
    const check = rulesOf("made", names);
    if (!check.ok) throw new Error(check.message);
    expect(check.value.written).toBe(1);
    expect(check.value.accuracies.at(-1)).toBe(1);
    const noisy = {...examples, labels: labels.map((label, row) => (row < 9 ? 1 - label : label))};
    open("made", noisy, undefined);
    const off = rulesOf("made", names);
    expect(off.ok && off.value.written).toBeCloseTo(1 - 9 / rows, 12);
    open("made", examples, undefined);
  });

  it("tries every feature alone", () => {
    const alone = aloneOf("made", 1, quiet);
    expect(alone.ok && alone.value.map(({feature}) => feature)).toContain("city_churn_rate");
    expect(alone.ok && alone.value[0].feature).toBe("recency_days");
  });

  it("shuffles labels for the rate by city, where there is one", () => {
    const check = encodingOf("made", 1, quiet);
    expect(check.ok && check.value).toMatchObject({rows, cities: 250});
    expect(encodingOf("ahead", 1, quiet)).toMatchObject({ok: false, code: "city"});
  });
});
