import {html} from "npm:htl";
import type {Conditions} from "../../lib/explore/conditions.js";
import {conditionsText, selectedSql, whereSql} from "../../lib/explore/conditions.js";
import {formatCount, formatMoney, formatNumber} from "../../lib/format.js";
import {copyText} from "../exports.js";
import {pageHref} from "../links.js";
import {sql} from "../sql.js";
import type {Rows} from "../sql.js";
import type {TableColumn} from "../table.js";
import {table} from "../table.js";
import {explored} from "./explored.js";
import {placeWord} from "../../lib/shop.js";

const most = 200;
const money = (value: number) => formatMoney(100 * value);
const days = (value: number | null) => (value === null ? "–" : formatNumber(value, 1));

const columns: Readonly<Record<string, TableColumn>> = {
  order_key: {label: "Order"},
  purchased_at: {label: "Bought"},
  status: {label: "Status"},
  state: {label: placeWord.title},
  category: {label: "Category"},
  value: {label: "Value", format: money},
  freight: {label: "Freight", format: money},
  lead_days: {label: "Lead time, days", format: days},
  delay_days: {label: "Delay, days"},
  score: {label: "Score"},
  payment: {label: "Payment"},
  segment: {label: "Segment"}
};

/** The first rows of the orders selected. */
export async function selectedRows(conditions: Conditions): Promise<Rows> {
  await explored();
  return sql(`select * exclude (${"value freight month lead_days delay_days hour items installments"
    .split(" ")
    .map((name) => `${name}_band`)
    .join(", ")})
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
    columns,
    exported: () => sql(selectedSql(conditions))
  });

/** What can be done with a selection: its SQL, and pages that take it as their population. */
export function selectionTools(conditions: Conditions): HTMLElement {
  const select = selectedSql(conditions);
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
