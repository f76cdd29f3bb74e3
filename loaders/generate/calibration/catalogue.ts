/** Last two digits of a price and their shares; the rest is any. */
export const priceEndings: readonly (readonly [number, number])[] = [
  [90, 0.36],
  [0, 0.26],
  [99, 0.19],
  [50, 0.023],
  [80, 0.014],
  [49, 0.012]
];

/** Share of sales at another price than the list's, and by how much it then differs. */
export const repricing = {share: 0.25, factors: [0.85, 0.9, 0.95, 1.05, 1.1, 1.15]};

/** Least and greatest price, in cents. */
export const priceRange = [85, 673_500] as const;

/** Spread of ln(units sold) among products, and of ln(items sold) among sellers of a state. */
export const popularity = {products: 1.75, sellers: 1.7};

/** Share of a product's sellers that are at home in its category. */
export const specialists = 0.7;

/** Correlation of ln(price) with ln(weight), and of ln(weight) with ln(volume), within a category. */
export const correlation = {priceWeight: 0.65, weightVolume: 0.7};

/** Spread of ln(volume) given the category. */
export const volumeSpread = 1.05;

/** Greatest weight in grams and greatest length, height, width in centimetres. */
export const largest = {weight: 40_425, side: 105};

/** Photos of a product, from 1 on. */
export const photos: readonly number[] = [
  16489, 6263, 3860, 2428, 1484, 968, 343, 192, 105, 95, 46, 35, 9, 5, 8
];

/** Quantiles of the lengths of names and descriptions. */
export const textLengths = {
  probabilities: [0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1],
  name: [5, 20, 29, 42, 51, 57, 60, 63, 76],
  description: [4, 84, 150, 339, 595, 972, 2063, 3286, 3992]
};

/**
 * Sellers that are late again and again: their share, what it adds to ln(delivery time), and how many times the
 * median seller's volume they have at most.
 */
export const lateSellers = {share: 0.055, delay: 0.4, largest: 30};

/** Spread among the other sellers of what they add to ln(delivery time). */
export const sellerSpread = 0.13;
