import {quantile} from "../metrics/quantile.js";
import type {KeptShare} from "./dayCounts.js";
import {keptShare} from "./dayCounts.js";
import type {DeliveryView} from "./deliveryView.js";

/** How a seller hands orders to the carrier; the share is of orders handed over late. */
export interface SellerHandovers extends KeptShare {
  seller: number;
  /** Median days from approval to the carrier, of orders where that is no less than no time. */
  median: number;
}

/** Sellers by the share of orders that they handed over after their shipping limit, highest first. */
export function lateHandovers(
  {journeys, delivered, lost}: DeliveryView,
  least: number
): {
  sellers: readonly SellerHandovers[];
  all: KeptShare;
  small: number;
  smallOrders: number;
  /** Orders without lines or without one of the two times. */
  unknown: number;
} {
  const {seller, handedLate, handover} = journeys;
  const bySeller = new Map<number, {late: number; orders: number; days: number[]}>();
  let [unknown, late, orders] = [0, 0, 0];
  for (const row of [...delivered, ...lost]) {
    if (Number.isNaN(handedLate[row]) || seller[row] === 0) {
      unknown++;
      continue;
    }
    const own = bySeller.get(seller[row]) ?? {late: 0, orders: 0, days: []};
    bySeller.set(seller[row], own);
    orders++;
    own.orders++;
    late += handedLate[row];
    own.late += handedLate[row];
    if (handover[row] >= 0) own.days.push(handover[row] / 1440);
  }
  const found = [...bySeller].map(([key, own]) => ({seller: key, ...own}));
  const sellers = found
    .filter((one) => one.orders >= least)
    .map((one) => ({
      ...{seller: one.seller, ...keptShare(one.late, one.orders)},
      median: quantile(Float64Array.from(one.days).sort(), 0.5)
    }))
    .sort((a, b) => b.share - a.share || b.total - a.total || a.seller - b.seller);
  const left = found.filter((one) => one.orders < least);
  return {
    ...{sellers, unknown, all: keptShare(late, orders)},
    small: left.length,
    smallOrders: left.reduce((sum, one) => sum + one.orders, 0)
  };
}
