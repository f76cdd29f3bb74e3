import {html} from "npm:htl";
import type {Conditions} from "../../lib/explore/conditions.js";
import {conditionsText, featuresOf, selectedSql, whereSql} from "../../lib/explore/conditions.js";
import type {SetDimension} from "../../lib/explore/dimensions.js";
import {dimensionNamed, none} from "../../lib/explore/dimensions.js";
import {endText, valueText} from "../../lib/explore/words.js";
import {formatCount, formatMoney, formatNumber, missing} from "../../lib/format.js";
import {copyText} from "../exports.js";
import {pageHref} from "../links.js";
import {manifest} from "../marts.js";
import {sql} from "../sql.js";
import type {Rows} from "../sql.js";
import type {TableColumn} from "../table.js";
import {table} from "../table.js";
import {exploredWith} from "./explored.js";
import {lacks, placeWord} from "../../lib/shop.js";

const most = 200;
const money = (value: number | null) => (value === null ? missing : formatMoney(100 * value));
const days = (value: number | null) => (value === null ? missing : formatNumber(value, 1));

/** A value of a column of texts as a reader reads it. */
const textOf = (name: string) => (value: string) => valueText(value, dimensionNamed(name) as SetDimension);

const columns: Readonly<Record<string, TableColumn>> = {
  order_key: {label: "Order"},
  purchased_at: {label: "Bought"},
  status: {label: "Status", format: textOf("status")},
  state: {label: placeWord.title},
  category: {label: "Category", format: textOf("category")},
  value: {label: "Value", format: money},
  freight: {label: "Freight", format: money},
  lead_days: {label: "Lead time, days", format: days},
  delay_days: {
    label: "Delay, days",
    format: (value: number | null) => formatCount(value)
  },
  score: {label: "Score", format: (value: string) => (value === none ? missing : value)},
  payment: {label: "Payment", format: textOf("payment")},
  segment: {label: "Segment", format: textOf("segment")}
};

/** The columns of a selection's table: with the customers' numbers that narrow it. */
const columnsOf = (conditions: Conditions): Readonly<Record<string, TableColumn>> => ({
  ...columns,
  ...Object.fromEntries(
    featuresOf(conditions).map((dimension) => [
      dimension.name,
      {
        label: dimension.label,
        format: (value: number | null) => (value === null ? missing : endText(value, dimension))
      }
    ])
  )
});

/** The first rows of the orders selected. */
export async function selectedRows(conditions: Conditions): Promise<Rows> {
  await exploredWith(featuresOf(conditions));
  return sql(`select ${Object.keys(columnsOf(conditions)).join(", ")}
from explored${whereSql(conditions)}
order by order_key
limit ${most}`);
}

/** The first orders selected as a table, whose file has all of them. */
export const selectedTable = (rows: Rows, conditions: Conditions): HTMLElement =>
  table(rows, {
    caption:
      rows.length < most
        ? "Orders selected"
        : `The first ${formatCount(most)} orders selected; the file has all`,
    name: "orders-selected",
    columns: columnsOf(conditions),
    exported: async () => sql(selectedSql(conditions, (await manifest()).cutoff))
  });

/**
 * What can be done with a selection: its SQL, and pages that take it as their population.
 * @param cutoff of the data, as of which customers' features are
 */
export function selectionTools(conditions: Conditions, cutoff: string): HTMLElement {
  const select = selectedSql(conditions, cutoff);
  const text = conditionsText(conditions);
  const carried = (name: string, others: Readonly<Record<string, string>> = {}) =>
    text === "" ? "" : `?${new URLSearchParams({[name]: text, ...others}).toString()}`;
  const query = carried("population");
  return html`<p class="explore-tools">
    <button type="button" onclick=${() => void copyText(select, "SQL")}>Copy as SQL</button>
    <a href=${pageHref("sql", `?${new URLSearchParams({query: select}).toString()}`)}
      >Open in the SQL console</a
    >
    <span
      >Use as population: <a href=${pageHref("segments", query)}>RFM segments</a>,
      <a href=${pageHref("cohorts", query)}>cohorts</a>,
      <a href=${pageHref("train", query)}>train and compare models</a>,
      <a href=${pageHref("practice", carried("p_population", {p_segment: "all"}))}>practice campaign</a></span
    >
  </p>`;
}

/** What the measures of a delivery are, where the files tell of deliveries. */
export const deliveryText = lacks("deliveries")
  ? ""
  : lacks("promises")
    ? "Lead time runs from purchase to delivery, and is known of delivered orders alone. "
    : "Lead time runs from purchase to delivery, delay from the promised day to the day of delivery (negative: early); both are known of delivered orders alone. ";
