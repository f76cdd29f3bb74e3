import {wilsonInterval} from "../metrics/wilsonInterval.js";
import type {BasketLines} from "./basketLines.js";
import {transpose} from "./transpose.js";
import {purchasesAt} from "./purchasesAt.js";
import {baskets} from "./baskets.js";
import {interactions} from "./interactions.js";
import type {Csr} from "./csr.js";

/** How often two categories go together. */
export interface CategoryPair {
  from: string;
  to: string;
  /** Baskets (or people) with the first, with the second, and with both. */
  withFrom: number;
  withTo: number;
  both: number;
  /** Share of those with the first that have the second, with Wilson's interval of 95 %. */
  confidence: number;
  low: number;
  high: number;
  /** Confidence over the share of all that have the second, with the ends that confidence's interval gives. */
  lift: number;
  liftLow: number;
  liftHigh: number;
}

export interface CrossSell {
  /** Baskets or people, and those of them with more than one category. */
  all: number;
  several: number;
  /** The commonest categories, and all pairs of them that differ, both ways. */
  categories: string[];
  pairs: CategoryPair[];
}

/**
 * How often categories go together: in one order, or with one person at any time.
 * @param count the commonest categories that are shown
 * @example crossSell(lines, {together: "order", count: 12}).pairs[0].lift => 0.4
 */
export function crossSell(
  lines: BasketLines,
  {together, count}: {together: "order" | "person"; count: number}
): CrossSell {
  const {columns, people, items} = purchasesAt(lines, "category", {mergeDays: false});
  const groups =
    together === "order" ? baskets(columns, items) : interactions(columns, {people, items}).byPerson;
  const sizes = (group: number) => groups.indptr[group + 1] - groups.indptr[group];
  let [all, several] = [0, 0];
  for (let group = 0; group < groups.rows; group++) {
    all += Number(sizes(group) > 0);
    several += Number(sizes(group) > 1);
  }
  const byCategory = transpose(groups);
  const having = (category: number) => byCategory.indptr[category + 1] - byCategory.indptr[category];
  const shown = Array.from({length: items}, (_, code) => code)
    .sort((a, b) => having(b) - having(a) || a - b)
    .slice(0, count);
  const met = pairsOf(groups, items);
  const {values: names} = lines.category;
  const pairs = shown.flatMap((from) =>
    shown
      .filter((to) => to !== from)
      .map((to): CategoryPair => {
        const [withFrom, withTo, both] = [having(from), having(to), met[from * items + to]];
        const {low, high} = wilsonInterval(both, withFrom) ?? {low: 0, high: 1};
        const base = withTo / all;
        const confidence = both / withFrom;
        return {
          ...{from: names[from], to: names[to], withFrom, withTo, both, confidence, low, high},
          ...{lift: confidence / base, liftLow: low / base, liftHigh: high / base}
        };
      })
  );
  return {all, several, categories: shown.map((code) => names[code]), pairs};
}

function pairsOf({rows, indptr, indices}: Csr, items: number): Uint32Array {
  const met = new Uint32Array(items * items);
  for (let group = 0; group < rows; group++)
    for (let a = indptr[group]; a < indptr[group + 1]; a++)
      for (let b = indptr[group]; b < indptr[group + 1]; b++)
        if (a !== b) met[indices[a] * items + indices[b]]++;
  return met;
}
