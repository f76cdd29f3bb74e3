import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {flagRiskiest} from "../../../lib/learn/flagging.js";
import {latenessQuestions, latenessSql, latenessTable} from "../../../lib/learn/lateness.js";
import {prepare} from "../../../lib/learn/prepare.js";
import {rateOf, ratesByMonth, ratesBySplit} from "../../../lib/learn/rates.js";
import {train} from "../../../lib/learn/train.js";
import {openMarts, realMarts} from "../../support/marts.js";
import {olistDir} from "../../support/paths.js";
import {parameters, plainWorld} from "./support.js";

const columns = {
  day_number: [17000, 17001, 17031],
  known_day: Int32Array.of(17011, 17012, 17041),
  late: [0, 1, 0],
  ...Object.fromEntries(
    latenessQuestions.map(({kind, name}) => [name, kind === "number" ? [1, null, 3] : ["SE", null, "N"]])
  )
};

describe("the table of orders", () => {
  const table = latenessTable(columns);

  it("has times in milliseconds, labels of 0 and 1, and gaps where values are missing", () => {
    expect([...table.times].map((time) => new Date(time).toISOString().slice(0, 10))).toEqual([
      "2016-07-18",
      "2016-07-19",
      "2016-08-18"
    ]);
    expect(table.knownAt[0] - table.times[0]).toBe(11 * 864e5);
    expect([...table.labels]).toEqual([0, 1, 0]);
    const [number] = table.predictors;
    expect(number.kind === "number" && [...number.values]).toEqual([1, NaN, 3]);
    const region = table.predictors.find(({name}) => name === "region");
    expect(region?.kind === "category" && [region.levels, [...region.codes]]).toEqual([
      ["N", "SE"],
      [1, -1, 0]
    ]);
  });

  it("gives rates by month and by part", () => {
    expect(ratesByMonth(table)).toEqual([
      {month: new Date("2016-07-01"), rows: 2, positives: 1, rate: 0.5},
      {month: new Date("2016-08-01"), rows: 1, positives: 0, rate: 0}
    ]);
    expect(rateOf(Uint8Array.of(0, 1), [1])).toEqual({rows: 1, positives: 1, rate: 1});
    expect(rateOf(Uint8Array.of(), []).rate).toBeNull();
    const split = {
      train: Uint32Array.of(0),
      test: Uint32Array.of(2),
      embargoed: Uint32Array.of(1),
      boundary: 0
    };
    expect(ratesBySplit(table, split)).toEqual({
      before: {rows: 2, positives: 1, rate: 0.5},
      train: {rows: 1, positives: 0, rate: 0},
      test: {rows: 1, positives: 0, rate: 0}
    });
  });
});

describe("flagging the riskiest", () => {
  it("takes that share of the rows and counts what it catches", () => {
    const flagging = flagRiskiest(Uint8Array.of(0, 0, 0, 1), [0.1, 0.2, 0.3, 0.9], 0.25);
    expect(flagging).toMatchObject({flagged: 1, lift: 4, precision: 1, recall: 1, threshold: 0.9});
    expect(flagRiskiest(Uint8Array.of(0, 1, 0, 1), [0.1, 0.2, 0.3, 0.9], 1).flagged).toBe(4);
    const hundred = Array.from({length: 100}, (_, row) => row / 100);
    for (let percent = 1; percent <= 100; percent++)
      expect(flagRiskiest(new Uint8Array(100), hundred, percent / 100).flagged).toBe(percent);
  });

  it("says nothing where there is nothing", () => {
    expect(flagRiskiest(Uint8Array.of(), [], 0.1)).toMatchObject({flagged: 0, lift: null, precision: null});
    expect(flagRiskiest(Uint8Array.of(0, 0), [0.1, 0.2], 0.5)).toMatchObject({lift: null, recall: null});
  });
});

describe.skipIf(!existsSync(olistDir ?? ""))("the real shop", () => {
  it("lets lateness be predicted for the last fifth of the orders, better than eleven plain features do", async () => {
    const marts = await openMarts(await realMarts());
    const rows = await marts.rows<Record<string, unknown>>(latenessSql);
    marts.close();
    const table = latenessTable(
      Object.fromEntries(Object.keys(rows[0]).map((name) => [name, rows.map((row) => row[name])]))
    );
    const choice = {...parameters, C: 0.01, steps: 100};
    const prepared = prepare(table, choice);
    if (!prepared.ok) throw new Error(prepared.message);
    const result = await train(prepared.value, choice, plainWorld);
    if (!result.ok) throw new Error(result.message);
    const {evaluation, check} = result.value;
    const rates = ratesBySplit(table, prepared.value.split);
    expect(rates.train.rate).toBeCloseTo(0.076, 2);
    expect(rates.test.rate).toBeCloseTo(0.035, 3);
    expect(evaluation.auc).toBeGreaterThan(0.77);
    expect(evaluation.aucInterval!.low).toBeGreaterThan(0.75);
    expect(check.gap).toBeLessThan(1e-5);
  }, 240_000);
});
