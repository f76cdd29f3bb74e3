import {expect, it} from "vitest";
import {modelShap} from "../../../lib/explain/modelShap.js";
import {finish} from "../../../lib/learn/finish.js";
import {scoreColumns} from "../../../lib/model/model.js";
import {nearestName} from "../../../lib/serve/nearestName.js";
import {packed, unpacked} from "../../../lib/serve/packed.js";
import type {PackedModel} from "../../../lib/serve/packed.js";
import {labelOf, predictor} from "../../../lib/serve/predictor.js";
import {columnsOf, features, madeUpCustomers, madeUpServed} from "./support.js";

const kinds = ["linear", "logit", "mean"] as const;

it.each(kinds)(
  "a %s model's predictions are those of the tab to the last bit, one by one and by column",
  (kind) => {
    const served = madeUpServed(kind);
    const customers = madeUpCustomers(served.fields, 300);
    const expected = scoreColumns(served.model, columnsOf(served, customers));
    const {predict, predictBatch} = predictor(served);
    const columns = Object.fromEntries(
      served.fields.map(({name}) => [name, customers.map((one) => one[name])])
    );
    const batch = predictBatch(columns);
    expect(batch).toEqual({ok: true, value: expected});
    customers.forEach((customer, row) => {
      const one = predict(customer);
      if (!one.ok) throw new Error(one.message);
      expect(one.value.probability).toBe(expected[row]);
      expect(one.value.label).toBe(labelOf(served, expected[row]));
    });
    expect(new Set(expected).size).toBeGreaterThan(20);
  }
);

it.each(kinds)("a %s model's contributions are its SHAP values, and add up to the score", (kind) => {
  const served = madeUpServed(kind);
  const customers = madeUpCustomers(served.fields, 20);
  const {base, contributions} = finish(modelShap(served.model, columnsOf(served, customers)));
  const factor = kind === "mean" ? 100 : 1;
  customers.forEach((customer, row) => {
    const one = predictor(served).predict(customer, 2);
    if (!one.ok) throw new Error(one.message);
    const {score, contributions: top, others} = one.value;
    expect(one.value.base).toBeCloseTo(base / factor, 12);
    expect(top.length).toBeLessThanOrEqual(2);
    expect(one.value.base + top.reduce((sum, {contribution}) => sum + contribution, others)).toBeCloseTo(
      score,
      10
    );
    for (const {feature, contribution} of top) {
      const own = features.flatMap((name, j) =>
        name.split("=")[0] === feature ? [contributions[j][row]] : []
      );
      expect(contribution).toBeCloseTo(own.reduce((sum, value) => sum + value, 0) / factor, 10);
    }
  });
});

it.each(kinds)("a %s model packed into JSON scores to the same bit", (kind) => {
  const served = madeUpServed(kind, 3);
  const columns = columnsOf(served, madeUpCustomers(served.fields, 200));
  const model = {
    ...served.model,
    calibration: {
      method: "isotonic" as const,
      scores: Float64Array.of(0.2, 0.6),
      probabilities: Float64Array.of(0.1, 0.9)
    }
  };
  const back = unpacked(JSON.parse(JSON.stringify(packed(model))) as PackedModel);
  expect(scoreColumns(back, columns)).toEqual(scoreColumns(model, columns));
});

it("a label is that to be found from its threshold on", () => {
  expect([0.4, 0.5, 0.6].map((p) => labelOf({found: 1, threshold: 0.5}, p))).toEqual([0, 1, 1]);
  expect([0.4, 0.5, 0.6].map((p) => labelOf({found: 0, threshold: 0.5}, p))).toEqual([0, 0, 1]);
});

it("the nearest name is found, and none that is far", () => {
  expect(nearestName("recensy_days", ["frequency", "recency_days"])).toBe("recency_days");
  expect(nearestName("Recency days", ["frequency", "recency_days"])).toBe("recency_days");
  expect(nearestName("shoe_size", ["frequency", "recency_days"])).toBeUndefined();
});
