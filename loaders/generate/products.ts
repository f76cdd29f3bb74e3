import {randomNormal} from "d3";
import {quantiles} from "../../lib/random/quantiles.js";
import {randomStream} from "../../lib/random/streams.js";
import {weighted} from "../../lib/random/weighted.js";
import {largest, photos, textLengths} from "./calibration/catalogue.js";
import {categories} from "./calibration/categories.js";
import {catalogueFlaws} from "./calibration/dirt.js";
import type {Catalogue} from "./catalogue.js";
import {quoted} from "./csv.js";
import type {Files} from "./files.js";
import {identifier} from "./identifier.js";
import {pickSome} from "./plan.js";
import type {Plan} from "./plan.js";

const chunk = 5000;
const photo = weighted(photos);
const nameLength = quantiles(textLengths.probabilities, textLengths.name);
const descriptionLength = quantiles(textLengths.probabilities, textLengths.description);

/** The id of a product. */
export const productId = (plan: Plan, product: number): string =>
  identifier(randomStream("shop.productIds", plan.seed, product));

/** Sides of a parcel of a volume in cm3, in whole centimetres within the carrier's limits: length, height, width. */
export function sides(volume: number, normal: () => number): [number, number, number] {
  const cube = Math.cbrt(volume);
  const side = (value: number, least: number) => Math.min(largest.side, Math.max(least, Math.round(value)));
  const length = side(1.4 * cube * Math.exp(0.3 * normal()), 16);
  const width = side(cube * Math.exp(0.22 * normal()), 11);
  return [length, side(volume / (length * width), 2), width];
}

/** Writes the products file and the translation of the categories. */
export async function writeProducts(plan: Plan, catalogue: Catalogue, files: Files): Promise<void> {
  const count = catalogue.shuffled.length;
  const weightless = new Set(pickSome(catalogue.shuffled, plan.total(catalogueFlaws.zeroWeight), 0.3));
  const sizeless = new Set(pickSome(catalogue.shuffled, plan.total(catalogueFlaws.withoutSizes), 0.7));
  for (let start = 0; start < count; start += chunk) {
    const random = randomStream("shop.products", plan.seed, start);
    const normal = randomNormal.source(random)();
    const rows: string[] = [];
    for (let k = start; k < Math.min(count, start + chunk); k++) {
      const product = catalogue.shuffled[k];
      const {key} = categories[catalogue.category[product]];
      const texts = `${Math.round(nameLength(random()))},${Math.round(descriptionLength(random()))}`;
      const described = key === "" ? ",,," : `${key},${texts},${photo(random()) + 1}`;
      const grams = weightless.has(product) ? 0 : catalogue.weight[product];
      const sizes = sizeless.has(product)
        ? ",,,"
        : `${grams},${sides(catalogue.volume[product], normal).join()}`;
      rows.push(`${quoted(productId(plan, product))},${described},${sizes}\n`);
    }
    await files.append("products", rows.join(""));
  }
  const translated = categories.filter(({english}) => english !== "");
  await files.append("translation", translated.map(({key, english}) => `${key},${english}\n`).join(""));
}
