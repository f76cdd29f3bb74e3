import type {Mapping} from "./mapping.js";
import {states} from "../../marts/regions.js";
import {quote} from "../../sql/expressions.js";
import {oneOf} from "../values.js";
import {fields} from "./fields.js";

/** The temporary table of a table's lines: what each says, and why it is left out, NULL where it is used. */
export const linesName = "transaction_lines";

/** More places than this are no choice, and no cube of days by place is small. */
const mostPlaces = 100;
const noProduct = "(not given)";
const theShop = "shop";

/** SQL of a table's lines: what stands once an order is that of all its lines; amounts are those of whole lines. */
export function linesSql({columns, perUnit}: Mapping): string {
  const own = (field: keyof typeof fields, type = "VARCHAR") =>
    columns[field] ? fields[field].staged : `CAST(NULL AS ${type})`;
  const once = (value: string) =>
    columns.order ? `coalesce(${value}, max(${value}) OVER (PARTITION BY order_id))` : value;
  const order = columns.order
    ? "order_id"
    : "concat(customer, ' ', strftime(purchased_at, '%Y-%m-%d %H:%M:%S'))";
  const cents = perUnit ? "round(amount_cents * coalesce(quantity, 1))" : "amount_cents";
  return `
    SELECT *, CASE WHEN order_id IS NULL OR order_id = '' THEN 'no order'
        WHEN customer IS NULL THEN 'no customer' WHEN purchased_at IS NULL THEN 'no time'
        WHEN line_cents < 0 OR quantity < 0 THEN 'cancelled or returned: a negative line' END AS reason
    FROM (
      SELECT "row", ${order} AS order_id, ${once("customer")} AS customer, ${once("purchased_at")} AS purchased_at,
        try_cast(${cents} AS INTEGER) AS line_cents, quantity, product, category, ${once("place")} AS place,
        ${once("payment")} AS payment, ${once("delivered_at")} AS delivered_at, ${once("promised_at")} AS promised_at,
        score, message
      FROM (
        SELECT "row", ${own("order")} AS order_id, customer, purchased_at, amount_cents,
          ${own("quantity", "INTEGER")} AS quantity, ${own("product")} AS product, ${own("category")} AS category,
          ${own("place")} AS place, ${own("payment")} AS payment, ${own("delivered", "TIMESTAMP")} AS delivered_at,
          ${own("promised", "TIMESTAMP")} AS promised_at, ${own("score", "INTEGER")} AS score, ${own("text")} AS message
        FROM typed_transactions))`;
}

const used = `(FROM ${linesName} WHERE reason IS NULL)`;
const none = (type: string, ...names: string[]) =>
  names.map((name) => `CAST(NULL AS ${type}) AS ${name}`).join(", ");

/**
 * SQL of the cells of the shop's tables that lines tell of, by name: what they do not tell is empty. Every order is
 * taken as delivered, but one without its delivery where others have theirs.
 */
export function cellsOfLines({columns, shop}: Mapping): Record<string, string> {
  const status = columns.delivered ? "if(max(delivered_at) IS NULL, 'shipped', 'delivered')" : "'delivered'";
  const isState = oneOf("upper(place)", states);
  const few = `(SELECT count(DISTINCT place) <= ${mostPlaces} FROM ${used})`;
  // Codes of countries and of other states are among those of Brazil: a table's places are its states all or none.
  const stateOf: Record<string, string> = {
    "": `CASE WHEN (SELECT bool_and(${isState}) FROM ${used} WHERE place IS NOT NULL) THEN upper(place) END`,
    "brazilian-states": `CASE WHEN ${isState} THEN upper(place) END`,
    states: `CASE WHEN ${few} THEN place END`,
    countries: `CASE WHEN ${few} THEN place END`
  };
  const product = `coalesce(product, ${quote(noProduct)})`;
  return {
    sellers: `SELECT ${quote(theShop)} AS seller_id, ${none("VARCHAR", "zip", "city", "state")}`,
    products: `SELECT ${product} AS product_id, max(category) AS category,
      ${none("INTEGER", "name_length", "description_length", "photos", "weight_g", "length_cm", "height_cm", "width_cm")}
      FROM ${used} GROUP BY 1 ORDER BY 1`,
    payments: `SELECT order_id, 1 AS sequential, coalesce(lower(max(payment)), 'not_defined') AS type,
      1 AS installments, CAST(sum(line_cents) AS INTEGER) AS value_cents FROM ${used} GROUP BY order_id ORDER BY order_id`,
    customers: `SELECT order_id AS customer_id, max(customer) AS customer_unique_id, ${none("VARCHAR", "zip")},
      coalesce(max(place), '(not given)') AS city, max(${stateOf[shop?.places ?? ""] ?? "CAST(NULL AS VARCHAR)"}) AS state
      FROM ${used} GROUP BY order_id ORDER BY order_id`,
    reviews: `SELECT order_id AS review_id, order_id, max_by(score, "row") AS score, ${none("VARCHAR", "title")},
      max_by(message, "row") AS message, coalesce(max(delivered_at), min(purchased_at)) AS created_at,
      ${none("TIMESTAMP", "answered_at")}
      FROM ${used} WHERE score IS NOT NULL GROUP BY order_id ORDER BY order_id`,
    items: `SELECT order_id, CAST(row_number() OVER (PARTITION BY order_id ORDER BY "row") AS INTEGER) AS line,
      ${product} AS product_id, ${quote(theShop)} AS seller_id, ${none("TIMESTAMP", "shipping_limit_at")},
      line_cents AS price_cents, 0 AS freight_cents FROM ${used} ORDER BY "row"`,
    orders: `SELECT order_id, order_id AS customer_id, ${status} AS status, min(purchased_at) AS purchased_at,
      ${none("TIMESTAMP", "approved_at", "shipped_at")}, max(delivered_at) AS delivered_at,
      max(promised_at) AS estimated_at FROM ${used} GROUP BY order_id ORDER BY order_id`
  };
}
