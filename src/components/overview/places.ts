import {html} from "npm:htl";
import type {DailyRow, Selection} from "../../lib/dashboard/cube.js";
import {sentences} from "../../lib/dashboard/sentences.js";
import {formatCount, formatMoneyShort, formatShare} from "../../lib/format.js";
import {chart} from "../chart.js";
import {rankedBars} from "../charts/rankedBars.js";
import {color} from "../colors.js";
import {counting} from "../counting.js";
import {pending} from "../pending.js";
import {stateChart} from "./charts.js";
import {onPick, stateAt, stateRow} from "../pick.js";
import {sumBy} from "../../lib/dashboard/mix.js";
import {inBrazil, paidOrder, placeWord} from "../../lib/shop.js";
import {placeCodes} from "../../lib/state/placeCodes.js";

/** What the delivered orders of a place brought; without a name, those of orders that name none. */
interface PlaceRow {
  place: string | null;
  orders: number;
  price_cents: number;
}

const namedPlaces = 12;
const others = "all other places";

/** Delivered orders by place, those that brought most first. */
async function byPlace({from, until}: Selection): Promise<PlaceRow[]> {
  const {sql} = await import("../sql.js");
  return (await sql`select nullif(city, '(not given)') as place, count(*) as orders, sum(price_cents) as price_cents from orders
    where status = 'delivered' and purchased_at >= ${from} and purchased_at < ${until}
    group by 1 order by 3 desc, 1`) as unknown as PlaceRow[];
}

/** The places that brought most, then all others as one. */
function ranked(rows: readonly PlaceRow[]): {place: string; orders: number; price_cents: number}[] {
  const named = rows.flatMap(({place, ...sums}) => (place === null ? [] : [{place, ...sums}]));
  const rest = named.slice(namedPlaces);
  const sum = (of: "orders" | "price_cents") => rest.reduce((total, row) => total + row[of], 0);
  const other = {place: others, orders: sum("orders"), price_cents: sum("price_cents")};
  return [...named.slice(0, namedPlaces), ...(rest.length > 0 ? [other] : [])];
}

function placeBars(all: readonly PlaceRow[], where: string): HTMLElement {
  const rows = ranked(all);
  if (rows.length === 0)
    return html`<p class="card">
      The orders of this selection name no place: their revenue cannot be told by place.
    </p>`;
  const total = rows.reduce((sum, {price_cents}) => sum + price_cents, 0);
  const none = all.find(({place}) => place === null)?.orders ?? 0;
  return chart({
    name: "places",
    title: sentences.states(
      rows.flatMap((row) => (row.place === others ? [] : [{state: row.place, value: row.price_cents}])),
      (place) => place,
      total
    ),
    note: `Sum of the item prices of ${paidOrder.many}, by the ${placeWord.one} that the shop’s files name${none === 0 ? "" : none === 1 ? "; 1 order names none and is left out" : `; ${formatCount(none)} orders name none and are left out`}. ${where}`,
    data: rows,
    counted: counting("orders", paidOrder.many),
    render: (shown, {width}) =>
      rankedBars(
        shown.map(({place, price_cents}) => ({
          label: place,
          value: price_cents,
          text: `${formatMoneyShort(price_cents)} · ${formatShare(total > 0 ? price_cents / total : null)}`,
          fill: color(place === others ? "other" : "accent")
        })),
        {width}
      )
  });
}

/** Revenue by place as a ranked list, for a shop whose places are no states of Brazil; it asks DuckDB. */
const placeChart = (selection: Selection, where: string): HTMLElement =>
  pending("by-place", byPlace(selection), (rows) => placeBars(rows, where));

/** The same of a cube whose rows tell places apart. */
function boughtByPlace(bought: readonly DailyRow[]): PlaceRow[] {
  const delivered = bought.filter(({status}) => status === "delivered");
  return sumBy(delivered, "state", ["price_cents", "orders"])
    .map(({state, ...sums}) => ({place: state, ...sums}))
    .sort((a, b) => b.price_cents - a.price_cents);
}

interface Shown {
  bought: readonly DailyRow[];
  selection: Selection;
  /** The selection in words. */
  where: string;
}

/** Revenue by state as tiles, of which a click has `take` choose one; as a ranked list of places for a shop elsewhere. */
export const revenueByPlace = (
  {bought, selection, where}: Shown,
  take: (state: string) => void
): HTMLElement =>
  inBrazil
    ? onPick(stateChart(bought, where), stateAt, take)
    : placeCodes.length > 0
      ? onPick(placeBars(boughtByPlace(bought), where), stateRow, take)
      : placeChart(selection, where);
