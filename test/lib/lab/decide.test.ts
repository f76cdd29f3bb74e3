import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {excelCsv} from "../../../lib/csv/csvForm.js";
import {csvText} from "../../../lib/csv/csvText.js";
import {prepareDecision} from "../../../lib/decide/prepareDecision.js";
import {resampleDecision} from "../../../lib/decide/resampleDecision.js";
import {finish} from "../../../lib/learn/finish.js";
import {randomSource} from "../../../lib/random/source.js";
import {parseState} from "../../../lib/state/parseState.js";
import type {DecisionView} from "../../../lib/lab/decide.js";
import {aimOf, ownValues, valueColumn} from "../../../lib/lab/decide.js";
import {forShop} from "../../../src/components/models/decide/list.js";
import {decisionNow} from "../../../lib/lab/decideNow.js";
import {decisionParameters} from "../../../lib/lab/decisionParameters.js";
import {version} from "../../../lib/version.js";
import {tiny} from "../../../src/components/models/decide/filesCheck.js";
import type {LabOutcome} from "../../../lib/lab/train.js";

const {values: defaults} = parseState(decisionParameters, "");
const rows = 400;
const scores = Float64Array.from({length: rows}, (_, row) => 1 - row / rows);
const labels = Uint8Array.from(scores, (score, row) => Number((row * 7) % 10 < 10 * score));
const values = Float64Array.from({length: rows}, (_, row) => 100 * (row % 50));

function viewOf(own: boolean): DecisionView {
  const decision = prepareDecision(labels, scores, own ? values : undefined);
  const resampled = (by: "rows" | "threshold") =>
    finish(resampleDecision(decision, {by, random: randomSource(1), resamples: 50, points: 40}));
  return {
    decision,
    byRows: resampled("rows"),
    byThreshold: resampled("threshold"),
    labels,
    scores,
    scale: 5,
    ownValues: own,
    aim: aimOf("lost", "rule", 0.8)
  } as DecisionView;
}

describe("whom a campaign seeks out", () => {
  it("are the rarer of the two where the label looks ahead, else the lost", () => {
    expect(aimOf("auto", "forward", 0.98).label).toBe(0);
    expect(aimOf("auto", "forward", 0.25).label).toBe(1);
    expect(aimOf("auto", "rule", 0.98).label).toBe(1);
    expect(aimOf("back", "rule", 0.98).label).toBe(0);
    expect(aimOf("lost", "forward", 0.98).label).toBe(1);
  });
  it("are said to be few, or the others nearly all, only where they are", () => {
    for (const target of ["lost", "back"] as const) {
      expect(aimOf(target, "forward", 0.98).meaning).toMatch(/Nearly everybody is lost/);
      expect(aimOf(target, "forward", 0.7).meaning).not.toMatch(/Nearly everybody/);
      expect(aimOf(target, "forward", 0.25).meaning).not.toMatch(/Nearly everybody|Most are lost/);
    }
  });
  it("are late orders, whatever the address says, where deliveries are predicted", () => {
    expect(aimOf("back", "late", 0.1).label).toBe(1);
    expect(aimOf("back", "late", 0.1).words.many).toBe("orders");
  });
});

describe("each one's own value", () => {
  const data = {
    question: {label: "rule"},
    examples: {columns: [{name: "avg_order_value"}], values: [Float32Array.of(10.5, NaN, 3)]}
  };
  const outcome = {data} as unknown as LabOutcome;
  it("is read from its column in cents, 0 where it is missing", () => {
    expect([...(ownValues(outcome, "order", Uint32Array.of(2, 0, 1)) ?? [])]).toEqual([300, 1050, 0]);
  });
  it("is not there without the column, or where all count the same", () => {
    expect(ownValues(outcome, "own", Uint32Array.of(0))).toBeUndefined();
    expect(ownValues(outcome, "constant", Uint32Array.of(0))).toBeUndefined();
    expect([valueColumn("own", "rule"), valueColumn("own", "late")]).toEqual(["monetary_value", "price"]);
  });
});

describe("the list for the shop", () => {
  const row = {rank: 1, customer_key: 7, score: 0.25, expected_value: 3.999, held_out: true};
  const ids = {name: "customer_unique_id", of: new Map([[7, "0012"]])};
  it("names people as the shop does, and money by its currency with two decimals", () => {
    const listed = forShop([{...row, monetary_value: 525.7}], "customer_key", ids);
    expect(csvText(listed)).toBe(
      "rank,customer_unique_id,customer_key,score,expected_value_brl,held_out,monetary_value_brl\r\n" +
        "1,0012,7,0.25,4.00,true,525.70\r\n"
    );
    expect(csvText(listed, undefined, {...excelCsv, separator: ";", decimal: ","})).toContain(
      '\r\n1;"=""0012""";7;0,25;4,00;true;525,70\r\n'
    );
  });
  it("leaves the id of somebody unknown empty", () => {
    expect(forShop([{...row, customer_key: 8}], "customer_key", ids)[0].customer_unique_id).toBeNull();
  });
});

describe("what assumptions make of held-out rows", () => {
  const assumed = {...defaults, contact: 2, wrong: 5, saves: 0.1, worth: 160, capacity: 100, threshold: 0.75};
  const caught = labels.slice(0, 100).reduce((sum, label) => sum + label, 0);

  it("is the arithmetic of the campaign, inside its interval and below its best", () => {
    const now = decisionNow(viewOf(false), assumed);
    expect(now.chosen.caught).toBe(caught);
    expect(now.chosen.profit).toBeCloseTo(caught * 1600 - 100 * 200 - (100 - caught) * 500, 6);
    expect(now.band?.low).toBeLessThan(now.chosen.profit);
    expect(now.band?.high).toBeGreaterThan(now.chosen.profit);
    expect(now.best.profit).toBeGreaterThanOrEqual(now.within.profit);
    expect(now.within.profit).toBeGreaterThanOrEqual(now.chosen.profit);
    expect(now.cut.flagged).toBe(101);
    expect(now.everybody.flagged).toBe(rows);
  });
  it("stands for everybody where scaled: a fifth of the capacity, five times the profit, the same shares", () => {
    const plain = decisionNow(viewOf(false), assumed);
    const scaled = decisionNow(viewOf(false), {...assumed, capacity: 500, scaled: true});
    expect(scaled.rows).toBe(2000);
    expect(scaled.capacity).toBe(500);
    expect(scaled.chosen.profit).toBeCloseTo(5 * plain.chosen.profit, 6);
    expect(scaled.chosen.precision).toBe(plain.chosen.precision);
    expect(scaled.band?.low).toBeCloseTo(5 * (plain.band?.low ?? NaN), 6);
    expect(scaled.curve.at(-1)).toMatchObject({flagged: 2000, share: 1});
    expect(scaled.cut.threshold).toBe(plain.cut.threshold);
  });
  it("goes by each one's own value where there is one, else by the same for all", () => {
    const own = decisionNow(viewOf(true), {...assumed, worthBy: "own"});
    const worth = values.slice(0, 100).reduce((sum, value, row) => sum + value * labels[row], 0);
    expect(own.chosen.won).toBeCloseTo(0.1 * worth, 6);
    expect(decisionNow(viewOf(false), {...assumed, worthBy: "own"}).campaign.savedValue).toBe(16_000);
  });
  it("contacts no more than there are", () => {
    const all = decisionNow(viewOf(false), {...assumed, capacity: 100_000});
    expect(all.capacity).toBe(rows);
    expect(all.chosen.profit).toBe(all.everybody.profit);
  });
});

describe("a model's files", () => {
  let packaged: {version: string};
  beforeAll(() => {
    packaged = JSON.parse(readFileSync("package.json", "utf8")) as typeof packaged;
  });
  it("name the version of the software", () => {
    expect(version).toBe(packaged.version);
  });
  it("tell a small difference by its power of ten", () => {
    expect(tiny(2.2e-16)).toBe("2.2 · 10⁻¹⁶");
    expect(tiny(0)).toBe("0");
  });
});
