import {expect, it} from "vitest";
import {meanFreight, sentences} from "../../../lib/dashboard/sentences.js";
import type {TrendPoint} from "../../../lib/dashboard/trend.js";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const point = (month: string, values: Partial<TrendPoint>): TrendPoint => ({
  ...{
    date: new Date(`${month}-01`),
    revenue_cents: 0,
    orders: 1,
    deliveredOrders: 1,
    dated: 100,
    lateShare: 0.1
  },
  ...{reviews: 100, reviewScore: 4},
  ...values
});

it("says in a title what the chart shows", () => {
  const points = [
    point("2017-10", {revenue_cents: 100}),
    point("2017-11", {revenue_cents: 100_000_000, lateShare: 0.2, reviewScore: 3.9})
  ];
  expect(plain(sentences.revenue(points, "month"))).toBe("Revenue by month is highest in Nov 2017, at R$ 1M");
  expect(plain(sentences.revenue(points, "day"))).toContain("on 1 Nov 2017");
  expect(plain(sentences.revenue(points, "week"))).toContain("in the week of 1 Nov 2017");
  expect(sentences.late(points, 30)).toBe("Lateness is worst for orders of Nov 2017: 20.0\u00a0% came late");
  expect(sentences.score(points, 30)).toBe("Buyers are least content with orders of Nov 2017: 3.90 stars");
  expect(
    sentences.states(
      [
        {state: "SP", value: 3},
        {state: "RJ", value: 1}
      ],
      (state) => state
    )
  ).toBe("SP brings 75\u00a0% of the revenue");
  const sold = [
    {category: "The rest", price_cents: 30},
    {category: "Toys", price_cents: 10}
  ];
  expect(sentences.categories(sold, "The rest")).toBe(
    "Toys earns most of the shop's largest categories, which earn 25\u00a0% together"
  );
  expect(sentences.segments([{segment: "Champions", customers: 1}])).toBe(
    "100\u00a0% of customers are Champions, the largest segment"
  );
  expect(
    sentences.freight([
      {price_cents: 10, freight_cents: 5},
      {price_cents: 100, freight_cents: 5}
    ])
  ).toBe("Freight adds 50\u00a0% to the cheapest items and 5\u00a0% to the most expensive");
  expect(plain(meanFreight([{items: 2, freight_cents: 4000}]))).toBe("R$ 20.00");
});

it("says nothing that it cannot know", () => {
  const few = [point("2017-11", {dated: 3, reviews: 3})];
  const titles = [
    sentences.revenue([], "day"),
    sentences.states([], String),
    sentences.categories([], "The rest"),
    sentences.segments([]),
    sentences.freight([]),
    sentences.late(few, 30),
    sentences.score(few, 30)
  ];
  for (const title of titles) expect(title).toMatch(/^[A-Z][a-z ]+$/);
  expect(meanFreight([])).toBe("–");
});
