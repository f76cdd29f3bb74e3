import {describe, expect, it} from "vitest";
import {prepareColumns} from "../../../lib/cluster/prepareColumns.js";
import {
  customerColumnLabels,
  customerColumnNames,
  customerColumns
} from "../../../lib/retention/customerColumns.js";
import {startsOf} from "../../../lib/retention/purchases.js";
import {dayOf} from "../../../lib/days.js";
import {given} from "../value/support.js";
import {purchasesFrom} from "./support.js";

const end = dayOf(new Date("2018-04-10"));
const shop = purchasesFrom([
  {person: 1, day: "2018-01-05", price: 9000, score: 5, late: false},
  {person: 1, day: "2018-04-09", price: 1000, score: 2, late: true},
  {person: 2, day: "2018-03-01", price: 0},
  {person: 3, day: "2018-04-01", price: 500, score: 4}
]);
shop.freight.set([1000, 1500, 0, 500]);
shop.items.set([1, 4, 2, 1]);
shop.installments.set([10, NaN, NaN, 1]);
const toys = {...shop, category: {names: ["Toys", "Auto"], codes: Uint8Array.of(0, 1, 1, 0)}};
const columns = customerColumns(toys, startsOf(shop.person), end);
const of = (name: string) => [...(columns.find((column) => column.name === name)?.values ?? [])];

describe("columns of customers", () => {
  it("say what the orders of each do", () => {
    expect(of("recency")).toEqual([0, 39, 8]);
    expect(of("orders")).toEqual([2, 1, 1]);
    expect(of("spend")).toEqual([100, 0, 5]);
    expect(of("freight")).toEqual([20, NaN, 50]);
    expect(of("items")).toEqual([2.5, 2, 1]);
    expect(of("installments")).toEqual([10, NaN, 1]);
    expect(of("score")).toEqual([3.5, NaN, 4]);
    expect(of("late")).toEqual([50, NaN, NaN]);
    expect(of("categories")).toEqual([2, 1, 1]);
  });

  it("have names and labels, and can all be prepared", () => {
    expect(columns.map(({name}) => name)).toEqual(customerColumnNames);
    for (const {name, label} of columns) expect(customerColumnLabels[name]).toBe(label);
    const prepared = given(
      prepareColumns(
        columns.map(({values}) => values),
        columns
      )
    );
    expect(prepared.leftOut).toEqual([{name: "late", why: "constant"}]);
    expect(prepared.points.values.every(Number.isFinite)).toBe(true);
  });

  it("are empty of nobody", () => {
    const none = purchasesFrom([]);
    for (const {values} of customerColumns(none, startsOf(none.person), end)) expect(values).toHaveLength(0);
  });
});
