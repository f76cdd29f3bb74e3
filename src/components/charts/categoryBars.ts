import {formatMoneyShort, formatShare} from "../../lib/format.js";
import {namedCategories, otherCategories} from "../../lib/marts/monthlyCategories.js";
import {color} from "../colors.js";
import type {Bar} from "./rankedBars.js";
import {rankedBars} from "./rankedBars.js";
import type {Size} from "./size.js";
import {drawable} from "./size.js";

/** A category's label and revenue in cents. */
export interface CategoryRevenue {
  category: string;
  price_cents: number;
}

/** The ten categories with the largest revenue, largest first, then all others as one bar, each with its share. */
export function categoryBars(
  rows: readonly CategoryRevenue[],
  {width, top = namedCategories}: Size & {top?: number}
): Element {
  const sorted = rows
    .filter(({category, price_cents}) => drawable(price_cents) && category !== otherCategories)
    .sort((a, b) => b.price_cents - a.price_cents);
  const named = sorted.slice(0, top);
  const rest = [...sorted.slice(top), ...rows.filter(({category}) => category === otherCategories)];
  const sum = (of: readonly CategoryRevenue[]) => of.reduce((total, row) => total + row.price_cents, 0);
  const total = sum(named) + sum(rest);
  const bar = (label: string, cents: number, fill: string): Bar => ({
    label,
    value: cents,
    text: `${formatMoneyShort(cents)} · ${formatShare(total > 0 ? cents / total : null)}`,
    fill
  });
  return rankedBars(
    [
      ...named.map((row) => bar(row.category, row.price_cents, color("accent"))),
      ...(rest.length > 0 ? [bar(otherCategories, sum(rest), color("other"))] : [])
    ],
    {width}
  );
}
