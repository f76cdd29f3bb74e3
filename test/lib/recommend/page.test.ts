import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {basketRevenue} from "../../../lib/recommend/basketRevenue.js";
import {codesOf} from "../../../lib/recommend/basketLines.js";
import {crossSell} from "../../../lib/recommend/crossSell.js";
import {findCustomers, mostProducts} from "../../../lib/recommend/findCustomers.js";
import {forCustomer} from "../../../lib/recommend/forCustomer.js";
import {itemFacts} from "../../../lib/recommend/itemFacts.js";
import {factorModels, recommenderNames} from "../../../lib/recommend/modelList.js";
import {recommendFromFile, recommenderFile} from "../../../lib/recommend/modelFile.js";
import {purchasesAt} from "../../../lib/recommend/purchasesAt.js";
import {fitShopModels} from "../../../lib/recommend/shopModels.js";
import {quasiIndependence} from "../../../lib/recommend/quasiIndependence.js";
import {csr} from "../../../lib/recommend/csr.js";
import {sharedPeople} from "../../../lib/recommend/sharedPeople.js";
import {similarItems} from "../../../lib/recommend/similarItems.js";
import {yearOf} from "../../../lib/recommend/yearOf.js";
import {linesOf, settings, smallShop} from "./shop.js";
import {valueOf} from "./support.js";

const shopOf = (rows: ReturnType<typeof smallShop>, factors = false) =>
  valueOf(finish(fitShopModels(linesOf(rows), {level: "product", mergeDays: false, settings, factors})));

describe("what the page of recommendations shows", () => {
  const rows = smallShop(3);
  const lines = linesOf(rows);

  it("numbers values in their own order", () => {
    expect(codesOf(["SP", "RJ", "SP"])).toEqual({values: ["RJ", "SP"], codes: Int32Array.of(1, 0, 1)});
    expect(codesOf([])).toEqual({values: [], codes: new Int32Array(0)});
  });

  it("counts orders of one day as one where asked", () => {
    const two = linesOf([
      {customer: 1, order: 10, day: 5, product: 1},
      {customer: 1, order: 11, day: 5, product: 2},
      {customer: 1, order: 12, day: 6, product: 3}
    ]);
    expect([...purchasesAt(two, "product", {mergeDays: false}).columns.order]).toEqual([0, 1, 2]);
    expect([...purchasesAt(two, "product", {mergeDays: true}).columns.order]).toEqual([0, 0, 2]);
  });

  it("knows items from the rows it is given alone", () => {
    const known = linesOf([
      {customer: 1, order: 1, day: 1, product: 5, category: "A", price: 200, pieces: 2},
      {customer: 2, order: 2, day: 9, product: 5, category: "B", price: 900},
      {customer: 2, order: 2, day: 9, product: 6, category: "B", price: 900}
    ]);
    const {price, category, priceBand} = itemFacts(known, "product", Uint32Array.of(0));
    expect([...price]).toEqual([100, NaN]);
    expect([...category]).toEqual([0, -1]);
    expect(priceBand[1]).toBe(-1);
  });

  it("recommends nothing that was bought, by every model, with a reason", () => {
    const models = shopOf(rows, true);
    expect([...models.models.keys()]).toEqual(recommenderNames);
    const found = forCustomer(lines, models, 4, {count: 5, filterBought: true});
    const own = new Set(found.bought.map(({product}) => product));
    expect(own.size).toBeGreaterThan(0);
    for (const {items} of found.models) {
      expect(items).toHaveLength(5);
      for (const {name, reason, price} of items) {
        expect(own.has(Number(name))).toBe(false);
        expect(reason.kind).toBeTruthy();
        expect(price).toBeGreaterThan(0);
      }
    }
    expect([...shopOf(rows).models.keys()].some((name) => factorModels.includes(name))).toBe(false);
  });

  it("does not hang on the order of people's numbers", () => {
    const renamed = rows.map((row) => ({...row, customer: 1000 - row.customer}));
    const sorted = [...renamed].sort((a, b) => a.customer - b.customer || a.order - b.order);
    const lists = (all: typeof rows, key: number) => {
      const own = linesOf(all);
      const person = own.person.values.indexOf(key);
      return forCustomer(own, shopOf(all), person, {count: 5, filterBought: true})
        .models.filter(({name}) => name !== "chance")
        .map(({items}) => items.map(({name}) => name));
    };
    expect(lists(sorted, 1000 - 7)).toEqual(lists(rows, 7));
  });

  it("finds items by the people they share", () => {
    const few = [
      {customer: 1, order: 1, day: 1, product: 1},
      {customer: 1, order: 1, day: 1, product: 2},
      {customer: 2, order: 2, day: 1, product: 1},
      {customer: 2, order: 3, day: 4, product: 2},
      {customer: 3, order: 4, day: 1, product: 1},
      {customer: 4, order: 5, day: 1, product: 9}
    ];
    const near = {count: 5, shrinkage: 1};
    expect(
      sharedPeople({byPerson: csr(1, 2, [0, 0], [0, 1]), byItem: csr(2, 1, [0, 1], [0, 0])}, 0).get(1)
    ).toBe(1);
    const found = similarItems(linesOf(few), shopOf(few), 0, near);
    expect(found.people).toBe(3);
    expect(found.similar).toHaveLength(1);
    expect(found.similar[0]).toMatchObject({name: 2, both: 2, people: 2});
    expect(found.similar[0].similarity).toBeCloseTo(2 / (Math.sqrt(6) + 1), 12);
    expect(found.similar[0].cosine).toBeCloseTo(2 / Math.sqrt(6), 12);
    expect(similarItems(linesOf(few), shopOf(few), 2, near).similar).toEqual([]);
  });

  it("tells how often categories go together, by orders and by people", () => {
    const few = linesOf([
      {customer: 1, order: 1, day: 1, product: 1, category: "A"},
      {customer: 1, order: 1, day: 1, product: 2, category: "B"},
      {customer: 2, order: 2, day: 1, product: 1, category: "A"},
      {customer: 2, order: 3, day: 2, product: 2, category: "B"},
      {customer: 3, order: 4, day: 1, product: 3, category: "B"}
    ]);
    const orders = crossSell(few, {together: "order", count: 5});
    expect([orders.all, orders.several, orders.categories]).toEqual([4, 1, ["A", "B"]]);
    const pair = orders.pairs.find(({from}) => from === "A");
    expect(pair).toMatchObject({to: "B", withFrom: 2, withTo: 3, both: 1, support: 0.25, confidence: 0.5});
    expect(pair?.ruleLift).toBeCloseTo(0.5 / 0.75, 12);
    expect(pair?.ratio).toBeCloseTo(1, 9);
    const people = crossSell(few, {together: "person", count: 5});
    expect([people.all, people.several]).toEqual([3, 2]);
    expect(people.pairs[0].both).toBe(2);
  });

  it("tells what categories do at random, with the margins of what they did", () => {
    // A meets all others alike, B and C avoid each other.
    const table = [0, 30, 30, 30, 30, 0, 2, 20, 30, 2, 0, 20, 30, 20, 20, 0];
    const expected = quasiIndependence(table, 4);
    const sums = (of: ArrayLike<number>) =>
      [0, 1, 2, 3].map((i) => [0, 1, 2, 3].reduce((sum, j) => sum + of[4 * i + j], 0));
    sums(expected).forEach((sum, i) => expect(sum).toBeCloseTo(sums(table)[i], 6));
    expect(expected[4 + 2]).toBeGreaterThan(10);
    expect(
      [...quasiIndependence([0, 2, 2, 2, 0, 2, 2, 2, 0], 3)].map((value) => Math.round(1e6 * value) / 1e6)
    ).toEqual([...[0, 2, 2, 2, 0, 2, 2, 2, 0]]);
    expect([...quasiIndependence([0, 0, 0, 0], 2)]).toEqual([0, 0, 0, 0]);
  });

  it("finds customers of a place, whatever accents are typed", () => {
    const counts = new Map<number, number>();
    for (const {customer} of rows) counts.set(customer, (counts.get(customer) ?? 0) + 1);
    expect(counts.get(mostProducts(lines) ?? -1)).toBe(Math.max(...counts.values()));
    expect(mostProducts(linesOf([]))).toBeNull();
    const all = findCustomers(lines, {state: "all", city: ""}, 3);
    expect(all.found).toBe(60);
    expect(all.customers[0].orders).toBeGreaterThanOrEqual(all.customers[2].orders);
    expect(findCustomers(lines, {state: "RJ", city: "SAO P"}, 3).found).toBe(20);
    expect(findCustomers(lines, {state: "all", city: "rio"}, 3)).toEqual({found: 0, customers: []});
    expect(findCustomers(lines, {state: "all", city: "", among: new Set([7])}, 3).customers[0].customer).toBe(
      7
    );
  });

  it("adds up a year and what recommendations add to it", () => {
    const few = linesOf([
      {customer: 1, order: 1, day: 0, product: 1, price: 5000},
      {customer: 1, order: 2, day: 100, product: 1, price: 4000, pieces: 2},
      {customer: 2, order: 3, day: 364, product: 2, price: 6000},
      {customer: 2, order: 4, day: 365, product: 2, price: 6000}
    ]);
    expect(yearOf(few, 365)).toEqual({from: 0, orders: 3, revenue: 15_000, price: 3750, beyond: 0});
    expect(yearOf(few, 2000)).toBeNull();
    const terms = {shown: 1, accepted: 0.01, extra: 0.5};
    const added = basketRevenue({orders: 1000, revenue: 1e7, price: 5000, beyond: 2e5}, terms, 0.28);
    expect(added).toMatchObject({added: 10, revenue: 25_000, share: 0.0025});
    expect(added.needed.ofAll).toBeCloseTo(112, 9);
    expect(added.needed.ofBeyond).toBeCloseTo(2.24, 9);
    expect(
      basketRevenue({orders: 9, revenue: 0, price: 1, beyond: 0}, {...terms, shown: 0}, 0.28)
    ).toMatchObject({
      ...{revenue: 0, share: NaN, needed: {ofAll: Infinity, ofBeyond: Infinity}}
    });
  });
});

describe("the recommender as a file", () => {
  const rows = smallShop(5);
  const lines = linesOf(rows);
  const models = shopOf(rows);
  const ids = new Map(lines.product.values.map((key) => [key, `id-${key}`]));
  const file = recommenderFile(models, ids, {shrinkage: settings.shrinkage, neighbours: 10}, "data");

  it("recommends as item kNN does in the tab, person by person", () => {
    for (let person = 0; person < 60; person++) {
      const found = forCustomer(lines, models, person, {count: 8, filterBought: true});
      const knn = found.models.find(({name}) => name === "itemKnn")?.items ?? [];
      const bought = found.bought.map(({product}) => `id-${product}`);
      const list = valueOf(recommendFromFile(JSON.parse(JSON.stringify(file)) as typeof file, bought, 8));
      expect(list.map(({id}) => id)).toEqual(knn.map(({name}) => `id-${name}`));
      list.forEach(({because}, i) => expect(because.length > 0).toBe(knn[i].reason.kind === "similar"));
    }
  });

  it("has a hash of what it holds, and refuses what it cannot answer", () => {
    expect(file.hash).toMatch(/^[0-9a-f]{64}$/);
    const other = recommenderFile(models, ids, {shrinkage: 2, neighbours: 10}, "data");
    expect(other.hash).not.toBe(file.hash);
    expect(recommendFromFile(file, [], 0).ok).toBe(false);
    expect(recommendFromFile({...file, version: 2 as 1}, [], 3).ok).toBe(false);
    const strangers = valueOf(recommendFromFile(file, ["unheard of"], 3));
    expect(strangers.map(({because}) => because.length)).toEqual([0, 0, 0]);
  });
});
