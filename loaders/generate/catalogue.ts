import {randomNormal, shuffler} from "d3";
import {randomStream} from "../../lib/random/streams.js";
import {weighted} from "../../lib/random/weighted.js";
import * as calibration from "./calibration/catalogue.js";
import {categories} from "./calibration/categories.js";
import type {Category} from "./calibration/categories.js";
import type {Plan} from "./plan.js";
import type {Seller} from "./sellers.js";

/** What is sold: one entry a product in every array, the products of a category side by side. */
export interface Catalogue {
  /** Index into `categories`. */
  category: Uint8Array;
  /** List price in cents. */
  price: Int32Array;
  /** Grams, and cubic centimetres. */
  weight: Int32Array;
  volume: Float64Array;
  /** Index into the sellers. */
  seller: Int32Array;
  /** The products in an order that has nothing to do with what they are. */
  shuffled: Int32Array;
  /** Draws a product of a category after its popularity; NaN where the category has none. */
  draw(category: number, uniform: number): number;
  /** Draws a product of a seller, each as likely. */
  ofSeller(seller: number, uniform: number): number;
}

const golden = (Math.sqrt(5) - 1) / 2;
const ending = weighted([
  ...calibration.priceEndings.map(([, share]) => share),
  1 - calibration.priceEndings.reduce((sum, [, share]) => sum + share, 0)
]);

/** The nearest price to a value in cents that ends as prices do. */
function priceNear(cents: number, uniform: number): number {
  const last = calibration.priceEndings[ending(uniform)]?.[0];
  const [least, greatest] = calibration.priceRange;
  const price = last === undefined ? Math.round(cents) : Math.round((cents - last) / 100) * 100 + last;
  return price < 200 ? Math.max(least, Math.round(cents)) : Math.min(greatest, price);
}

/** Bends a standard normal value so that the dear and the heavy are further out than the cheap and the light. */
const skewed = (z: number, bend: number) => z + bend * (z * z - 1);

const descending = (count: number, draw: () => number): Float64Array =>
  Float64Array.from({length: count}, draw).sort((a, b) => b - a);

/**
 * Makes the products: log-normal prices, weights and volumes by category, popularity with a heavy tail.
 * Prices follow the popularity rank in golden-ratio steps, so that a category's revenue does not hang on whether
 * its best seller happens to be dear.
 */
export function makeCatalogue(plan: Plan, sellers: readonly Seller[]): Catalogue {
  const random = randomStream("shop.catalogue", plan.seed);
  const normal = randomNormal.source(random)();
  const counts = categories.map(({products}) => plan.total(products));
  const count = counts.reduce((a, b) => a + b);
  const catalogue = {
    category: new Uint8Array(count),
    price: new Int32Array(count),
    weight: new Int32Array(count),
    volume: new Float64Array(count)
  };
  const draws: ((uniform: number) => number)[] = [];
  let first = 0;
  categories.forEach((category, index) => {
    const own = counts[index];
    const start = first;
    first += own;
    if (own === 0) {
      draws.push(() => NaN);
      return;
    }
    const ranks = descending(own, normal);
    const levels = descending(own, normal);
    for (let i = 0; i < own; i++) {
      const level = levels[Math.floor(((0.5 + (i + 1) * golden) % 1) * own)];
      catalogue.category[start + i] = index;
      fill(catalogue, start + i, category, level, normal, random);
    }
    const draw = weighted(ranks.map((rank) => Math.exp(calibration.popularity.products * rank)));
    draws.push((uniform) => start + draw(uniform));
  });
  const shuffled = Int32Array.from({length: count}, (_, i) => i);
  shuffler(random)(shuffled);
  const seller = assignSellers(plan, catalogue.category, shuffled, sellers);
  return {
    ...catalogue,
    seller,
    shuffled,
    draw: (category, uniform) => draws[category](uniform),
    ofSeller: bySeller(seller, sellers.length)
  };
}

function fill(
  products: Pick<Catalogue, "price" | "weight" | "volume">,
  i: number,
  category: Category,
  level: number,
  normal: () => number,
  random: () => number
): void {
  const {priceWeight, weightVolume} = calibration.correlation;
  const heavy = priceWeight * level + Math.sqrt(1 - priceWeight ** 2) * normal();
  const bulky = weightVolume * heavy + Math.sqrt(1 - weightVolume ** 2) * normal();
  const spread = 0.912 * Math.sqrt(2 * Math.log(category.meanPrice / category.typicalPrice));
  const grams = category.weight * Math.exp(category.weightSpread * skewed(heavy, 0.05));
  const rounding = random();
  const step = rounding < 0.4 ? 100 : rounding < 0.75 ? 50 : 1;
  products.price[i] = priceNear(
    100 * category.typicalPrice * Math.exp(spread * skewed(level, 0.075)),
    random()
  );
  products.weight[i] = Math.min(calibration.largest.weight, Math.max(50, Math.round(grams / step) * step));
  products.volume[i] = category.volume * Math.exp(calibration.volumeSpread * bulky);
}

/** Every seller gets a product and its category as home; the other products go to sellers by weight and home. */
function assignSellers(
  plan: Plan,
  category: Uint8Array,
  shuffled: Int32Array,
  sellers: readonly Seller[]
): Int32Array {
  const random = randomStream("shop.productSellers", plan.seed);
  const assigned = new Int32Array(category.length);
  const atHome: number[][] = categories.map(() => []);
  sellers.forEach((_, i) => {
    assigned[shuffled[i]] = i;
    atHome[category[shuffled[i]]].push(i);
  });
  const weights = sellers.map(({weight}) => weight);
  const any = weighted(weights);
  const home = atHome.map((own) => (own.length > 0 ? weighted(own.map((i) => weights[i])) : null));
  for (let k = sellers.length; k < shuffled.length; k++) {
    const product = shuffled[k];
    const draw = home[category[product]];
    assigned[product] =
      draw !== null && random() < calibration.specialists
        ? atHome[category[product]][draw(random())]
        : any(random());
  }
  return assigned;
}

function bySeller(seller: Int32Array, sellers: number): (seller: number, uniform: number) => number {
  const start = new Int32Array(sellers + 1);
  for (const s of seller) start[s + 1]++;
  for (let s = 0; s < sellers; s++) start[s + 1] += start[s];
  const products = new Int32Array(seller.length);
  const next = start.slice();
  seller.forEach((s, product) => (products[next[s]++] = product));
  return (s, uniform) => products[start[s] + Math.floor(uniform * (start[s + 1] - start[s]))];
}

/** The price of a sale in cents: mostly the list's. */
export function salePrice(listed: number, random: () => number): number {
  const {share, factors} = calibration.repricing;
  if (random() >= share) return listed;
  const factor = factors[Math.floor(random() * factors.length)];
  const last = listed % 100;
  const [least, greatest] = calibration.priceRange;
  return Math.min(greatest, Math.max(least, Math.round((listed * factor - last) / 100) * 100 + last));
}
