import {baskets} from "./baskets.js";
import {customers} from "./customers.js";
import {daily} from "./daily.js";
import {customerIds, orderIds, productIds, sellerIds} from "./ids.js";
import {items} from "./items.js";
import {journeys} from "./journeys.js";
import {lateness} from "./lateness.js";
import {ledger} from "./ledger.js";
import type {Mart} from "./mart.js";
import {monthlyCategories} from "./monthlyCategories.js";
import {orders} from "./orders.js";
import {payments} from "./payments.js";
import {places} from "./places.js";
import {monthlyPriceBands, priceBands} from "./priceBands.js";
import {products} from "./products.js";
import {purchases} from "./purchases.js";
import {quality, qualityRows} from "./quality/quality.js";
import {repeatOrders} from "./repeatOrders.js";
import {reviews, reviewTexts} from "./reviews.js";
import {segments} from "./segments.js";
import {segmentSizes} from "./segmentSizes.js";
import {sellers} from "./sellers.js";

/** Every mart, each after the marts that it is made of. */
export const marts: readonly Mart[] = inBuildOrder([
  orders,
  items,
  payments,
  customers,
  reviews,
  products,
  reviewTexts,
  places,
  sellers,
  orderIds,
  customerIds,
  productIds,
  sellerIds,
  ledger,
  qualityRows,
  quality,
  daily,
  repeatOrders,
  purchases,
  baskets,
  journeys,
  monthlyCategories,
  priceBands,
  monthlyPriceBands,
  segments,
  segmentSizes,
  lateness
]);

/**
 * The marts as they are, if each stands once and after all marts that it reads; throws an Error that names the
 * first that does not.
 * @example inBuildOrder([orders, items]) => [orders, items]
 */
export function inBuildOrder(candidates: readonly Mart[]): readonly Mart[] {
  const built = new Set<string>();
  for (const {name, inputs} of candidates) {
    if (built.has(name)) throw new Error(`duplicate mart: ${name}`);
    const unknown = inputs.find((input) => !input.startsWith("staged_") && !built.has(input));
    if (unknown !== undefined) throw new Error(`mart ${name} reads what is not built yet: ${unknown}`);
    built.add(name);
  }
  return candidates;
}

/**
 * A mart by name; undefined if there is none.
 * @example martNamed("orders")?.row => "an order"
 */
export const martNamed = (name: string): Mart | undefined => marts.find((mart) => mart.name === name);

/**
 * The named marts and all marts that they are made of, in build order.
 * @example withInputs(["segments"]).map(({name}) => name) => ["orders", "segments"]
 */
export function withInputs(names: readonly string[]): readonly Mart[] {
  const needed = new Set(names);
  for (const mart of [...marts].reverse())
    if (needed.has(mart.name)) for (const input of mart.inputs) needed.add(input);
  return marts.filter((mart) => needed.has(mart.name));
}
