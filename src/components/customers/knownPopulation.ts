import {html} from "npm:htl";
import {midnightOf} from "../../lib/days.js";
import {conditionsOf} from "../../lib/explore/conditions.js";
import {conditionsWords} from "../../lib/explore/words.js";
import {formatDay} from "../../lib/format.js";
import {pageHref} from "../links.js";

/** What a note on a population as of a day is about. */
export interface KnownPopulation {
  /** The conditions, as the address has them; empty for everybody. */
  text: string;
  /** Its name in the address. */
  name: string;
  /** ISO day. */
  day: string;
  /** What the page does with it, in a sentence. */
  use: string;
}

/** Who belongs to a population by what was known on a day, and the ways back; nothing where it is everybody. */
export function knownPopulationNote({text, name, day, use}: KnownPopulation): Node {
  const conditions = text === "" ? undefined : conditionsOf(text);
  if (!conditions) return document.createDocumentFragment();
  const everybody = new URLSearchParams(location.search);
  everybody.delete(name);
  return html`<p class="population">
    Population: customers who before ${formatDay(midnightOf(day))} had bought at least one of these orders:
    ${conditionsWords(conditions)}. Deliveries, reviews, segments and features count as they were known by
    then, and an order has the status that its dates give it, as the files do not say when one was canceled:
    so nothing that came later decides who belongs. ${use}
    <a href=${pageHref("orders", `?${text}`)}>Change it</a> or
    <a href=${`${location.pathname}?${everybody.toString()}`}>take everybody</a>.
  </p>`;
}
