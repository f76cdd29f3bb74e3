/** Share of orders with more than one item, and those orders by items, from 2 on. */
export const severalItems = 0.1055;
export const itemsPerOrder: readonly number[] = [
  7516, 1322, 504, 204, 198, 22, 8, 3, 8, 4, 5, 1, 2, 2, 0, 0, 0, 0, 2, 1
];

/** Items per order beyond the first, over all categories. */
export const extraItems = 0.1417;

/** Among orders of several items: share with several products, and there of the same seller, the same category. */
export const mixedBasket = {products: 0.33, sameSeller: 0.58, sameCategory: 0.7};

/** Coefficients of ln(freight in BRL), fitted on the first item of the published orders (R2 .69), and what they leave. */
export const freight = {
  weight: 0.449,
  distance: 0.146,
  sameState: -0.208,
  price: 0.13,
  season: 0.071,
  level: -0.21,
  rest: {
    probabilities: [0, 0.001, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 0.999, 1],
    values: [-2, -1.92, -0.72, -0.38, -0.12, -0.01, 0.11, 0.44, 0.84, 1.43, 1.8]
  }
};

/** Gain in ln(price) where the dearer of two candidates is always chosen; sets how often it is. */
export const dearer = 0.32;

/** Days from approval to the seller's shipping limit, from 2 on. */
export const shippingLimit: readonly number[] = [
  5893, 3030, 19303, 11652, 44724, 9922, 4777, 2787, 2465, 1553, 1489, 962, 1170, 502, 340, 221, 268, 173, 931
];
