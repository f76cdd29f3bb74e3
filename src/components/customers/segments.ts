import {html} from "npm:htl";
import * as rfm from "../../lib/retention/segmentCells.js";
import {formatMoney, formatMoneyWhole, formatCount, formatNumber, formatShare} from "../../lib/format.js";
import type {Manifest} from "../../lib/marts/manifest.js";
import {segments} from "../../lib/marts/segments.js";
import type {Cell, SegmentTotal} from "../../lib/retention/segmentCells.js";
import {segmentAdvice} from "../../lib/rfm/segments.js";
import {segmentColor} from "../colors.js";
import {placeWord} from "../../lib/shop.js";

const sum = (rows: readonly SegmentTotal[], field: "customers" | "monetary_cents") =>
  rows.reduce((total, row) => total + row[field], 0);

type Built = Pick<Manifest, "cutoff">;

/** A query with the text of the mart `segments` put as its name, where the mart was built for the cutoff asked for. */
const ready = (query: string, {cutoff}: Built): string =>
  query.replace(segments.sql({cutoff}), "select * from segments");

/** The query that answers the page; at the cutoff that the marts were built for it need not score anybody again. */
export const cellsSql = (cutoff: string, state: string, built: Built, population = ""): string =>
  ready(rfm.cellsSql(cutoff, state, population), built);

/** The query for the people of a segment, from the same scores as {@link cellsSql}. */
export const membersSql = (
  cutoff: string,
  state: string,
  segment: string,
  repeatOnly: boolean,
  built: Built,
  population = ""
): string => ready(rfm.membersSql(cutoff, state, segment, repeatOnly, population), built);

/** How many Champions bought only once. */
export function bigOrders(cells: readonly Cell[]): string {
  const people = (some: readonly Cell[]) => some.reduce((total, {customers}) => total + customers, 0);
  const champions = cells.filter(({segment}) => segment === "Champions");
  const once = people(champions.filter(({orders}) => orders === 1));
  return champions.length === 0
    ? "There are no Champions in this selection."
    : `Of ${formatCount(people(champions))} Champions by frequency, then spend, ${formatCount(once)} (${formatShare(once / people(champions), 0)}) bought once.`;
}

/** The page's answer in one sentence. */
export function segmentAnswer(rows: readonly SegmentTotal[], day: string): string {
  const [people, cents] = [sum(rows, "customers"), sum(rows, "monetary_cents")];
  if (people === 0)
    return `Nobody had bought before ${day} in this selection: choose a later cutoff or another ${placeWord.one}.`;
  const best = rows.filter(({segment}) => segment === "Champions" || segment === "Loyal Customers");
  const leaving = rows.filter(({segment}) => segment === "At Risk" || segment === "Can't Lose Them");
  return `Of ${formatCount(people)} people who had bought before ${day}, ${formatShare(sum(best, "customers") / people, 0)} are Champions or Loyal and brought ${formatShare(sum(best, "monetary_cents") / cents, 0)} of the revenue; ${formatCount(sum(leaving, "customers"))} good customers (${formatShare(sum(leaving, "customers") / people, 0)}) are At Risk or Can’t Lose Them.`;
}

/** Every segment with its size, what it brings, and what to do with it. */
export function segmentTable(rows: readonly SegmentTotal[]): HTMLElement {
  const people = sum(rows, "customers");
  const cents = sum(rows, "monetary_cents");
  const share = (part: number, whole: number) => formatShare(whole > 0 ? part / whole : null);
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Segments, scrollable">
    <table class="segment-table">
      <caption class="visually-hidden">
        Segments with customers, revenue, recency and what to do
      </caption>
      <thead>
        <tr>
          <th scope="col">Segment</th>
          <th scope="col" class="number">Customers</th>
          <th scope="col" class="number">Revenue</th>
          <th scope="col" class="number">Mean spend</th>
          <th scope="col" class="number">Mean days since last order</th>
          <th scope="col">Who they are</th>
          <th scope="col">What to do</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({segment, customers, monetary_cents, mean_spend_cents, meanRecency}) =>
            html`<tr>
              <th scope="row">
                <span class="swatch" style=${`background: ${segmentColor(segment)}`} aria-hidden="true"></span
                >${segment}
              </th>
              <td class="number">
                ${formatCount(customers)}<br /><small>${share(customers, people)}</small>
              </td>
              <td class="number">
                ${formatMoneyWhole(monetary_cents)}<br /><small>${share(monetary_cents, cents)}</small>
              </td>
              <td class="number">${formatMoney(mean_spend_cents)}</td>
              <td class="number">${formatNumber(meanRecency, 0)}</td>
              <td>${segmentAdvice[segment].who}</td>
              <td>${segmentAdvice[segment].action}</td>
            </tr>`
        )}
      </tbody>
    </table>
  </div>`;
}
