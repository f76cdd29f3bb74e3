import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {examplesOf} from "../../../lib/features/matrix.js";
import {latenessExamples} from "../../../lib/features/latenessExamples.js";
import type {ModelSpec} from "../../../lib/learn/families.js";
import {briefSpecs} from "../../../lib/learn/families.js";
import {finish} from "../../../lib/learn/finish.js";
import {fit} from "../../../lib/pipeline/fit.js";
import type {LabExamples} from "../../../lib/pipeline/fitting.js";
import type {LabelName} from "../../../lib/pipeline/question.js";
import {keyOf, scoringStatement} from "../../../lib/pipeline/scoringStatement.js";
import {servedRates, servedScores} from "../../../lib/pipeline/serving.js";
import {workbench} from "../../../lib/pipeline/workbench.js";
import {latenessSql, latenessTable} from "../../../lib/learn/lateness.js";
import {largestDifference} from "../../../lib/model/difference.js";
import type {OpenMarts} from "../../support/marts.js";
import {openMarts, smallMarts} from "../../support/marts.js";
import {byColumn, featureRows} from "../features/tables.js";

const asof = "2018-01-01";
const parameters = {cutoff: `${asof}T00:00:00`, horizon: 90, strict: false};

let open: OpenMarts;
beforeAll(async () => {
  open = await openMarts(await smallMarts());
}, 120_000);
afterAll(() => open.close());

async function examplesFor(label: LabelName): Promise<LabExamples> {
  if (label === "late")
    return latenessExamples(latenessTable(byColumn(await open.rows<Record<string, unknown>>(latenessSql))));
  const read = examplesOf(byColumn(await featureRows(open, parameters)), {
    label: label === "recency" ? {kind: "recency", days: 150} : {kind: "forward"},
    preset: label === "forward" ? "forward" : "brief"
  });
  if (!read.ok) throw new Error(read.message);
  const {city, ...examples} = read.value;
  const column = examples.columns.findIndex(({name}) => name === "city_churn_rate");
  return label === "forward" ? examples : {...examples, city: {codes: city, column}};
}

const specs: ModelSpec[] = [
  {...briefSpecs.logistic, C: 1, l1Ratio: 0},
  {...briefSpecs.forest, trees: 8, minLeafRows: 5},
  {...briefSpecs.xgboost, rounds: 12, eta: 0.3, alpha: 0, lambda: 1}
];

const cases = (["forward", "recency", "late"] as const).flatMap((label) =>
  specs.map((spec) => [label, spec.family, spec] as const)
);

describe("the statement that scores everybody", () => {
  it.each(cases)("predicts %s in DuckDB as %s does in the tab", async (label, _, spec) => {
    const data = await examplesFor(label);
    const train = Uint32Array.from(data.labels.keys()).filter((row) => row % 4 > 0);
    const test = Uint32Array.from(data.labels.keys()).filter((row) => row % 4 === 0);
    const fitted = finish(fit(workbench(data), {spec, balance: "none", train, test, seed: 1}));
    if (!fitted.ok) throw new Error(fitted.message);
    const {model, probabilities} = fitted.value;
    const rates = servedRates(data, train);
    if (!rates.ok) throw new Error(rates.message);
    const own = servedScores(data, model, {rates: rates.value});
    expect(
      largestDifference(
        Float64Array.from(test, (row) => own[row]),
        probabilities
      )
    ).toBeLessThan(1e-12);

    const question = {label, asof, horizon: parameters.horizon, strict: false};
    const sql = scoringStatement(model, {question, columns: data.columns, rates: rates.value});
    expect(sql).toMatch(/^with (features|people) as \(/);
    if (spec.family === "logistic") expect(sql.includes("city_rates(code, rate)")).toBe(label === "recency");
    const key = keyOf(question);
    const rows = await open.rows<Record<string, number>>(`from (${sql}) order by ${key}`);
    expect(rows).toHaveLength(own.length);
    if (key === "customer_key") expect(rows.map((row) => row[key])).toEqual([...data.keys]);
    const scored = Float64Array.from(rows, ({probability}) => probability);
    expect(Math.max(...scored) - Math.min(...scored)).toBeGreaterThan(1e-4);
    expect(largestDifference(scored, own)).toBeLessThan(1e-9);
  });

  it("names the key of what is scored", () => {
    expect(keyOf({label: "late"})).toBe("order_key");
    expect(keyOf({label: "rule"})).toBe("customer_key");
  });
});

describe("the rates that a model is served with", () => {
  const labels = Uint8Array.of(1, 0, 1, 0, 1);
  const city = {codes: Int32Array.of(0, 0, 1, 1, 2), column: 0};

  it("are shrunk shares of all training rows, and the rate of all for a city without any", () => {
    const rates = servedRates({labels, city}, Uint32Array.of(0, 1, 2, 3));
    expect(rates).toEqual({ok: true, value: Float32Array.of(0.5, 0.5, 0.5)});
    const uneven = servedRates({labels, city}, Uint32Array.of(0, 1, 2));
    if (!uneven.ok || !uneven.value) throw new Error("no rates");
    const mean = 2 / 3;
    expect([...uneven.value]).toEqual(
      [(1 + 50 * mean) / 52, (1 + 50 * mean) / 51, mean].map((rate) => Math.fround(rate))
    );
  });
  it("are none where no column depends on them, and a sentence with a single row", () => {
    expect(servedRates({labels}, Uint32Array.of(0, 1))).toEqual({ok: true, value: undefined});
    expect(servedRates({labels, city}, Uint32Array.of(0)).ok).toBe(false);
  });
});

describe("served scores", () => {
  it("find a model's columns by name, and say which is missing", async () => {
    const data = await examplesFor("late");
    const model = {
      kind: "linear" as const,
      features: ["price", "items"],
      intercept: 0,
      coefficients: Float64Array.of(0.01, 1),
      mean: Float64Array.of(0, 0),
      deviation: Float64Array.of(1, 1),
      median: Float64Array.of(0, 0)
    };
    const at = (name: string) => data.values[data.columns.findIndex((column) => column.name === name)][3];
    const odds = 0.01 * at("price") + at("items");
    expect(servedScores(data, model)[3]).toBeCloseTo(1 / (1 + Math.exp(-odds)), 12);
    expect(() => servedScores(data, {...model, features: ["price", "mood"]})).toThrow('no column "mood"');
  });
});
