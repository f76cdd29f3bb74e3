import type {Interactions} from "./interactions.js";

/**
 * How many people bought each other item as well as one; items that share nobody with it are not there.
 * @example sharedPeople({byPerson: csr(1, 2, [0, 0], [0, 1]), byItem: csr(2, 1, [0, 1], [0, 0])}, 0).get(1) => 1
 */
export function sharedPeople({byItem, byPerson}: Interactions, item: number): Map<number, number> {
  const shared = new Map<number, number>();
  for (let at = byItem.indptr[item]; at < byItem.indptr[item + 1]; at++) {
    const person = byItem.indices[at];
    for (let to = byPerson.indptr[person]; to < byPerson.indptr[person + 1]; to++) {
      const other = byPerson.indices[to];
      if (other !== item) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
  }
  return shared;
}
