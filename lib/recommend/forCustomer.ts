import type {BasketLines} from "./basketLines.js";
import type {RecommenderName} from "./modelList.js";
import {recommend} from "./recommend.js";
import type {Reason} from "./recommender.js";
import type {ShopModels} from "./shopModels.js";
import {shopper} from "./shopper.js";

/** An item as a page shows it. */
export interface NamedItem {
  item: number;
  /** A key of the marts, or a category's label. */
  name: number | string;
  category: string;
  /** Median price of a piece, in cents. */
  price: number;
}

/** What a customer bought, a row for each product of an order. */
export interface BoughtLine {
  order: number;
  day: number;
  product: number;
  seller: number;
  category: string;
  price: number;
  pieces: number;
}

export interface CustomerRecommendations {
  /** Key of the marts. */
  customer: number;
  state: string;
  city: string;
  bought: BoughtLine[];
  /** The items that they bought, by code. */
  names: [number, NamedItem][];
  models: {name: RecommenderName; items: (NamedItem & {score: number; reason: Reason})[]}[];
}

/**
 * An item with what is known of it.
 * @example namedItem(lines, models, 4) => {item: 4, name: 17, category: "Toys", price: 4990}
 */
export const namedItem = (lines: BasketLines, {purchases, facts}: ShopModels, item: number): NamedItem => ({
  item,
  name: purchases.names[item],
  category: lines.category.values[facts.category[item]],
  price: facts.price[item]
});

/**
 * A customer's purchases and what each model recommends them.
 * @param person their code
 * @param count recommendations of each model
 * @example forCustomer(lines, models, 12, {count: 5, filterBought: true}).models[0].items.length => 5
 */
export function forCustomer(
  lines: BasketLines,
  models: ShopModels,
  person: number,
  {count, filterBought}: {count: number; filterBought: boolean}
): CustomerRecommendations {
  const {purchases, interactions} = models;
  const bought: BoughtLine[] = [];
  let first = -1;
  lines.person.codes.forEach((code, row) => {
    if (code !== person) return;
    if (first < 0) first = row;
    bought.push({
      order: lines.order.values[lines.order.codes[row]],
      day: lines.day[row],
      product: lines.product.values[lines.product.codes[row]],
      seller: lines.seller.values[lines.seller.codes[row]],
      category: lines.category.values[lines.category.codes[row]],
      ...{price: lines.price[row], pieces: lines.pieces[row]}
    });
  });
  if (first < 0) throw new RangeError(`no customer ${person}`);
  const own = shopper(interactions.byPerson, person, purchases.state[person]);
  return {
    customer: lines.person.values[person],
    state: lines.state.values[lines.state.codes[first]],
    city: lines.city.values[lines.city.codes[first]],
    bought,
    names: Array.from(own.items, (item) => [item, namedItem(lines, models, item)]),
    models: [...models.models].map(([name, model]) => ({
      name,
      items: recommend(model, own, {count, filterBought}).map(({item, score, reason}) => ({
        ...namedItem(lines, models, item),
        ...{score, reason}
      }))
    }))
  };
}
