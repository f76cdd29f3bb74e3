import {mkdir, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {queryRows, withDatabase} from "../../loaders/database.js";
import {generate} from "../../loaders/generate/index.js";
import {quote} from "../../lib/sql/expressions.js";

/** A shop to be written: how large, and whether it knows of deliveries, promises and reviews. */
export interface EuroShop {
  directory: string;
  /** Of the generator: 0.01 is some 1,000 orders. */
  scale: number;
  seed: number;
  service: boolean;
}

/** Ordered by how much the generated states buy. */
const countries = ["Germany", "France", "Austria", "Spain", "Italy", "Netherlands", "Poland", "Sweden"];

const columns = {
  order: "Order ref",
  customer: "Client",
  time: "Bought",
  amount: "Line value",
  product: "Article",
  category: "Range",
  place: "Ship to",
  payment: "Paid by"
};

const service = {delivered: "Arrived", promised: "Due", score: "Stars", text: "Opinion"};

/**
 * Writes a made-up shop in Europe as one table of transactions, a row an order line, with its mapping: orders.csv and
 * mapping.json, in columns that no other shop has. A few customers name no country, and nobody's approvals are known.
 */
export async function writeEuroShop({directory, scale, seed, service: served}: EuroShop): Promise<void> {
  const files = join(directory, "generated");
  await generate({directory: files, scale, seed});
  const file = (name: string) =>
    `read_csv(${quote(join(files, `olist_${name}_dataset.csv`))}, all_varchar = true)`;
  await mkdir(directory, {recursive: true});
  await withDatabase(async (connect) => {
    await queryRows(
      await connect(),
      `copy (
        with customers as (select * from ${file("customers")}),
        ranked as (select customer_state, row_number() over (order by count(*) desc, customer_state) - 1 as rank
          from customers group by 1),
        reviews as (select order_id, max_by(review_score, review_creation_date) as score,
          max_by(review_comment_message, review_creation_date) as message from ${file("order_reviews")} group by 1),
        payments as (select order_id, max_by(payment_type, cast(payment_value as double)) as type
          from ${file("order_payments")} group by 1)
        select order_id as "Order ref", customer_unique_id as "Client", order_purchase_timestamp as "Bought",
          replace(price, '.', ',') as "Line value", left(product_id, 10) as "Article", product_category_name as "Range",
          case when hash(customer_unique_id) % 100 > 0
            then ([${countries.map(quote).join()}])[1 + rank % ${countries.length}] end as "Ship to",
          type as "Paid by"${
            served
              ? `, order_delivered_customer_date as "Arrived", order_estimated_delivery_date as "Due", score as "Stars",
          message as "Opinion"`
              : ""
          }
        from ${file("orders")} as o join customers using (customer_id) join ranked using (customer_state)
        join ${file("order_items")} as i using (order_id) left join reviews using (order_id)
        left join payments using (order_id)
        left join ${file("products")} as p using (product_id)
        where order_status = 'delivered' or order_status = 'shipped'
        order by order_purchase_timestamp, order_id, order_item_id
      ) to ${quote(join(directory, "orders.csv"))} (header, delimiter ';')`
    );
  });
  const mapping = {
    format: "vitrine-mapping",
    columns: {...columns, ...(served ? service : {})},
    shop: {name: "Käse & Co", currency: "EUR", timeZone: "Europe/Berlin", places: "countries"}
  };
  await writeFile(join(directory, "mapping.json"), JSON.stringify(mapping));
  await rm(files, {recursive: true});
}
