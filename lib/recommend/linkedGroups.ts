import type {Csr} from "./csr.js";

/**
 * Groups of items that people link: two items are in one group where a chain of people who bought several leads from
 * one to the other. Groups of two items or more, the largest first; items ascending (union-find: Tarjan 1975).
 * @param byPerson people by items
 * @example linkedGroups(csr(1, 4, [0, 0], [1, 3])) => [[1, 3]]
 */
export function linkedGroups({rows, columns, indptr, indices}: Csr): Int32Array[] {
  const parent = Int32Array.from({length: columns}, (_, item) => item);
  const root = (item: number): number => {
    while (parent[item] !== item) item = parent[item] = parent[parent[item]];
    return item;
  };
  for (let person = 0; person < rows; person++)
    for (let at = indptr[person] + 1; at < indptr[person + 1]; at++) {
      const [a, b] = [root(indices[at - 1]), root(indices[at])];
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  const members = new Map<number, number[]>();
  for (let item = 0; item < columns; item++) {
    const group = members.get(root(item));
    if (group) group.push(item);
    else members.set(root(item), [item]);
  }
  return [...members.values()]
    .filter(({length}) => length > 1)
    .map((group) => Int32Array.from(group))
    .sort((a, b) => b.length - a.length || a[0] - b[0]);
}
