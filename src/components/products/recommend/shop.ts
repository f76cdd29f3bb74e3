import {html} from "npm:htl";
import {formatCount, formatDay, formatMoney, formatNumber, formatShare} from "../../../lib/format.js";
import type {BasketLines} from "../../../lib/recommend/basketLines.js";
import {basketRevenue} from "../../../lib/recommend/basketRevenue.js";
import {crossSell} from "../../../lib/recommend/crossSell.js";
import {claimedHitRate} from "../../../lib/recommend/study.js";
import {yearOf} from "../../../lib/recommend/yearOf.js";
import {dateOf} from "../../../lib/retention/purchases.js";
import {chart} from "../../chart.js";
import {liftMap} from "../../charts/liftMap.js";
import {kpi} from "../../kpi.js";
import {problem} from "../../problem.js";
import {revenueText} from "./text.js";

const shownCategories = 14;
const share = (value: number) => formatShare(value, 2);

/** How often categories go together, in one order or with one person. */
export function crossSellChart(lines: BasketLines, together: "order" | "person"): HTMLElement {
  const {all, several, categories, pairs} = crossSell(lines, {together, count: shownCategories});
  const group = together === "order" ? "orders" : "people";
  const surest = pairs
    .filter(({liftLow}) => liftLow > 1)
    .sort((a, b) => b.liftLow - a.liftLow)
    .at(0);
  return chart({
    name: "cross-sell",
    title: `${formatShare(several / Math.max(1, all))} of ${group} have more than one category${surest ? `; surest pair: ${surest.from} with ${surest.to}, ${formatNumber(surest.lift, 1)} times as often as with any` : ""}`,
    note: `Lift: how many times as frequent the category across is among ${group} with the category down as among all; 1 is no relation. Most ${group} hold one category alone, so that nearly every lift is below 1: a category in an order takes the place of others. Faint cells: the 95 % interval (Wilson’s, of the share with both) holds 1. The ${formatCount(categories.length)} commonest categories; ${formatCount(pairs.length)} pairs are shown, and some of them are sure by chance.`,
    data: pairs.map((pair) => ({
      ...pair,
      sure: pair.liftLow > 1 || pair.liftHigh < 1,
      about: `${pair.from} → ${pair.to}\n${formatCount(pair.both)} of ${formatCount(pair.withFrom)} ${group}: ${share(pair.confidence)}\nlift ${formatNumber(pair.lift, 2)} (${formatNumber(pair.liftLow, 2)} to ${formatNumber(pair.liftHigh, 2)})`
    })),
    counted: () => `${formatCount(all)} ${group}`,
    columns: {
      from: {label: "With"},
      to: {label: "Also"},
      withFrom: {label: `${group[0].toUpperCase()}${group.slice(1)} with the first`},
      both: {label: "With both"},
      confidence: {label: "Share", format: share},
      low: {label: "From", format: share},
      high: {label: "To", format: share},
      lift: {label: "Lift", format: (value: number) => formatNumber(value, 2)},
      liftLow: {label: "From", format: (value: number) => formatNumber(value, 2)},
      liftHigh: {label: "To", format: (value: number) => formatNumber(value, 2)}
    },
    exported: ({from, to, withFrom, withTo, both, confidence, low, high, lift, liftLow, liftHigh}) => ({
      ...{from, to, withFrom, withTo, both, confidence, low, high, lift, liftLow, liftHigh}
    }),
    render: (rows, {width}) => liftMap(rows, {width, names: categories})
  });
}

/** What recommended items could add to a year's revenue, under the reader's assumptions (in per cent). */
export function revenuePart(
  lines: BasketLines,
  end: number,
  {shown, accept, extra}: {shown: number; accept: number; extra: number}
): HTMLElement {
  const year = yearOf(lines, end);
  if (!year)
    return problem("There is nothing to show", "Nothing was bought in the year before the data end.");
  const {orders, revenue, price, from} = year;
  const found = basketRevenue(
    {orders, revenue, price},
    {shown: shown / 100, accepted: accept / 100, extra: extra / 100},
    claimedHitRate
  );
  const counted = `${formatCount(orders)} orders from ${formatDay(dateOf(from))} to ${formatDay(dateOf(end - 1))}`;
  return html`<div>
    <div class="cards">
      ${kpi({
        ...{label: "Revenue added in a year", value: found.revenue, format: formatMoney, counted},
        definition:
          "Orders × shown × adding an item × not bought otherwise × the median price of a piece; freight is left out."
      })}
      ${kpi({
        ...{
          label: "Of the year’s revenue",
          value: found.share,
          format: (value) => formatShare(value, 2),
          counted
        },
        definition: "The revenue added over the sum of prices of the year."
      })}
      ${kpi({
        ...{label: "Items added", value: found.added, format: formatCount, counted},
        definition: `Orders × shown × adding an item; each at ${formatMoney(price)}, the median price of a piece.`
      })}
    </div>
    <p>${revenueText({revenue: found.revenue, part: found.share, needed: found.needed})}</p>
  </div>`;
}
