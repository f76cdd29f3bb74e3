import {quantiles} from "../../lib/random/quantiles.js";
import type {RandomSource} from "../../lib/random/source.js";
import {weighted} from "../../lib/random/weighted.js";
import * as calibration from "./calibration/basket.js";
import {categories} from "./calibration/categories.js";
import {months} from "./calibration/months.js";
import {states} from "./calibration/states.js";
import {salePrice} from "./catalogue.js";
import type {Catalogue} from "./catalogue.js";
import {distance} from "./distance.js";
import {day} from "./order.js";
import type {Line, Order} from "./order.js";
import type {Plan} from "./plan.js";
import type {Seller} from "./sellers.js";

/** What orders are drawn from. */
export interface Shop {
  catalogue: Catalogue;
  sellers: readonly Seller[];
  /** Draws the category of an order that is not a product's first sale. */
  category(uniform: number): number;
}

const lineCount = weighted(calibration.itemsPerOrder);
const freightRest = quantiles(calibration.freight.rest.probabilities, calibration.freight.rest.values);
const limitDays = weighted(calibration.shippingLimit);
const seasonStarts = ["2018-03-01", "2018-06-01"].map((date) => Date.parse(`${date}T00:00:00Z`) / 1000);
const season = months.map(({end}) => seasonStarts.filter((start) => end > start).length);

/** Weights of categories among the orders that are left when every product has had its first sale. */
export function makeShop(plan: Plan, catalogue: Catalogue, sellers: readonly Seller[]): Shop {
  const present = new Set(catalogue.category);
  const weights = categories.map(({orders, products}, i) =>
    present.has(i) ? Math.max(0.2, orders * plan.scale - plan.total(products)) : 0
  );
  return {catalogue, sellers, category: weighted(weights)};
}

/** In states where orders are larger the dearer of two candidates is chosen more often, and the other way round. */
function candidate(shop: Shop, category: number, order: Order, random: RandomSource): number {
  const first = shop.catalogue.draw(category, random());
  const {ticketShift} = states[order.place.state];
  if (random() >= Math.abs(ticketShift) / calibration.dearer) return first;
  const second = shop.catalogue.draw(category, random());
  const dearer = shop.catalogue.price[first] > shop.catalogue.price[second] ? first : second;
  return ticketShift > 0 ? dearer : first + second - dearer;
}

function products(shop: Shop, category: number, first: number, random: RandomSource): number[] {
  const {items, orders} = categories[category];
  const several = (calibration.severalItems * (items / orders - 1)) / calibration.extraItems;
  const count = random() < Math.min(0.6, several) ? lineCount(random()) + 2 : 1;
  const chosen = [first];
  const mixed = random() < calibration.mixedBasket.products;
  const sameSeller = random() < calibration.mixedBasket.sameSeller;
  while (chosen.length < count) {
    if (!mixed) chosen.push(first);
    else if (sameSeller) chosen.push(shop.catalogue.ofSeller(shop.catalogue.seller[first], random()));
    else {
      const other = random() < calibration.mixedBasket.sameCategory ? category : shop.category(random());
      chosen.push(shop.catalogue.draw(other, random()));
    }
  }
  return chosen;
}

/** Freight of an item in cents: grows with weight and distance, is lower within a state and higher in the North. */
export function freightCents(
  parcel: {grams: number; km: number; sameState: boolean; price: number; state: number; month: number},
  uniform: number
): number {
  const effect = calibration.freight;
  const log =
    effect.level +
    states[parcel.state].freightBase +
    effect.weight * Math.log1p(parcel.grams / 2000) +
    effect.distance * Math.log(parcel.km + 20) +
    (parcel.sameState ? effect.sameState : 0) +
    effect.price * Math.log(parcel.price / 100) +
    effect.season * season[parcel.month] +
    freightRest(uniform);
  return Math.min(40_968, Math.max(200, Math.round(100 * Math.exp(log))));
}

/**
 * Fills an order with items of a category.
 *
 * @param debut the product that the order must begin with, else one is drawn
 */
export function fillBasket(
  shop: Shop,
  order: Order,
  category: number,
  debut: number | null,
  random: RandomSource
): void {
  const first = debut ?? candidate(shop, category, order, random);
  const lines = new Map<number, Line>();
  order.category = category;
  order.lines = products(shop, category, first, random).map((product) => {
    let line = lines.get(product);
    if (line === undefined) {
      const seller = shop.sellers[shop.catalogue.seller[product]];
      const price = salePrice(shop.catalogue.price[product], random);
      const parcel = {
        grams: shop.catalogue.weight[product],
        km: distance(order.place, seller.place),
        sameState: order.place.state === seller.place.state,
        price,
        state: order.place.state,
        month: order.month
      };
      line = {
        product,
        seller,
        price,
        freight: freightCents(parcel, random()),
        shippingLimit: order.purchased
      };
      lines.set(product, line);
    }
    return {...line};
  });
}

/** Sets the time until which the sellers have to hand an order over, counted from its approval. */
export function limitShipping(order: Order, random: RandomSource): void {
  const shippingLimit = (order.approved ?? order.purchased) + (limitDays(random()) + 2) * day;
  for (const line of order.lines) line.shippingLimit = shippingLimit;
}
