/** What a shop assumes of recommendations. Shares from 0 to 1. */
export interface RevenueAssumptions {
  /** Share of orders whose buyer is shown recommendations. */
  shown: number;
  /** Share of those who add a recommended item. */
  accepted: number;
  /** Share of what they add that they would not have bought otherwise. */
  extra: number;
}

export interface BasketRevenue {
  /** Orders with a product, a year. */
  orders: number;
  /** Median price of a recommended item, in cents. */
  price: number;
  /** Items added, a year, and what they bring on top, in cents. */
  added: number;
  revenue: number;
  /** Share of the year's revenue. */
  share: number;
  /** Share of buyers shown recommendations who would have to add an item for the share that is claimed; above 1 where no share is enough. */
  needed: number;
}

/**
 * What recommended items add to a year's revenue: orders × shown × accepted × extra × price.
 * @param claimed share of revenue that recommendations are claimed to add
 * @example basketRevenue({orders: 1000, revenue: 1e7, price: 5000}, {shown: 1, accepted: 0.01, extra: 0.5}, 0.28).revenue
 *   => 25000
 */
export function basketRevenue(
  {orders, revenue: before, price}: {orders: number; revenue: number; price: number},
  {shown, accepted, extra}: RevenueAssumptions,
  claimed: number
): BasketRevenue {
  const added = orders * shown * accepted;
  const revenue = added * extra * price;
  const most = orders * shown * extra * price;
  return {
    ...{orders, price, added, revenue},
    share: before > 0 ? revenue / before : NaN,
    needed: most > 0 ? (claimed * before) / most : Infinity
  };
}
