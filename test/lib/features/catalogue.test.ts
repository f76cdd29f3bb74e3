import {expect, it} from "vitest";
import {columnsOf, featureGroups, featureNamed, features, groupOf} from "../../../lib/features/catalogue.js";
import {presetFeatures, presets} from "../../../lib/features/presets.js";

const numbers = (list: readonly {number: number}[]) => list.map(({number}) => number);

it("lists 78 features, 75 numbers and 3 categories, in eight groups", () => {
  expect(numbers(features)).toEqual(Array.from({length: 78}, (_, i) => i + 1));
  expect(new Set(features.map(({name}) => name)).size).toBe(78);
  expect(featureGroups.map(({letter, features: {length}}) => `${letter}${length}`).join(" ")).toBe(
    "A16 B14 C10 D9 E11 F8 G5 H5"
  );
  expect(numbers(features.filter(({kind}) => kind === "category"))).toEqual([31, 53, 77]);
  expect(numbers(features.filter(({kind}) => kind === "flag"))).toEqual([16, 49]);
});

it("becomes 94 columns of different names", () => {
  const columns = features.flatMap(columnsOf);
  expect(columns).toHaveLength(94);
  expect(new Set(columns.map(({name}) => name)).size).toBe(94);
  expect(columns.filter(({kind}) => kind === "level")).toHaveLength(19);
  expect(columnsOf(features[15])).toEqual([
    {name: "is_repeat_customer", feature: "is_repeat_customer", kind: "flag"}
  ]);
  expect(columnsOf(features[76]).map(({name}) => name)).toEqual(
    ["N", "NE", "CO", "SE", "S"].map((region) => `customer_region=${region}`)
  );
});

it("marks what goes into the rule label, and what pins the last order", () => {
  const marked = (leak: string) => numbers(features.filter((feature) => feature.leak === leak));
  expect(marked("input")).toEqual([1, 2, 6]);
  expect(marked("proxy")).toEqual([4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 46, 47, 48, 49, 66, 76]);
  expect(marked("fold")).toEqual([75]);
  expect(numbers(features.filter(({forward}) => forward === "earlier window"))).toEqual([75]);
});

it("leaves missing what its definition cannot say, and nothing else", () => {
  expect(numbers(features.filter(({absent}) => absent === "missing"))).toEqual([
    6, 7, 8, 9, 40, 59, 60, 61, 62, 63, 64, 65, 67, 68, 69, 70, 72
  ]);
});

it("has presets of 78, 57 and 78 features", () => {
  expect(presets.map((preset) => presetFeatures(preset).length)).toEqual([78, 57, 78]);
  const free = numbers(presetFeatures("leak-free"));
  expect(free).toContain(75);
  expect(
    [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 46, 47, 48, 49, 66, 76].filter((n) =>
      free.includes(n)
    )
  ).toEqual([]);
});

it("defines each feature in a sentence, under the name of the brief", () => {
  for (const {definition} of features) expect(definition).toMatch(/^[A-Z0-9(].{15,}\.$/);
  const named = {
    recency_days: 1,
    frequency: 2,
    monetary_value: 3,
    days_since_first_purchase: 4,
    customer_lifetime_days: 5,
    avg_days_between_orders: 6,
    purchase_velocity: 10,
    order_frequency_trend: 11,
    preferred_payment_method: 31,
    weekend_shopper_ratio: 41,
    category_diversity: 50,
    brand_loyalty_score: 55,
    price_sensitivity: 58,
    review_engagement_score: 71,
    state_avg_order_value: 74,
    city_churn_rate: 75,
    regional_seasonality: 76
  };
  for (const [name, number] of Object.entries(named)) expect(featureNamed(name)?.number).toBe(number);
  expect(groupOf(features[0])).toEqual({letter: "A", title: "Recency, frequency, value, tempo"});
});
