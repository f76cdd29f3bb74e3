import {describe, expect, it} from "vitest";
import type {SecondOrderChoice} from "../../../lib/retention/secondOrder.js";
import {
  firstOrderCovariates,
  secondOrderParameters,
  secondOrders
} from "../../../lib/retention/secondOrder.js";
import {parseState} from "../../../lib/state/parseState.js";
import {purchasesFrom} from "./support.js";

const span = {
  first_purchase: "2018-01-01T00:00:00",
  last_purchase: "2018-04-09T00:00:00",
  cutoff: "2018-04-10T00:00:00"
};
const asked = (query = ""): SecondOrderChoice => parseState(secondOrderParameters(span), query).values;
const shop = purchasesFrom([
  {person: 1, day: "2018-01-05", state: "SP", price: 1000},
  {person: 1, day: "2018-01-25", state: "SP"},
  {person: 1, day: "2018-01-26", state: "SP"},
  {person: 2, day: "2018-04-09", state: "RJ", price: 2000},
  {person: 3, day: "2017-12-31", state: "AM", price: 4000}
]);
const ordersOf = (query = "") => {
  const found = secondOrders(shop, asked(query));
  if (!found.ok) throw new Error(found.message);
  return found.value;
};

describe("time to the second order", () => {
  it("is the days until it, or until the data end without one", () => {
    const {durations, events} = ordersOf();
    expect([...durations]).toEqual([20, 1, 100]);
    expect([...events]).toEqual([1, 0, 0]);
  });

  it("is told apart by what the first order was", () => {
    expect(ordersOf("?group=half").groups.names).toEqual(["2017, second half", "2018, first half"]);
    expect([...ordersOf("?group=half").groups.codes]).toEqual([1, 1, 0]);
    expect(ordersOf("?group=state").groups.names).toHaveLength(3);
  });

  it("says when nobody is left", () => {
    expect(secondOrders(shop, asked("?state=AC"))).toMatchObject({ok: false, message: /another state/});
  });

  it("may go with what is known of the first order; what never differs is left out", () => {
    const covariates = new Map(firstOrderCovariates(ordersOf()).map(({name, values}) => [name, [...values]]));
    const price = covariates.get("Price, per doubling") ?? [];
    expect(price[1] - price[0]).toBeCloseTo(1, 12);
    expect(covariates.get("North, against Southeast")).toEqual([0, 0, 1]);
    expect([...covariates.keys()].some((name) => /Boleto|Freight|South,/.test(name))).toBe(false);
  });
});
