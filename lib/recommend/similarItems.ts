import type {BasketLines} from "./basketLines.js";
import type {NamedItem} from "./forCustomer.js";
import {namedItem} from "./forCustomer.js";
import {sharedPeople} from "./sharedPeople.js";
import type {ShopModels} from "./shopModels.js";

/** An item that people of another one bought too. */
export interface SimilarItem extends NamedItem {
  /** Cosine of who bought the two, and the same shrunk as item kNN does: one person in common says little. */
  cosine: number;
  similarity: number;
  /** People who bought both. */
  both: number;
  /** People who bought this one. */
  people: number;
}

export interface SimilarItems {
  item: NamedItem;
  /** People who bought the item. */
  people: number;
  /** The most similar first. */
  similar: SimilarItem[];
}

/**
 * The items that an item shares most people with, by the shrunk cosine; none where nobody bought another item as well.
 * @example similarItems(lines, models, 4, {count: 10, shrinkage: 10}).similar[0].both => 3
 */
export function similarItems(
  lines: BasketLines,
  models: ShopModels,
  item: number,
  {count, shrinkage}: {count: number; shrinkage: number}
): SimilarItems {
  const {byItem} = models.interactions;
  const people = (code: number) => byItem.indptr[code + 1] - byItem.indptr[code];
  const similar = [...sharedPeople(models.interactions, item)]
    .map(([other, shared]) => ({
      ...namedItem(lines, models, other),
      cosine: shared / Math.sqrt(people(item) * people(other)),
      similarity: shared / (Math.sqrt(people(item) * people(other)) + shrinkage),
      ...{both: shared, people: people(other)}
    }))
    .sort((a, b) => b.similarity - a.similarity || b.both - a.both || a.item - b.item)
    .slice(0, count);
  return {item: namedItem(lines, models, item), people: people(item), similar};
}
