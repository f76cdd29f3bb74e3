// @vitest-environment jsdom
import {afterEach, expect, it, vi} from "vitest";
import type {DailyRow} from "../../../lib/dashboard/cube.js";
import type {TrendPoint} from "../../../lib/dashboard/trend.js";
import {browser} from "../../support/dom.js";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** The executive page's parts as they load for a shop. */
async function partsOf(vitrineShop: object) {
  browser();
  vi.stubGlobal("vitrineShop", vitrineShop);
  vi.resetModules();
  const {servicePart} = await import("../../../src/components/overview/charts.js");
  const {executiveAnswer} = await import("../../../src/components/overview/cards.js");
  const {revenueByPlace} = await import("../../../src/components/overview/places.js");
  return {servicePart, executiveAnswer, revenueByPlace};
}

const euro = {places: "countries", placeNames: ["Austria", "Spain"], currency: "EUR", another: true};
const without = {...euro, lacks: ["deliveries", "outcomes", "reviews"]};
const month: TrendPoint = {
  ...{date: new Date("2018-01-01"), revenue_cents: 9000, orders: 60, deliveredOrders: 60, dated: 60},
  ...{lateShare: 0.1, reviews: 60, reviewScore: 4}
};
const day = (state: string | null, price_cents: number) =>
  ({
    ...{day: new Date("2018-01-05"), state, status: "delivered", orders: 1, items: 1, customers: 1},
    ...{price_cents, freight_cents: 0, late: 0, delivered: 0, reviews: 0, score_sum: 0}
  }) as unknown as DailyRow;
const selection = {from: new Date("2018-01-01"), until: new Date("2018-02-01"), state: null};

it("service is drawn as far as the files tell of it, and what they lack is said once each", async () => {
  const told = (await partsOf(euro)).servicePart([month], "In all.");
  expect(told.querySelectorAll("figure")).toHaveLength(2);
  expect(told.querySelector("p")?.textContent ?? "").not.toContain("These data have no");
  const untold = (await partsOf(without)).servicePart([month], "In all.");
  expect(untold.querySelectorAll("figure")).toHaveLength(0);
  expect([...untold.querySelectorAll("p")].map(({textContent}) => textContent.trim())).toEqual([
    "These data have no delivery dates: with a column of them, this could be answered. Every order counts as delivered.",
    "These data have no review scores: with a column of them, this could be answered."
  ]);
  const undated = (await partsOf({...euro, lacks: ["deliveries"]})).servicePart([month], "In all.");
  expect(undated.textContent).not.toContain("Every order");
});

it("orders are delivered ones only where some were not", async () => {
  const rows = [day("Spain", 5000)];
  const repeats: never[] = [];
  expect((await partsOf(euro)).executiveAnswer(rows, repeats, selection)).toContain("delivered order");
  expect((await partsOf(without)).executiveAnswer(rows, repeats, selection)).not.toMatch(/deliver/);
});

it("revenue by place is a ranked list of the shop's own places, without the orders that name none", async () => {
  const {revenueByPlace} = await partsOf(euro);
  const bought = [day("Austria", 2500), day("Spain", 7500), day(null, 90_000)];
  const text = revenueByPlace({bought, selection, where: "In all."}, () => {}).textContent;
  expect(text).toMatch(/Spain brings 75\s% of the revenue/);
  expect(text).toContain("by the country that the shop’s files name; 1 order names none and is left out");
  expect(text).not.toMatch(/R\$|Brazil|state/);
});

it("says that orders name no place where none does", async () => {
  const {revenueByPlace} = await partsOf(euro);
  const part = revenueByPlace({bought: [day(null, 100)], selection, where: ""}, () => {});
  expect(part.textContent).toContain("The orders of this selection name no place");
});
