import {cents, integer, text, timestamp} from "./mart.js";
import type {Mart} from "./mart.js";
import {monthOf, tally, total} from "./sql.js";

export const monthlyCategories: Mart = {
  name: "monthly_categories",
  row: "a month, state and category with at least one delivered order line",
  small: true,
  columns: [
    timestamp("month", "month of purchase, its first midnight", "local time"),
    text("state", "state (UF) that the orders were sent to"),
    text("category", "the category's English label"),
    integer("items", "lines of delivered orders"),
    integer("orders", "delivered orders with such a line"),
    cents("price_cents", "sum of those lines' prices"),
    cents("freight_cents", "sum of those lines' freight")
  ],
  inputs: ["orders", "items", "products"],
  sql: () => `select ${monthOf("o.purchased_at")} as month, o.state, p.category_label as category,
  ${tally()} as items, cast(count(distinct o.order_key) as integer) as orders,
  ${total("i.price_cents")} as price_cents, ${total("i.freight_cents")} as freight_cents
from items i
join orders o on o.order_key = i.order_key
join products p on p.product_key = i.product_key
where o.status = 'delivered'
group by 1, 2, 3
order by category, state, month`
};
