import type {DailyRow, RepeatOrderRow} from "../../lib/dashboard/cube.js";
import type {BandRow, CategoryRow} from "../../lib/dashboard/mix.js";
import {otherCategories} from "../../lib/marts/monthlyCategories.js";
import {selectInput} from "../choiceInput.js";
import {readMart} from "../marts.js";

/** A small mart as it was published, or worked out in the tab of one category's lines, for which DuckDB starts. */
async function cube<T>(name: string, category: string): Promise<readonly T[]> {
  if (category === "all") return readMart<T>(name);
  const {oneCategory} = await import("./oneCategory.js"); // It brings DuckDB, which the page does without at first.
  return oneCategory<T>(name, category);
}

/** What the page's figures are sums of, of all categories or of one. */
export const cubes = {
  daily: (category: string) => cube<DailyRow>("daily", category),
  repeatOrders: (category: string) => cube<RepeatOrderRow>("repeat_orders", category),
  /** @param whole whether all months are looked at, which a smaller mart answers */
  bands: (category: string, whole: boolean) =>
    cube<BandRow>(whole ? "price_bands" : "monthly_price_bands", category)
};

/** The categories that the page tells apart. */
export const namesOf = (rows: readonly CategoryRow[]): string[] =>
  [...new Set(rows.map(({category}) => category))].filter((name) => name !== otherCategories).sort();

/** A choice of one of them or of all. */
export const categoryInput = (names: readonly string[]) =>
  selectInput(["all", ...names], "Category", (name: string) => (name === "all" ? "All categories" : name));
