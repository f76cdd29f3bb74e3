import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {drawsFrom} from "../../../lib/distributions/draws.js";
import type {Progress} from "../../../lib/driven.js";
import {finish} from "../../../lib/learn/finish.js";
import type {Interval} from "../../../lib/metrics/percentileInterval.js";
import {randomSource} from "../../../lib/random/source.js";
import {distinctCases} from "../../../lib/value/distinctCases.js";
import {gammaGamma} from "../../../lib/value/gammaGamma.js";
import type {LifetimeTerms} from "../../../lib/value/lifetimeValue.js";
import {lifetimeValue, purchaseModels} from "../../../lib/value/lifetimeValue.js";
import {mbgNbd} from "../../../lib/value/mbgNbd.js";
import type {Transactions} from "../../../lib/value/purchaseDays.js";
import {repeatSummary} from "../../../lib/value/repeatSummary.js";
import {given, near, refusal, unshowable} from "./support.js";

/** The day before a cutoff. */
const end = 699;
const asked: LifetimeTerms = {
  ...{model: "mbg", end, horizon: 8, margin: 0.5, discountRate: 0.1},
  ...{holdout: 20, seed: 1}
};
const run = (transactions: Transactions, terms: Partial<LifetimeTerms> = {}) =>
  finish(lifetimeValue(transactions, {...asked, ...terms}));
const told = (transactions: Transactions, terms: Partial<LifetimeTerms> = {}) =>
  given(run(transactions, terms));

type Row = [person: number, day: number, amount: number];
const columns = (rows: readonly Row[]): Transactions => ({
  person: Int32Array.from(rows, ([person]) => person),
  day: Int32Array.from(rows, ([, day]) => day),
  amount: Float64Array.from(rows, ([, , amount]) => amount)
});

/** Customers who come in 15 months of four weeks, and buy and leave as the BG/NBD model says, once in one at most. */
function rowsOf(customers: number): Row[] {
  const random = randomSource(4);
  const draws = drawsFrom(random);
  return Array.from({length: customers}, (_, person) => {
    const bought: Row[] = [];
    const usual = 50 / draws.gamma(3);
    const rate = draws.gamma(0.5) / 12;
    const leaves = draws.beta(0.8, 2.5);
    for (let week = 4 * Math.floor(15 * random()); week < 100; week -= Math.log(1 - random()) / rate) {
      bought.push([person, 28 * Math.floor(week / 4), usual * draws.gamma(5)]);
      if (bought.length > 1 && random() < leaves) break;
    }
    return bought;
  }).flat();
}
const count = 100;
const rows = rowsOf(count);
const shop = columns(rows);
const found = told(shop);
const someRows = rowsOf(40);
const someShop = columns(someRows);
const some = told(someShop);
const summary = repeatSummary(shop, {end, unit: 7});

describe("lifetime value", () => {
  it("is made of the two models, customer by customer", () => {
    const {x, tx, T, zbar} = summary;
    const {parameters} = given(mbgNbd.fit(distinctCases(x, tx, T)));
    expect(found.purchases.parameters).toEqual(parameters);
    const spending = given(gammaGamma.fit(summary));
    const week = told(shop, {horizon: 1});
    const expected = x.map((_, row) => row);
    const each = Array.from(expected, (row) => ({
      purchases: mbgNbd.expectedPurchasesGiven(parameters, 1, x[row], tx[row], T[row]),
      amount: gammaGamma.expectedAmount(spending.parameters, x[row], zbar[row]) ?? NaN
    }));
    const sum = (of: (one: (typeof each)[number]) => number) => each.reduce((all, one) => all + of(one), 0);
    near(
      week.expected,
      sum(({purchases}) => purchases),
      1e-9
    );
    const worth = sum(({purchases, amount}) => purchases * amount * 0.5) / 1.1 ** (7 / 365.25) / count;
    near(week.value, worth, 1e-9);
  });

  it("counts customers, those who came back, and what they brought until the last day", () => {
    const again = new Map<number, Set<number>>();
    for (const [person, day] of rows) again.set(person, (again.get(person) ?? new Set()).add(day));
    expect(found).toMatchObject({
      customers: count,
      repeaters: [...again.values()].filter(({size}) => size > 1).length,
      longest: (end - rows.reduce((first, [, day]) => Math.min(first, day), end)) / 7,
      spendingNote: null,
      holdoutNote: null
    });
    near(found.historic, rows.reduce((sum, [, , amount]) => sum + amount, 0) / count, 1e-12);
  });

  it("knows the last day, and nothing of the next or of the time of day", () => {
    const more = columns([...rows, [0, end + 1, 1e6], [999, end + 1, 1e6]]);
    expect(told({...more, day: Float64Array.from(more.day, (day) => day + 0.9)})).toEqual(found);
    expect(told(columns([...someRows, [999, end, 50]])).customers).toBe(41);
  });

  it("ranks customers by their value, with weeks since the last purchase", () => {
    const {ranked} = found;
    expect(ranked).toHaveLength(100);
    for (let i = 1; i < ranked.length; i++)
      expect(ranked[i].value).toBeLessThanOrEqual(ranked[i - 1].value ?? NaN);
    for (const {person, x, idle, alive} of ranked) {
      const days = rows.filter(([who]) => who === person).map(([, day]) => day);
      expect(x).toBe(new Set(days).size - 1);
      near(idle, (end - Math.max(...days)) / 7, 1e-12);
      expect(alive).toBeGreaterThanOrEqual(0);
      expect(alive).toBeLessThanOrEqual(1);
    }
  });

  it("has all customers' purchases and value in the list, where it holds them all", () => {
    expect(some.ranked).toHaveLength(40);
    const sum = (of: "expected" | "value") => some.ranked.reduce((all, one) => all + (one[of] ?? NaN), 0);
    near(sum("expected"), some.expected, 1e-9);
    near(sum("value"), 40 * some.value, 1e-9);
  });

  it("rises with the horizon and the margin, and falls with the discount rate", () => {
    const longer = told(shop, {horizon: 24});
    expect(longer.expected).toBeGreaterThan(found.expected);
    expect(longer.value).toBeGreaterThan(found.value);
    const dear = told(shop, {discountRate: 0.5});
    expect(dear.value).toBeLessThan(found.value);
    expect(dear.expected).toBe(found.expected);
    near(told(someShop, {margin: 1}).value, 2 * some.value, 1e-12);
  });

  it("has intervals about the estimates, with every model", () => {
    for (const model of purchaseModels) {
      const {expected, expectedInterval, value, valueInterval, resamples} =
        model === asked.model ? found : told(shop, {model});
      expect(resamples).toBeGreaterThan(5);
      for (const [middle, interval] of [
        [expected, expectedInterval],
        [value, valueInterval]
      ] as const) {
        expect(interval?.low).toBeLessThan(middle);
        expect(interval?.high).toBeGreaterThan(middle);
      }
    }
  });

  it("is the less certain of the value the more customers differ in what they spend", () => {
    const calm = told(columns(rows.map(([person, day], i) => [person, day, 50 + (i % 3)])));
    expect(calm.expectedInterval).toEqual(found.expectedInterval);
    const width = (interval: Interval | null) => Math.log((interval?.high ?? NaN) / (interval?.low ?? NaN));
    near(width(calm.valueInterval), width(calm.expectedInterval), 0.1);
    expect(width(found.valueInterval)).toBeGreaterThan(1.05 * width(calm.valueInterval));
  });

  it("is the same for the same seed, another seed changes intervals alone", () => {
    expect(told(shop)).toEqual(found);
    const {expectedInterval, valueInterval, ...rest} = told(shop, {seed: 2});
    expect(found).toMatchObject(rest);
    expect(expectedInterval).not.toEqual(found.expectedInterval);
    expect(valueInterval).not.toEqual(found.valueInterval);
  });

  it("does not depend on the order of the rows, or on who has which number", () => {
    const others = rows.map(([person, day, amount]): Row => [count - 1 - person, day, amount]);
    const renumbered = told(columns(others.reverse()));
    near(renumbered.expected, found.expected, 1e-9);
    near(renumbered.value, found.value, 1e-6);
    for (const of of ["expectedInterval", "valueInterval"] as const)
      for (const at of ["low", "high"] as const)
        near(renumbered[of]?.[at] ?? NaN, found[of]?.[at] ?? NaN, 1e-4);
  });

  it("tells how far it is, and never goes back", () => {
    const shares = Array.from(lifetimeValue(someShop, asked) as Iterable<Progress>, ({share}) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThan(1);
  });
});

describe("lifetime value at its ends", () => {
  const pair: Row[] = [
    [0, 0, 10],
    [0, 70, 30],
    [1, 14, 20]
  ];

  it("refuses with a sentence: nobody, one customer, nobody who came back, a cutoff before all", () => {
    expect(refusal(run(columns([])))).toBe("customers");
    expect(refusal(run(columns(pair.slice(0, 2))))).toBe("customers");
    expect(refusal(run(columns([pair[0], pair[2]])))).toBe("repeats");
    expect(refusal(run(shop, {end: -1}))).toBe("customers");
  });

  it("refuses with a sentence where all orders are of one day, or of the last", () => {
    const day = (when: number) => columns(rows.map(([person, , amount]) => [person, when, amount]));
    expect(refusal(run(day(300)))).toBe("repeats");
    expect(refusal(run(day(end)))).toBe("time");
  });

  it("refuses terms that have no value", () => {
    for (const terms of [
      {horizon: -1},
      {horizon: NaN},
      {margin: NaN},
      {discountRate: -1},
      {discountRate: -2}
    ])
      expect(refusal(run(someShop, terms))).toBe("terms");
  });

  it("is nothing over no time, and without a margin: no interval of 0 to 0", () => {
    expect(told(someShop, {margin: 0})).toMatchObject({value: 0, valueInterval: null});
    const now = told(someShop, {horizon: 0});
    expect(now).toMatchObject({expected: 0, expectedInterval: null, value: 0, valueInterval: null});
    expect(unshowable(now)).toEqual([]);
  });

  it("says why there is no value without revenue, and still expects purchases", () => {
    const free = told(columns(someRows.map(([person, day]) => [person, day, 0])));
    expect(free).toMatchObject({spending: null, value: 0, valueInterval: null, historic: 0});
    expect(free.spendingNote).toMatch(/^[A-Z].*\.$/);
    near(free.expected, some.expected, 1e-12);
    expect(unshowable(free)).toEqual([]);
  });

  it("says why there is no value where amounts have no mean, rather than counting newcomers as worth nothing", () => {
    const wild = told(
      columns(
        rows.map(([person, day], i) => [person, day, (count / (person + 0.5)) ** 2 * (1 + 0.2 * (i % 3))])
      )
    );
    expect(wild).toMatchObject({spending: null, value: 0, valueInterval: null});
    expect(wild.spendingNote).toMatch(/differ so much/);
  });

  it("says why the model could not be checked", () => {
    const unchecked = told(someShop, {holdout: 1000});
    expect(unchecked.holdout).toBeNull();
    expect(unchecked.holdoutNote).toMatch(/^[A-Z].*\.$/);
    expect({...unchecked, holdout: some.holdout, holdoutNote: null}).toEqual(some);
  });

  it("claims no certainty where all customers are alike", () => {
    const alike = told(
      columns(
        Array.from({length: 20}, (_, person): Row[] => [
          [person, 0, 10],
          [person, 70, 10],
          [person, 350, 10]
        ]).flat()
      )
    );
    expect(alike).toMatchObject({expectedInterval: null, valueInterval: null, spending: null});
    expect(alike.purchases.note).not.toBeNull();
    expect(unshowable(alike)).toEqual([]);
  });

  it("never shows what is no number, whoever comes", () => {
    const row = fc.tuple(fc.nat(5), fc.integer({min: 0, max: end + 20}), fc.nat(50)) as fc.Arbitrary<Row>;
    fc.assert(
      fc.property(
        fc.array(row, {maxLength: 25}),
        fc.constantFrom(...purchaseModels),
        fc.integer({min: 4, max: 78}),
        (drawn, model, holdout) => {
          const result = run(columns(drawn), {model, holdout});
          if (result.ok) expect(unshowable(result.value)).toEqual([]);
          else refusal(result);
        }
      ),
      {numRuns: 15}
    );
  });
});
