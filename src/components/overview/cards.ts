import {group} from "npm:d3";
import {html} from "npm:htl";
import type {DailyRow, RepeatOrderRow, Selection} from "../../lib/dashboard/cube.js";
import type {Indicators} from "../../lib/dashboard/indicators.js";
import {indicators, months, yearOnYear} from "../../lib/dashboard/indicators.js";
import {bucketStart} from "../../lib/dashboard/trend.js";
import {
  formatMoney,
  formatMoneyWhole,
  formatCount,
  formatMonth,
  formatNumber,
  formatShare
} from "../../lib/format.js";
import {fewestCases} from "../charts/trendLine.js";
import type {KpiOptions} from "../kpi.js";
import {kpi} from "../kpi.js";
import type {Lack} from "../../lib/shop.js";
import {lacks, paidOrder, placeWord} from "../../lib/shop.js";

type Card = Pick<KpiOptions, "label" | "format" | "definition" | "change" | "better"> & {
  /** Whether the value is a share or a mean, which jumps about where it rests on few cases. */
  rate?: boolean;
  needs?: readonly Lack[];
  of: (figures: Indicators) => number | null;
  counted: (figures: Indicators) => string;
};

const cards: readonly Card[] = [
  {
    label: "Revenue",
    of: ({revenue}) => revenue,
    format: formatMoneyWhole,
    better: "higher",
    definition: `Sum of the item prices of ${paidOrder.many}, by day of purchase${lacks("freight") ? "" : ", without freight"}.`,
    counted: ({deliveredOrders}) => `${formatCount(deliveredOrders)} ${paidOrder.many}`
  },
  {
    label: "Orders",
    of: ({orders}) => orders,
    format: formatCount,
    better: "higher",
    definition: `All orders by day of purchase${lacks("outcomes") ? "" : ", whatever became of them"}.`,
    counted: ({orders, deliveredOrders}) =>
      `${formatCount(orders)} orders${lacks("outcomes") ? "" : `, ${formatCount(deliveredOrders)} of them delivered,`}`
  },
  {
    label: "Active customers",
    of: ({customers}) => customers,
    format: formatCount,
    better: "higher",
    definition: `Distinct people (not customer ids, which are one per order) with at least one ${paidOrder.one}.`,
    counted: ({deliveredOrders}) => `${formatCount(deliveredOrders)} ${paidOrder.many}`
  },
  {
    label: "Mean revenue per customer",
    rate: true,
    of: ({revenuePerCustomer}) => revenuePerCustomer,
    format: formatMoney,
    better: "higher",
    definition:
      "Revenue divided by active customers: what they have spent in this period. It is often called a customer lifetime value, but it looks back, not ahead.",
    counted: ({customers}) => `${formatCount(customers)} people`
  },
  {
    label: "Repeat rate",
    rate: true,
    of: ({repeatRate}) => repeatRate,
    format: (share) => formatShare(share, 2),
    change: "points",
    better: "higher",
    definition: `Share of active customers with two or more ${paidOrder.many} in the period.`,
    counted: ({customers, repeaters}) => `${formatCount(repeaters)} of ${formatCount(customers)} people`
  },
  {
    label: "Delivered late",
    rate: true,
    needs: ["deliveries", "promises"],
    of: ({lateShare}) => lateShare,
    format: (share) => formatShare(share, 2),
    change: "points",
    better: "lower",
    definition:
      "Share of delivered orders that came on a later calendar day than promised. Delivery on the promised day is on time.",
    counted: ({dated}) => `${formatCount(dated)} orders with a delivery date`
  },
  {
    label: "Review score",
    rate: true,
    needs: ["reviews"],
    of: ({reviewScore}) => reviewScore,
    format: (score) => formatNumber(score, 2),
    change: "absolute",
    better: "higher",
    definition: "Mean score, from 1 to 5, of the reviews of all orders of the period.",
    counted: ({reviews}) => `${formatCount(reviews)} reviews`
  }
];

/** Those of the cards that the shop's files tell of. */
const toldCards = cards.filter(({needs = []}) => !needs.some(lacks));

/** The cards of the executive page for a selection, each with its change on the year before and its months. */
export function executiveCards(
  daily: readonly DailyRow[],
  repeatOrders: readonly RepeatOrderRow[],
  selection: Selection
): HTMLElement {
  const now = indicators(daily, repeatOrders, selection);
  const compared = yearOnYear(daily, selection);
  const [recent, before] = compared
    ? [indicators(daily, repeatOrders, compared.now), indicators(daily, repeatOrders, compared.before)]
    : [];
  const ofMonth = <T extends {day: Date}>(rows: readonly T[]) =>
    group(rows, ({day}) => +bucketStart(day, "month"));
  const [days, repeats] = [ofMonth(daily), ofMonth(repeatOrders)];
  const monthly = months(selection).map((month) => ({
    date: month.from,
    figures: indicators(days.get(+month.from) ?? [], repeats.get(+month.from) ?? [], month)
  }));
  const told = ({orders, deliveredOrders}: Indicators, rate: boolean) =>
    rate ? deliveredOrders >= fewestCases : orders > 0;
  const period = compared && `${formatMonth(compared.before.from)} and the two months after`;
  return html`<div class="kpi-grid">
    ${toldCards.map(({of, counted, rate = false, ...card}) =>
      kpi({
        ...card,
        value: of(now),
        counted: counted(now),
        ...(recent && before && period ? {recent: {value: of(recent), before: of(before), period}} : {}),
        trend: monthly.map(({date, figures}) => ({date, value: told(figures, rate) ? of(figures) : null}))
      })
    )}
  </div>`;
}

/** The page's answer in one sentence, of all categories or of one. */
export function executiveAnswer(
  daily: readonly DailyRow[],
  repeatOrders: readonly RepeatOrderRow[],
  selection: Selection,
  category = "all"
): string {
  const {revenue, deliveredOrders, customers, repeaters, lateShare, reviewScore} = indicators(
    daily,
    repeatOrders,
    selection
  );
  if (deliveredOrders === 0)
    return `Nothing was ${lacks("outcomes") ? "ordered" : "delivered"} in this selection: widen the period or choose another ${placeWord.one} or category.`;
  const late = lateShare === null ? "" : `, ${formatShare(lateShare)} of orders came late`;
  const stars = reviewScore === null ? "" : `, and buyers gave ${formatNumber(reviewScore, 1)} of 5 stars`;
  return `${formatCount(customers)} people spent ${formatMoneyWhole(revenue)} on ${formatCount(deliveredOrders)} ${paidOrder.many}${category === "all" ? "" : ` of ${category}`}; ${formatCount(repeaters)} of them bought more than once in this selection${late}${stars}.`;
}
