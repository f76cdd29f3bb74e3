import {existsSync} from "node:fs";
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {recencyLabel, ruleLabel} from "../../../lib/features/labels.js";
import {examplesOf} from "../../../lib/features/matrix.js";
import {featureInputs, featuresSql} from "../../../lib/features/sql.js";
import {cityRates} from "../../../lib/features/targetEncoding.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {randomSource} from "../../../lib/random/source.js";
import type {OpenMarts} from "../../support/marts.js";
import {openMarts, realMarts} from "../../support/marts.js";
import {olistDir} from "../../support/paths.js";
import {golden} from "./golden.js";
import {differences, shuffleMarts, travelTo, undone} from "./tables.js";

const parameters = {cutoff: "2018-03-01T00:00:00", horizon: 180, strict: false};
const publisher = {...parameters, cutoff: "2018-08-30T00:00:00"};

describe.skipIf(!existsSync(olistDir ?? ""))("the features of the real shop", () => {
  let open: OpenMarts;
  const keep = (name: string, sql: string) => open.run(`create or replace table ${name} as ${sql}`);
  let table: Record<string, unknown[]>;
  beforeAll(async () => {
    open = await openMarts(await realMarts(), featureInputs);
    await keep("asked", featuresSql(parameters));
    table = await open.columns("from asked");
  });
  afterAll(() => open.close());
  const {begin, end} = undone(() => open);
  beforeEach(begin);
  afterEach(end);
  it("are those that an independent computation from the CSVs gives", () => {
    for (const {customer_key, ...expected} of golden) {
      const row = table.customer_key.indexOf(customer_key);
      for (const [name, value] of Object.entries(expected)) {
        const found = table[name][row];
        if (typeof value === "number") expect(found, `${name} of ${customer_key}`).toBeCloseTo(value, 6);
        else expect(found, `${name} of ${customer_key}`).toBe(value);
      }
    }
  });

  it("make a matrix of 94 columns for everyone with a valid order, 1.18 % of whom come back within 180 days", () => {
    const examples = examplesOf(table, {label: {kind: "forward"}, preset: "forward"});
    if (!examples.ok) throw new Error(examples.message);
    const {labels, values, columns} = examples.value;
    expect(columns).toHaveLength(94);
    expect(labels).toHaveLength(56625);
    expect(labels.reduce((sum, label) => sum + label, 0)).toBe(55956);
    const missing = values.map((column) =>
      column.reduce((sum, value) => sum + Number(Number.isNaN(value)), 0)
    );
    const share = Object.fromEntries(columns.map(({name}, i) => [name, missing[i] / labels.length]));
    expect(share.avg_days_between_orders).toBeCloseTo(0.973, 2);
    expect(share.avg_delivery_days).toBeLessThan(0.15);
  });

  it("give the brief's headline churn by a cut at 210 days, and little by its own rule", async () => {
    const rows = await open.rows<Record<string, number | null>>(
      `select days_since_last, label_rule, label_forward from (${featuresSql(publisher)})`
    );
    expect(rows).toHaveLength(94986);
    const share = (label: (row: (typeof rows)[0]) => number) =>
      rows.reduce((sum, row) => sum + label(row), 0) / rows.length;
    expect(share((row) => recencyLabel(Number(row.days_since_last), 210))).toBeCloseTo(0.5196, 4);
    expect(share((row) => Number(row.label_rule))).toBeCloseTo(0.0459, 4);
    expect(rows.every((row) => row.label_forward === null)).toBe(true);
  });

  it("contain a rule label that three of them decide", () => {
    const {recency_days, frequency, avg_days_between_orders} = table;
    const decided = recency_days.map((days, row) =>
      ruleLabel({
        recencyDays: Number(days),
        frequency: Number(frequency[row]),
        averageGap: Number(avg_days_between_orders[row] ?? NaN)
      })
    );
    expect(table.label_rule).toEqual(decided);
  });

  it("do not depend on the order of any mart's rows", async () => {
    await shuffleMarts(open);
    await keep("after", featuresSql(parameters));
    expect(await differences(open, "asked", "after")).toBe(0);
  });

  it.each([false, true])("do not know what happens at the cutoff or later (strict: %s)", async (strict) => {
    const known = `select * exclude (label_forward) from (${featuresSql({...parameters, strict})})`;
    await keep("before", strict ? known : "select * exclude (label_forward) from asked");
    await travelTo(open, parameters.cutoff, strict);
    await keep("after", known);
    expect(await differences(open, "before", "after")).toBe(0);
  });

  it("tell nothing of shuffled labels by the city's rate out of fold", () => {
    const examples = examplesOf(table, {label: {kind: "recency", days: 210}, preset: "brief"});
    if (!examples.ok) throw new Error(examples.message);
    const {city, labels} = examples.value;
    const random = randomSource(3);
    const shuffled = labels.slice();
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [shuffled[i], shuffled[j]] = [shuffled[j], shuffled[i]];
    }
    const seen = [0, 0];
    const folds = Uint8Array.from(shuffled, (label) => seen[label]++ % 5);
    const rates = cityRates({city, labels: shuffled, folds});
    if (!rates.ok) throw new Error(rates.message);
    const positives = shuffled.reduce((sum, label) => sum + label, 0);
    const negatives = shuffled.length - positives;
    const error = Math.sqrt((positives + negatives + 1) / (12 * positives * negatives));
    expect(Math.abs((rocAuc(shuffled, rates.value) ?? 0) - 0.5)).toBeLessThan(2.6 * error);
  });
});
