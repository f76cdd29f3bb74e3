import {wilsonInterval} from "../metrics/wilsonInterval.js";
import type {BasketLines} from "./basketLines.js";
import {baskets} from "./baskets.js";
import type {Csr} from "./csr.js";
import {interactions} from "./interactions.js";
import {purchasesAt} from "./purchasesAt.js";
import {quasiIndependence} from "./quasiIndependence.js";

/** How often two categories go together. Groups are orders, or people. */
export interface CategoryPair {
  from: string;
  to: string;
  /** Groups with the first, with the second, and with both. */
  withFrom: number;
  withTo: number;
  both: number;
  /** Groups with both if categories met at random, each as often as it does. */
  expected: number;
  /** Both over expected, with the ends that Wilson's 95 % interval of both gives. */
  ratio: number;
  ratioLow: number;
  ratioHigh: number;
  /** The rule's measures over all groups (Agrawal and others 1993). */
  support: number;
  confidence: number;
  ruleLift: number;
}

export interface CrossSell {
  /** Groups with a category, and those of them with more than one. */
  all: number;
  several: number;
  /** The categories that most groups with several have. */
  categories: string[];
  /** All pairs of them that differ, both ways; none where no group has several. */
  pairs: CategoryPair[];
}

/**
 * How often categories go together: in one order, or with one person at any time. Most groups have one category, so
 * that a rule's lift is below 1 for nearly all pairs; what tells pairs apart is how often they meet among the groups that
 * have several, against a random meeting.
 * @param count categories that are shown
 * @example crossSell(lines, {together: "order", count: 12}).pairs[0].ratio => 4.2
 */
export function crossSell(
  lines: BasketLines,
  {together, count}: {together: "order" | "person"; count: number}
): CrossSell {
  const {columns, people, items} = purchasesAt(lines, "category", {mergeDays: false});
  const groups =
    together === "order" ? baskets(columns, items) : interactions(columns, {people, items}).byPerson;
  const {met, having, meeting, all, several, pairs: meetings} = meetingsOf(groups, items);
  const shown = Array.from({length: items}, (_, code) => code)
    .filter((code) => meeting[code] > 0)
    .sort((a, b) => meeting[b] - meeting[a] || a - b)
    .slice(0, count);
  const expected = quasiIndependence(met, items);
  const {values: names} = lines.category;
  const pairs = shown.flatMap((from) =>
    shown
      .filter((to) => to !== from)
      .map((to): CategoryPair => {
        const [both, chance] = [met[from * items + to], expected[from * items + to]];
        const {low, high} = wilsonInterval(both, meetings) ?? {low: 0, high: 1};
        const confidence = both / having[from];
        return {
          ...{from: names[from], to: names[to], withFrom: having[from], withTo: having[to], both},
          ...{expected: chance, ratio: both / chance},
          ...{ratioLow: (low * meetings) / chance, ratioHigh: (high * meetings) / chance},
          ...{support: both / all, confidence, ruleLift: (confidence * all) / having[to]}
        };
      })
  );
  return {all, several, categories: shown.map((code) => names[code]), pairs};
}

/** Who has each category, who has it with others, and how often two meet. */
function meetingsOf({rows, indptr, indices}: Csr, items: number) {
  const met = new Float64Array(items * items);
  const [having, meeting] = [new Uint32Array(items), new Uint32Array(items)];
  let [all, several, pairs] = [0, 0, 0];
  for (let group = 0; group < rows; group++) {
    const own = indices.subarray(indptr[group], indptr[group + 1]);
    all += Number(own.length > 0);
    several += Number(own.length > 1);
    pairs += (own.length * (own.length - 1)) / 2;
    for (const a of own) {
      having[a]++;
      if (own.length > 1) meeting[a]++;
      for (const b of own) if (a !== b) met[a * items + b]++;
    }
  }
  return {met, having, meeting, all, several, pairs};
}
