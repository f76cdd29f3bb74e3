import type {BasketLines} from "../../../lib/recommend/basketLines.js";
import {basketLinesOf} from "../../../lib/recommend/basketLines.js";
import type {RecommendSettings} from "../../../lib/recommend/parameters.js";
import {randomSource} from "../../../lib/random/source.js";

/** A product of an order. */
export interface Line {
  customer: number;
  order: number;
  day: number;
  state?: string;
  city?: string;
  product: number;
  seller?: number;
  category?: string;
  price?: number;
  pieces?: number;
}

/** Rows as the mart has them. */
export const linesOf = (rows: readonly Line[]): BasketLines => {
  const column = <T>(value: (row: Line) => T) => rows.map(value);
  return basketLinesOf({
    customer_key: column(({customer}) => customer),
    order_key: column(({order}) => order),
    day: column(({day}) => new Date(day * 86_400_000)),
    state: column(({state}) => state ?? "SP"),
    city: column(({city}) => city ?? "são paulo"),
    product_key: column(({product}) => product),
    seller_key: column(({seller, product}) => seller ?? product % 3),
    category: column(({category, product}) => category ?? `Category ${product % 4}`),
    price_cents: column(({price, product}) => price ?? 1000 + 10 * product),
    pieces: column(({pieces}) => pieces ?? 1)
  });
};

export const settings: RecommendSettings = {
  ...{factors: 3, neighbours: 10, shrinkage: 1, halfLife: 30, together: 1, lambda: 10, alpha: 10},
  ...{regularisation: 1, blend: 0.5, seed: 1}
};

/** A shop of a few dozen people in two tastes, by person and time. */
export function smallShop(seed: number, days = 100): Line[] {
  const random = randomSource(seed, 1);
  const rows: Line[] = [];
  let order = 0;
  for (let customer = 0; customer < 60; customer++) {
    const taste = customer % 2;
    let day = Math.floor(random() * 40);
    for (let orders = 1 + Math.floor(random() * 3); orders > 0 && day < days; orders--) {
      order++;
      const products = new Set([0, 1].map(() => taste * 10 + Math.floor(random() * 10)));
      for (const product of [...products].sort((a, b) => a - b))
        rows.push({customer, order, day, product, state: customer % 3 ? "SP" : "RJ"});
      day += 5 + Math.floor(random() * 40);
    }
  }
  return rows;
}
