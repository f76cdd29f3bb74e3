import {html} from "npm:htl";
import {
  formatCount,
  formatMoney,
  formatMoneyShort,
  formatMoneyWhole,
  formatNumber,
  formatShare
} from "../../../lib/format.js";
import type {Concentration} from "../../../lib/inequality/concentration.js";
import {peopleHolding} from "../../../lib/inequality/concentration.js";
import {lorenz} from "../../../lib/inequality/lorenz.js";
import {tenths} from "../../../lib/inequality/tenths.js";
import type {Result} from "../../../lib/result.js";
import {ok} from "../../../lib/result.js";
import type {ContributionGroup, Contributions} from "../../../lib/retention/contribution.js";
import {contributionBy} from "../../../lib/retention/contribution.js";
import {inBrief, lacks, paidOrder} from "../../../lib/shop.js";
import {placeName} from "../../placeName.js";
import {chart} from "../../chart.js";
import {lorenzPlot} from "../../charts/lorenzPlot.js";
import {rankedBars} from "../../charts/rankedBars.js";
import {color, paymentColor, segmentColor} from "../../colors.js";
import {readColumns} from "../../marts.js";
import {table} from "../../table.js";
import {askCustomers} from "../worker.js";

const shownGroups = 15;
const fieldsShown = 12;
const seed = 1;
const claimed = 0.68;

/** Gini coefficient and top share with intervals, worked out in the worker. */
export const concentrationOf = (
  {priceOf}: Contributions,
  top: number,
  signal: AbortSignal
): Promise<Result<Concentration>> =>
  askCustomers((worker, report) => worker.concentration([priceOf, top, {seed}], report), {signal});

const between = (interval: {low: number; high: number} | null, format: (value: number) => string) =>
  interval ? ` (95 % interval ${format(interval.low)} to ${format(interval.high)})` : "";

/** The page's answer. */
export const profitAnswer = ({
  people,
  gini,
  giniInterval,
  top,
  topShare,
  topInterval
}: Concentration): string =>
  `The top ${formatShare(top, 0)} of ${formatCount(people)} customers account for ${formatShare(topShare)} of the revenue${between(topInterval, formatShare)}. The Gini coefficient is ${formatNumber(gini, 3)}${between(giniInterval, (value) => formatNumber(value, 3))}; 0 means all customers are equal, 1 that one customer has everything.`;

/** What the brief claims of the top fifth, and what the data say; nothing of a shop that it does not speak of. */
export function claimText({priceOf}: Contributions): string {
  const needed = inBrief ? peopleHolding(priceOf, claimed) : null;
  return needed === null
    ? ""
    : `The brief claims that the top 20 % of customers account for ${formatShare(claimed, 0)} of the revenue. In these data it takes the top ${formatShare(needed)} to reach that share (no interval is given).`;
}

/** Customers' revenue with how it is concentrated, where that could be worked out. */
export const withShares = (
  found: Contributions,
  shares: Result<Concentration>
): Result<readonly [Contributions, Concentration]> => (shares.ok ? ok([found, shares.value]) : shares);

/** The categories with the largest revenue, which get a field for their own margin. */
export const largestCategories = (found: Contributions): string[] =>
  contributionBy({...found, contribution: found.purchases.price}, found.purchases.category)
    .slice(0, fieldsShown)
    .map(({group}) => group);

/** How revenue is spread over customers. */
export function lorenzChart(found: Contributions, {top, topShare, gini}: Concentration): HTMLElement {
  const curve = lorenz(found.priceOf) ?? [];
  return chart({
    name: "lorenz",
    title: `The top ${formatShare(top, 0)} of customers account for ${formatShare(topShare)} of the revenue (Gini coefficient ${formatNumber(gini, 3)})`,
    note: `Customers with ${paidOrder.an}, ranked from lowest to highest revenue, and the share of total revenue (item prices) that they account for together. Dashed: all customers equal. The intervals at the top of the page are percentiles of 100 bootstrap resamples of customers.`,
    data: curve,
    counted: () => `${formatCount(found.priceOf.length)} customers`,
    empty: "There is no revenue in this selection.",
    columns: {
      people: {label: "Customers", format: (share: number) => formatShare(share)},
      held: {label: "Share of revenue", format: (share: number) => formatShare(share)}
    },
    render: (rows, {width}) => lorenzPlot(rows, {width, top, share: topShare})
  });
}

/** Customers in tenths by what they have brought. */
export const tenthsTable = (found: Contributions): HTMLElement =>
  table(tenths(found.priceOf), {
    caption: "Revenue by customer decile",
    name: "customer-tenths",
    columns: {
      tenth: {label: "Decile (1: highest)", align: "left"},
      people: {label: "Customers"},
      low: {label: "Lowest", format: formatMoney},
      high: {label: "Highest", format: formatMoney},
      mean: {label: "Mean per customer", format: formatMoney},
      total: {label: "Revenue", format: formatMoneyWhole},
      share: {label: "Share of revenue", format: (share: number | null) => formatShare(share)},
      cumulative: {label: "Cumulative share", format: (share: number | null) => formatShare(share)}
    }
  });

/** Each order's segment of the customer, as codes; customers without one are told apart. */
async function segmentsOf({purchases}: Contributions) {
  const {customer_key, segment} = await readColumns("segments");
  const byKey = new Map((customer_key as number[]).map((key, i) => [key, (segment as string[])[i]]));
  const names = [...segmentColor.keys, "No segment"];
  const at = new Map(names.map((name, i) => [name, i]));
  return {
    names,
    codes: purchases.person.map((key) => at.get(byKey.get(key) ?? "") ?? names.length - 1)
  };
}

const fills: Record<ContributionGroup, (group: string) => string> = {
  category: () => color("accent"),
  state: () => color("accent"),
  payment: paymentColor,
  segment: segmentColor
};

/** What each group leaves after its own costs. */
export async function contributionChart(found: Contributions, by: ContributionGroup): Promise<HTMLElement> {
  const {purchases} = found;
  const groups =
    by === "segment"
      ? await segmentsOf(found)
      : by === "category"
        ? purchases.category
        : by === "state"
          ? purchases.state
          : purchases.payment;
  const rows = contributionBy(found, groups);
  const total = rows.reduce((sum, {contribution}) => sum + contribution, 0);
  const name = (group: string) => (by === "state" ? placeName(group) : group);
  const [first] = rows;
  const losing = rows.filter(({contribution}) => contribution < 0).length;
  const drawn = rows.filter(({contribution}) => contribution > 0).slice(0, shownGroups);
  return chart({
    name: "contribution",
    title: first
      ? `${name(first.group)} contributes ${formatMoneyShort(first.contribution)}, ${formatShare(total > 0 ? first.contribution / total : null)} of the total`
      : "Contribution",
    note: `Item prices of ${paidOrder.many} times the margin${lacks("freight") ? "" : ", less the freight that the shop pays"}; ${rows.length > drawn.length ? `the first ${drawn.length} of ${formatCount(rows.length)} groups are drawn, all are in the table` : "all groups are drawn"}${losing ? `; ${formatCount(losing)} lose money with these inputs` : ""}. ${by === "category" ? "An order counts for the category that makes up most of its price. " : ""}The margins are your inputs: the files contain none.`,
    data: rows,
    counted: (all) => `${formatCount(all.reduce((sum, {orders}) => sum + orders, 0))} ${paidOrder.many}`,
    empty: `There is no ${paidOrder.one} in this selection.`,
    exported: ({price, freight, contribution, ...row}) => ({
      ...row,
      ...{priceCents: price, freightCents: freight, contributionCents: contribution}
    }),
    columns: {
      group: {label: "Group", format: name},
      orders: {label: "Orders"},
      customers: {label: "Customers"},
      price: {label: "Revenue", format: formatMoneyWhole},
      ...(lacks("freight") ? {} : {freight: {label: "Freight", format: formatMoneyWhole}}),
      contribution: {label: "Contribution", format: formatMoneyWhole}
    },
    render: (all, {width}) =>
      rankedBars(
        all
          .filter(({contribution}) => contribution > 0)
          .slice(0, shownGroups)
          .map(({group, contribution}) => ({
            label: name(group),
            value: contribution,
            text: `${formatMoneyShort(contribution)} · ${formatShare(total > 0 ? contribution / total : null)}`,
            fill: fills[by](group)
          })),
        {width}
      )
  });
}

/** What a contribution is here. */
export const contributionIntro = (): string =>
  lacks("freight")
    ? "Contribution is the margin on the item prices. The files contain what customers paid, not what the goods cost, so set the margin here."
    : "Contribution is the margin on the item prices, less the freight that the shop pays. The files contain what customers paid, not what the goods cost, so set the margin here, and the share of freight that the shop pays. By default the customer pays all of it.";

/** All of it in a sentence. */
export function contributionText({contribution, purchases}: Contributions): HTMLElement {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const [price, freight, left] = [sum(purchases.price), sum(purchases.freight), sum(contribution)];
  return html`<p>
    With these inputs, ${paidOrder.many} with revenue of
    ${formatMoneyWhole(price)}${lacks("freight") ? "" : ` and freight of ${formatMoneyWhole(freight)}`} leave
    a contribution of ${formatMoneyWhole(left)}, or
    ${formatMoney(purchases.person.length ? left / purchases.person.length : null)} per order. These are sums
    over all of these orders, so there is no interval.
  </p>`;
}
