import {html} from "npm:htl";
import {
  formatCount,
  formatDay,
  formatMoney,
  formatMoneyWhole,
  formatNumber,
  formatShare
} from "../../../lib/format.js";
import type {BasketLines} from "../../../lib/recommend/basketLines.js";
import {basketRevenue} from "../../../lib/recommend/basketRevenue.js";
import {crossSell} from "../../../lib/recommend/crossSell.js";
import {claimedHitRate} from "../../../lib/recommend/study.js";
import {yearOf} from "../../../lib/recommend/yearOf.js";
import {dateOf} from "../../../lib/days.js";
import {chart} from "../../chart.js";
import {liftMap} from "../../charts/liftMap.js";
import {kpi} from "../../kpi.js";
import {problem} from "../../problem.js";
import {revenueText} from "./text.js";

const shownCategories = 14;
const share = (value: number) => formatShare(value, 2);

const ratio = (value: number) => formatNumber(value, value < 10 ? 2 : 0);

/** How often categories go together, in one order or with one person. */
export function crossSellChart(lines: BasketLines, together: "order" | "person"): HTMLElement {
  const {all, several, categories, pairs} = crossSell(lines, {together, count: shownCategories});
  const group = together === "order" ? "orders" : "people";
  const surest = pairs
    .filter(({ratioLow}) => ratioLow > 1)
    .sort((a, b) => b.ratioLow - a.ratioLow)
    .at(0);
  return chart({
    name: "cross-sell",
    title: `${formatShare(several / Math.max(1, all))} of ${group} have more than one category${surest ? `; among those, ${surest.from} and ${surest.to} meet ${formatNumber(surest.ratio, 1)} times as often as expected (${formatCount(surest.both)} ${group})` : ""}`,
    note: `Among the ${formatCount(several)} ${group} with more than one category: observed over expected meetings of two categories, if categories combined at random, given how often each occurs (quasi-independence: Goodman 1968). Above 1 is orange, below 1 blue; faint where the 95 % interval of the number of ${group} with both (Wilson’s) includes the expected number. Of the ${formatCount(pairs.length / 2)} pairs of the ${formatCount(categories.length)} commonest categories about ${formatCount(Math.round(pairs.length / 40))} would stand out by chance alone. Products without a category count as one. The table has the rules’ own measures too, over all ${group}.`,
    data: pairs.map((pair) => ({
      ...pair,
      lift: pair.ratio,
      sure: pair.ratioLow > 1 || pair.ratioHigh < 1,
      about: `${pair.from} and ${pair.to}\n${formatCount(pair.both)} ${group} have both, ${formatNumber(pair.expected, 1)} by chance\n${ratio(pair.ratio)} times (${ratio(pair.ratioLow)} to ${ratio(pair.ratioHigh)})`
    })),
    counted: () => `${formatCount(all)} ${group}`,
    empty: `No ${group} have more than one category.`,
    columns: {
      from: {label: "With"},
      to: {label: "Also"},
      both: {label: `${group[0].toUpperCase()}${group.slice(1)} with both`},
      expected: {label: "By chance", format: (value: number) => formatNumber(value, 1)},
      ratio: {label: "Times", format: ratio},
      ratioLow: {label: "From", format: ratio},
      ratioHigh: {label: "To", format: ratio},
      support: {label: "Support", format: share},
      confidence: {label: "Confidence", format: share},
      ruleLift: {label: "Lift", format: ratio}
    },
    exported: ({from, to, withFrom, withTo, both, ...rest}) => ({
      ...{from, to, with_from: withFrom, with_to: withTo, with_both: both, expected: rest.expected},
      ...{ratio: rest.ratio, ratio_low: rest.ratioLow, ratio_high: rest.ratioHigh},
      ...{support: rest.support, confidence: rest.confidence, lift: rest.ruleLift}
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
    return problem("There is nothing to show", "Nothing was bought in the year before the data ends.");
  const {orders, price, from} = year;
  const found = basketRevenue(
    year,
    {shown: shown / 100, accepted: accept / 100, extra: extra / 100},
    claimedHitRate
  );
  const counted = `${formatCount(orders)} orders with a product, cancelled ones included, from ${formatDay(dateOf(from))} to ${formatDay(dateOf(end - 1))}`;
  return html`<div>
    <div class="grid grid-cols-3">
      ${kpi({
        ...{label: "Revenue added in a year", value: found.revenue, format: formatMoneyWhole, counted},
        definition:
          "Orders × shown × adding an item × not bought otherwise × the mean price of a piece; freight is left out."
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
        definition: `Orders × shown × adding an item; each at ${formatMoney(price)}, the mean price of a piece.`
      })}
    </div>
    <p>${revenueText(found)}</p>
  </div>`;
}
