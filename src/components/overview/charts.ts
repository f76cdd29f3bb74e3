import {html} from "npm:htl";
import type {DailyRow, Selection} from "../../lib/dashboard/cube.js";
import type {BandRow, CategoryRow, SegmentRow} from "../../lib/dashboard/mix.js";
import {bands, categories, segmentsAt, sumBy} from "../../lib/dashboard/mix.js";
import {meanFreight, sentences} from "../../lib/dashboard/sentences.js";
import type {Grain, TrendPoint} from "../../lib/dashboard/trend.js";
import {currencySign, formatDay, formatMoneyWhole, shortMoney} from "../../lib/format.js";
import {namedCategories, otherCategories} from "../../lib/marts/monthlyCategories.js";
import {lackText} from "../../lib/lackText.js";
import {lacks, paidOrder, placeWord} from "../../lib/shop.js";
import {stateNames} from "../brazil.js";
import {chart} from "../chart.js";
import {categoryBars} from "../charts/categoryBars.js";
import {freightByPrice} from "../charts/freightByPrice.js";
import {lateTrend} from "../charts/lateTrend.js";
import {revenueTrend} from "../charts/revenueTrend.js";
import {scoreTrend} from "../charts/scoreTrend.js";
import {segmentBars} from "../charts/segmentBars.js";
import {stateTiles} from "../charts/stateTiles.js";
import {fewestCases} from "../charts/trendLine.js";
import {counting} from "../counting.js";

/** Revenue over time; `where` ends each note with the selection in words. */
export const revenueChart = (points: readonly TrendPoint[], by: Grain, where: string): HTMLElement =>
  chart({
    name: "revenue",
    title: sentences.revenue(points, by),
    note: `Sum of the item prices of ${paidOrder.many}, by day of purchase${lacks("outcomes") ? "" : "; what was bought last may not have been delivered when the files end"}. ${where}`,
    data: points,
    counted: counting("deliveredOrders", paidOrder.many),
    render: (rows, {width}) => revenueTrend(rows, {width, grain: by})
  });

const revenueOf = (rows: readonly {state: string; price_cents: number}[]) =>
  rows.map(({state, price_cents}) => ({state, value: price_cents}));

/** Revenue by state; a sentence where the shop's orders name no state of Brazil. */
export function stateChart(bought: readonly DailyRow[], where: string): HTMLElement {
  const all = bought.filter(({status}) => status === "delivered");
  const delivered = all.filter(({state}) => Object.hasOwn(stateNames, state));
  if (all.length > 0 && delivered.length === 0)
    return html`<p class="card">
      This shop’s orders name no state of Brazil: their revenue cannot be drawn by state.
    </p>`;
  const byState = sumBy(delivered, "state", ["price_cents", "orders"]);
  return chart({
    name: "states",
    title: sentences.states(revenueOf(byState), (code) => stateNames[code]),
    note: `Sum of the item prices of ${paidOrder.many}, by the state that they were sent to. ${where}`,
    data: byState,
    counted: counting("orders", paidOrder.many),
    render: (rows, {width}) =>
      stateTiles(revenueOf(rows), {
        width,
        label: `Revenue, ${currencySign}`,
        format: formatMoneyWhole,
        short: shortMoney
      })
  });
}

/** Revenue by category of product. */
export function categoryChart(
  rows: readonly CategoryRow[],
  selection: Selection,
  where: string
): HTMLElement {
  const byCategory = categories(rows, selection);
  return chart({
    name: "categories",
    title: sentences.categories(byCategory, otherCategories),
    note: `Product mix: sum of the item prices of ${paidOrder.many}, by the product's category. Named are the ${namedCategories} that earn most over all months and ${placeWord.many}. ${where}`,
    data: byCategory,
    counted: counting("items", "order lines"),
    render: (shown, {width}) => categoryBars(shown, {width})
  });
}

/** What freight adds to the price, by price. */
export function freightChart(rows: readonly BandRow[], selection: Selection, where: string): HTMLElement {
  const byBand = bands(rows, selection);
  if (byBand.length > 0 && byBand.every(({freight_cents}) => freight_cents === 0))
    return html`<p class="card">The files give no freight for these orders.</p>`;
  return chart({
    name: "freight",
    title: sentences.freight(byBand),
    note: `Order lines of ${paidOrder.many}, by price; a line's freight is ${meanFreight(byBand)} on average. ${where}`,
    data: byBand,
    counted: counting("items", "order lines"),
    render: (shown, {width}) => freightByPrice(shown, {width})
  });
}

/** People by RFM segment at the last month's end of the selection. */
export function segmentChart(rows: readonly SegmentRow[], selection: Selection, where: string): HTMLElement {
  const reached = segmentsAt(rows, selection);
  return chart({
    name: "segments",
    title: sentences.segments(reached?.segments ?? []),
    note: `People by recency, and by frequency, then spend, of their ${paidOrder.many} before ${formatDay(reached?.cutoff)}. The page RFM segments explains the names. ${where}`,
    data: reached?.segments ?? [],
    counted: counting("customers", "people"),
    render: (shown, {width}) => segmentBars(shown, {width})
  });
}

/** The share of orders that came late, by month. */
const lateChart = (months: readonly TrendPoint[], where: string): HTMLElement =>
  chart({
    name: "late",
    title: sentences.late(months, fewestCases),
    note: `Share of delivered orders that came on a later calendar day than promised, by month of purchase; months with fewer than ${fewestCases} are left out. ${where}`,
    data: months,
    counted: counting("dated", "orders with a delivery date"),
    render: (rows, {width}) => lateTrend(rows, {width})
  });

/** The mean review score by month. */
const scoreChart = (months: readonly TrendPoint[], where: string): HTMLElement =>
  chart({
    name: "score",
    title: sentences.score(months, fewestCases),
    note: `Mean review score by month of purchase; months with fewer than ${fewestCases} reviews are left out. ${where}`,
    data: months.some(({reviews}) => reviews > 0) ? months : [],
    empty: "No order of this selection has a review.",
    counted: counting("reviews", "reviews"),
    render: (rows, {width}) => scoreTrend(rows, {width})
  });

/** How orders came and were reviewed, as far as the shop's files tell; a sentence for what they do not. */
export function servicePart(months: readonly TrendPoint[], where: string): HTMLElement {
  const [late, score] = [lackText("deliveries", "promises"), lackText("reviews")];
  return html`<div>
    ${late === undefined ? null : html`<p>${late}${lacks("outcomes") ? ` ${takenAsDelivered}` : ""}</p>`}
    ${score === undefined ? null : html`<p>${score}</p>`}
    <div class="grid grid-cols-2">
      ${late === undefined ? lateChart(months, where) : null}
      ${score === undefined ? scoreChart(months, where) : null}
    </div>
  </div>`;
}

const takenAsDelivered = "Every order counts as delivered.";
