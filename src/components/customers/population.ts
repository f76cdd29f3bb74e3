import {html} from "npm:htl";
import {conditionsOf, featuresOf, peopleSql} from "../../lib/explore/conditions.js";
import {conditionsWords} from "../../lib/explore/words.js";
import type {Purchases} from "../../lib/retention/purchases.js";
import {purchasesAmong} from "../../lib/retention/purchasesAmong.js";
import {pageHref} from "../links.js";
import {sql} from "../sql.js";
import {loadPurchases} from "./purchases.js";

/**
 * The query for the people of a population; empty for everybody.
 * @param cutoff of the data, as of which customers' features are
 */
export const populationSql = (text: string, cutoff: string): string => {
  const conditions = text === "" ? undefined : conditionsOf(text);
  return conditions ? peopleSql(conditions, cutoff) : "";
};

/** All orders of a population's people; DuckDB starts only where there is one. */
export async function purchasesOfPopulation(text: string, cutoff: string): Promise<Purchases> {
  const query = populationSql(text, cutoff);
  if (query === "") return loadPurchases();
  const [all, {customer_key}] = await Promise.all([loadPurchases(), sql.columns(query)]);
  return purchasesAmong(all, new Set(customer_key as Iterable<number>));
}

/** Who a page is about, where that is not everybody, and the ways back. */
export function populationNote(text: string): HTMLElement {
  const conditions = text === "" ? undefined : conditionsOf(text);
  if (!conditions) return html`<span></span>`;
  const everybody = new URLSearchParams(location.search);
  everybody.delete("population");
  return html`<p class="population">
    Population: people with at least one order of these: ${conditionsWords(conditions)}; all their orders
    count, and an order after the cutoff can make somebody
    belong.${featuresOf(conditions).length > 0 ? " Features are as of the end of the data." : ""}
    <a href=${pageHref("orders", `?${text}`)}>Change it</a> or
    <a href=${`${location.pathname}?${everybody.toString()}`}>take everybody</a>.
  </p>`;
}
