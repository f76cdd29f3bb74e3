import {quantile} from "../metrics/quantile.js";
import type {BasketLines} from "./basketLines.js";
import type {ItemContent} from "./models/content.js";
import type {ItemLevel} from "./purchasesAt.js";

/** What some purchases tell of items; -1 and NaN of items that are not among them. */
export interface ItemFacts extends ItemContent {
  /** Median price of a piece, in cents. */
  price: Float64Array;
}

const bands = 10;

/**
 * Category, median price and price band (tenths of the items by price) of items, from some purchases alone: what is
 * bought later changes nothing.
 * @param rows the purchases that are known
 * @example itemFacts(lines, "product", split.train).category[0] => 13
 */
export function itemFacts(lines: BasketLines, level: ItemLevel, rows: Uint32Array): ItemFacts {
  const {codes: item, values} = lines[level];
  const prices: number[][] = Array.from({length: values.length}, () => []);
  for (const row of rows) prices[item[row]].push(lines.price[row] / Math.max(1, lines.pieces[row]));
  const price = Float64Array.from(prices, (own) => quantile(Float64Array.from(own).sort(), 0.5));
  return {price, priceBand: bandsOf(price), category: commonestCategory(lines, item, values.length, rows)};
}

/** The category of most rows of each item, the lower code where two have as many. */
function commonestCategory(
  {category: {codes, values}}: BasketLines,
  item: Int32Array,
  items: number,
  rows: Uint32Array
): Int32Array {
  const counts = new Map<number, number>();
  const best = new Int32Array(items).fill(-1);
  const most = new Int32Array(items);
  for (const row of rows) {
    const [code, group] = [item[row], codes[row]];
    const key = code * values.length + group;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > most[code] || (count === most[code] && group < best[code])) {
      most[code] = count;
      best[code] = group;
    }
  }
  return best;
}

function bandsOf(price: Float64Array): Int32Array {
  const sorted = price.filter((value) => !Number.isNaN(value)).sort();
  const cuts = Array.from({length: bands - 1}, (_, i) => quantile(sorted, (i + 1) / bands));
  return Int32Array.from(price, (value) =>
    Number.isNaN(value) ? -1 : cuts.filter((cut) => value > cut).length
  );
}
