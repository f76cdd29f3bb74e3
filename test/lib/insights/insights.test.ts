import {describe, expect, it} from "vitest";
import type {Claim} from "../../../lib/insights/claims.js";
import {claimsOf, verdictOf} from "../../../lib/insights/claims.js";
import {activeWithin, byBriefsRule, daysForShare} from "../../../lib/insights/churnRule.js";
import {shopFacts} from "../../../lib/insights/facts.js";
import {groupRates} from "../../../lib/insights/groupRates.js";
import type {Manifest} from "../../../lib/marts/manifest.js";
import {startsOf} from "../../../lib/retention/purchases.js";
import {dayOf} from "../../../lib/days.js";
import type {Made} from "../retention/support.js";
import {purchasesFrom} from "../retention/support.js";

const end = dayOf(new Date("2018-09-01"));
const about = {inputs: [{rows: 10}, {rows: 5}]} as Manifest;
const factsOf = (orders: readonly Made[]) => shopFacts(purchasesFrom(orders), about, end);

const orders: Made[] = [
  {person: 1, day: "2018-01-05", price: 1000, score: 5, late: false, payment: "credit_card"},
  {person: 1, day: "2018-02-05", price: 500, score: 4, late: false, state: "RJ"},
  {person: 2, day: "2018-01-20", price: 300, score: 1, late: true, payment: "boleto"},
  {person: 3, day: "2018-08-31", price: 200, score: 2, late: true, payment: "credit_card"},
  {person: 4, day: "2018-08-31", price: 900, delivered: false}
];

describe("churn by the brief's rule", () => {
  it("gives frequent buyers 180 days, repeat buyers 365, others 540", () => {
    const shop = purchasesFrom([
      {person: 1, day: "2018-01-01"},
      {person: 1, day: "2018-02-01"},
      {person: 2, day: "2017-10-01"},
      {person: 2, day: "2018-02-01"},
      {person: 3, day: "2017-06-01"},
      {person: 4, day: "2016-06-01"}
    ]);
    expect(byBriefsRule(shop, startsOf(shop.person), end)).toEqual({people: 4, active: 2});
  });

  it("finds the cut that comes nearest to a share", () => {
    const shop = purchasesFrom(
      Array.from({length: 10}, (_, person) => ({person, day: `2018-08-${String(10 + person)}`}))
    );
    const counts = activeWithin(shop, startsOf(shop.person), dayOf(new Date("2018-08-19")));
    expect([...counts]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(daysForShare(counts, 0.42)).toEqual({days: 3, active: 4});
  });
});

describe("rates by group", () => {
  it("are compared with the largest group, small groups left out", () => {
    const shop = purchasesFrom([
      ...Array.from({length: 6}, (_, person) => ({person, day: "2018-01-01", payment: "card"})),
      {person: 0, day: "2018-02-01", payment: "card"},
      ...Array.from({length: 4}, (_, i) => ({person: 10 + i, day: "2018-01-01", payment: "boleto"})),
      {person: 20, day: "2018-01-01", payment: "voucher"}
    ]);
    const rates = groupRates(shop, startsOf(shop.person), shop.payment, 2);
    expect(rates.map(({group, people, again}) => [group, people, again])).toEqual([
      ["card", 6, 1],
      ["boleto", 4, 0]
    ]);
    expect(rates[0].difference).toBeNull();
    expect(rates[1].difference?.value).toBeCloseTo(-1 / 6, 12);
    expect(rates[1].difference?.low).toBeLessThan(-1 / 6);
    expect(groupRates(purchasesFrom([]), Int32Array.of(0), shop.payment)).toEqual([]);
  });
});

describe("facts of a shop", () => {
  const facts = factsOf(orders);

  it("count what the files hold", () => {
    expect(facts).toMatchObject({fileRows: 15, orders: 5, people: 4, items: 5, repeaters: 1});
    expect(facts.delivered).toEqual({orders: 4, people: 3, revenue: 2000});
    expect(facts.meanRevenue).toBeCloseTo(2000 / 3, 12);
    expect(facts.monthOne).toEqual({active: 1, observed: 2});
    expect(facts.peak).toMatchObject({month: new Date("2018-01-01"), orders: 2});
    expect(facts.late).toMatchObject({orders: 2, mean: 1.5, lowest: 0.5});
    expect(facts.state).toMatchObject({name: "SP", orders: 0.8, revenue: 0.75});
  });

  it("stand without a delivered order, and of one", () => {
    const none = factsOf([{person: 1, day: "2018-01-05", delivered: false}]);
    expect(none).toMatchObject({meanRevenue: null, topFifth: null, gini: null, late: null, repeaters: 0});
    for (const claim of claimsOf(none, null)) {
      expect(Number.isNaN(claim.found ?? 0)).toBe(false);
      expect(claim.note + claim.definition).not.toMatch(/NaN|undefined|Infinity/);
    }
    expect(factsOf([{person: 1, day: "2018-01-05"}]).topFifth).not.toBeNaN();
  });
});

describe("the ledger of claims", () => {
  const claim = (rest: Partial<Claim>): Claim => ({
    ...{claim: "", kind: "share", stated: 0.5, found: 0.5, tolerance: 0.01, definition: "", note: ""},
    ...rest
  });

  it("judges by the numbers", () => {
    const other = {found: 0.505, definition: ""};
    expect(
      [{}, {found: 0.7}, {found: 0.7, other}, {found: null}, {found: 0.7, other: {...other, found: 0.8}}].map(
        (rest) => verdictOf(claim(rest))
      )
    ).toEqual([
      "holds",
      "does not hold",
      "holds by another definition",
      "cannot be computed",
      "does not hold"
    ]);
  });

  it("reads models where there are some", () => {
    const models = {accuracy: {xgboost: 0.99}, horizon: 180, baseline: 0.99, importance: {recency_days: 0.2}};
    const found = new Map(claimsOf(factsOf(orders), models).map((one) => [one.claim, one.found]));
    expect(found.get("Accuracy of XGBoost")).toBe(0.99);
    expect(found.get("Accuracy of Random Forest")).toBeNull();
    expect(found.get("Importance of Recency days")).toBe(0.2);
  });
});
