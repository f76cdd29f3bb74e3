import {existsSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ruleLabel} from "../../../../lib/features/labels.js";
import {featuresSql} from "../../../../lib/features/sql.js";
import type {Rule} from "../../../../lib/pipeline/leakage/learnedRules.js";
import {learnedRules} from "../../../../lib/pipeline/leakage/learnedRules.js";
import {byColumn} from "../../features/tables.js";
import {kernels} from "../../../support/kernels.js";
import {openMarts, realMarts} from "../../../support/marts.js";
import {olistDir} from "../../../support/paths.js";

const names = ["recency_days", "frequency", "avg_days_between_orders"];

/** People with made-up orders, and the rule's label of each. */
function people(inputs: readonly (readonly [number, number, number])[]) {
  const values = [0, 1, 2].map((j) => Float32Array.from(inputs, (row) => row[j]));
  return {
    columns: names.map((name) => ({name, feature: name, kind: "number" as const})),
    values,
    labels: Uint8Array.from(inputs, ([recencyDays, frequency, averageGap]) =>
      ruleLabel({recencyDays, frequency, averageGap})
    )
  };
}

const holds = (rule: Rule, values: readonly Float32Array[], row: number) =>
  rule.conditions.every(({feature, from, below, missing}) => {
    const value = values[names.indexOf(feature)][row];
    return Number.isNaN(value) ? missing : value >= from && value < below;
  });

const person = fc.oneof(
  fc.tuple(fc.integer({min: 0, max: 700}), fc.constant(1), fc.constant(NaN)),
  fc.tuple(fc.integer({min: 0, max: 700}), fc.integer({min: 2, max: 9}), fc.integer({min: 0, max: 300}))
);

describe("rules learnt from a few columns", () => {
  it("holds the example", () => {
    const one = {name: "a", feature: "a", kind: "number" as const};
    const learned = learnedRules(
      {columns: [one], values: [Float32Array.of(1, 2, 3)], labels: Uint8Array.of(0, 0, 1)},
      ["a"]
    );
    expect(learned.ok && learned.value.accuracies).toEqual([1]);
    expect(learned.ok && learned.value.rules).toEqual([
      {conditions: [{feature: "a", from: -Infinity, below: 2.5, missing: false}], rows: 2, positives: 0},
      {conditions: [{feature: "a", from: 2.5, below: Infinity, missing: true}], rows: 1, positives: 1}
    ]);
  });

  it("put every row under one rule, whose counts they are", () => {
    fc.assert(
      fc.property(fc.array(person, {minLength: 20, maxLength: 200}), (inputs) => {
        const {columns, values, labels} = people(inputs);
        fc.pre(new Set(labels).size === 2);
        const learned = learnedRules({columns, values, labels}, names);
        if (!learned.ok) throw new Error(learned.message);
        const {rules, accuracies} = learned.value;
        const counts = rules.map(() => [0, 0]);
        for (let row = 0; row < labels.length; row++) {
          const under = rules.flatMap((rule, i) => (holds(rule, values, row) ? [i] : []));
          expect(under).toHaveLength(1);
          counts[under[0]][labels[row]]++;
        }
        expect(rules.map(({rows, positives}) => [rows - positives, positives])).toEqual(counts);
        const right = counts.reduce((sum, pair) => sum + Math.max(...pair), 0);
        expect(accuracies.at(-1)).toBe(right / labels.length);
      }),
      {numRuns: 40}
    );
  });

  it("stop at the depth allowed where labels are noise, the same by both engines", async () => {
    const columns = [{name: "a", feature: "a", kind: "number" as const}];
    const values = [Float32Array.from({length: 400}, (_, row) => row)];
    const labels = Uint8Array.from({length: 400}, (_, row) => Number((row * 2654435761) % 7 < 3));
    const plain = learnedRules({columns, values, labels}, ["a"], {most: 3});
    const wasm = learnedRules({columns, values, labels}, ["a"], {most: 3, module: await kernels()});
    expect(plain.ok && plain.value.accuracies).toHaveLength(3);
    expect(wasm).toEqual(plain);
  });

  it("say what keeps them from learning", () => {
    const all = people([
      [1, 1, NaN],
      [2, 1, NaN]
    ]);
    expect(learnedRules(all, ["recency_days"])).toMatchObject({ok: false, code: "one-class"});
    expect(learnedRules(all, ["recency"])).toMatchObject({ok: false, code: "columns"});
  });
});

describe.skipIf(!existsSync(olistDir ?? ""))("the rule label of the real shop", () => {
  it("is learnt without an error from three columns by a tree of depth 5, and nearly so by one of 3", async () => {
    const open = await openMarts(await realMarts());
    const rows = await open.rows<Record<string, unknown>>(
      `select city, ${names.join(", ")}, customer_key, last_purchased_at, label_rule from (${featuresSql({cutoff: "2018-08-30T00:00:00", horizon: 180, strict: false})})`
    );
    open.close();
    const table = byColumn(rows);
    const labels = Uint8Array.from(table.label_rule, Number);
    const values = names.map((name) =>
      Float32Array.from(table[name], (value) => (value == null ? NaN : Number(value)))
    );
    const columns = names.map((name) => ({name, feature: name, kind: "number" as const}));
    const learned = learnedRules({columns, values, labels}, names, {module: await kernels()});
    if (!learned.ok) throw new Error(learned.message);
    expect(learned.value.accuracies.map((share) => Math.round((1 - share) * labels.length))).toEqual([
      1257, 730, 42, 1, 0
    ]);
  });
});
