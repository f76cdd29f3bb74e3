import type {BoughtLink} from "./recommender.js";
import type {Shopper} from "./shopper.js";

/**
 * The bought items that have most to do with an item, the largest amount first, without those that have nothing.
 * @param amount of the bought item at a place of the shopper's list
 * @example boughtLinks({items: Int32Array.of(4, 7)}, (place) => [0.1, 0.3][place]) => item 7, then item 4
 */
export const boughtLinks = ({items}: Shopper, amount: (place: number) => number): BoughtLink[] =>
  Array.from(items, (item, place) => ({item, amount: amount(place)}))
    .filter((link) => link.amount !== 0)
    .sort((a, b) => b.amount - a.amount || a.item - b.item);
