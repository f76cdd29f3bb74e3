import {choice, day, integer, text} from "../state/parameters.js";
import type {StateValues} from "../state/parameter.js";
import type {Span} from "../state/shared.js";
import {sharedParameters} from "../state/shared.js";
import {customerColumnNames} from "./customerColumns.js";
import {dateOf, dayOf, isoDay, midnightOf} from "../days.js";

export const clusterNumbers = ["auto", "2", "3", "4", "5", "6", "7", "8"] as const;

const apart = 180;
const atFirst = ["recency", "spend", "freight", "items", "installments", "score"]
  .filter((name) => customerColumnNames.includes(name))
  .join(",");

/** What a reader chooses on the page Clusters. */
export function clusterParameters(span: Span) {
  const {cutoff, state} = sharedParameters(span);
  const first = dayOf(midnightOf(span.first_purchase)) + 1;
  const earlier = Math.max(first, dayOf(midnightOf(span.cutoff)) - apart);
  const iso = (number: number) => isoDay(dateOf(number));
  return {
    ...{cutoff, state},
    columns: text(atFirst, {max: 120}),
    k: choice("auto", clusterNumbers),
    seed: integer(1, {min: 0, max: 999_999}),
    before: day(iso(earlier), {min: iso(first), max: span.last_purchase.slice(0, 10)})
  };
}

export type ClusterChoice = StateValues<ReturnType<typeof clusterParameters>>;

/** Names from text, those that there are, in the columns' own order. @example columnsOf("spend,none") => ["spend"] */
export const columnsOf = (written: string): string[] => {
  const wanted = new Set(written.split(",").map((one) => one.trim()));
  return customerColumnNames.filter((name) => wanted.has(name));
};
