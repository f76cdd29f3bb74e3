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
  /** Mean price of a piece, in cents. */
  price: number;
  /** Items added, a year, and what they bring on top, in cents. */
  added: number;
  revenue: number;
  /** Share of the year's revenue. */
  share: number;
  /**
   * Items that 100 buyers who are shown recommendations would have to add for what is claimed: as a share of all revenue,
   * and of what orders hold beyond their dearest product. Infinite where nothing they add would count.
   */
  needed: {ofAll: number; ofBeyond: number};
}

/**
 * What recommended items add to a year's revenue: orders × shown × accepted × extra × price.
 * @param claimed share that recommendations are claimed to add
 * @example basketRevenue({orders: 1000, revenue: 1e7, price: 5000, beyond: 2e5}, {shown: 1, accepted: 0.01, extra: 0.5}, 0.28).revenue
 *   => 25000
 */
export function basketRevenue(
  {orders, revenue: before, price, beyond}: {orders: number; revenue: number; price: number; beyond: number},
  {shown, accepted, extra}: RevenueAssumptions,
  claimed: number
): BasketRevenue {
  const added = orders * shown * accepted;
  const revenue = added * extra * price;
  const most = orders * shown * extra * price;
  const per100 = (amount: number) => (most > 0 ? (100 * amount) / most : Infinity);
  return {
    ...{orders, price, added, revenue},
    share: before > 0 ? revenue / before : NaN,
    needed: {ofAll: per100(claimed * before), ofBeyond: per100(claimed * beyond)}
  };
}
