import {placeMeaning} from "./regions.js";
import {duckdb} from "../dialect/duckdb.js";
import {cents, date, integer, text} from "./mart.js";
import type {Mart} from "./mart.js";
import {monthOf, total} from "../sql/expressions.js";

/** The largest categories by revenue keep their names, so that the mart stays small. */
export const namedCategories = 10;

/** The label of all the others together. */
export const otherCategories = "Other categories";

export const monthlyCategories: Mart = {
  name: "monthly_categories",
  row: "a month, state and category with at least one delivered order line",
  small: true,
  columns: [
    date("month", "first day of the month of purchase"),
    text("state", `${placeMeaning} that the orders were sent to`),
    text(
      "category",
      `English label of one of the ${namedCategories} categories with the largest revenue, or '${otherCategories}'`
    ),
    integer("items", "lines of delivered orders"),
    cents("price_cents", "sum of those lines' prices")
  ],
  inputs: ["orders", "items", "products"],
  sql: (_, d = duckdb) =>
    d.spelt(`with sold as (
  select ${monthOf("o.purchased_at")} as month, o.state, p.category_label,
    count(*) as items, sum(i.price_cents) as price_cents
  from items i
  join orders o on o.order_key = i.order_key
  join products p on p.product_key = i.product_key
  where o.status = 'delivered'
  group by 1, 2, 3
),
ranked as (
  select category_label, row_number() over (order by sum(price_cents) desc, category_label) as place
  from sold
  group by category_label
)
select s.month, s.state,
  case when r.place <= ${namedCategories} then s.category_label else '${otherCategories}' end as category,
  ${total("s.items")} as items, ${total("s.price_cents")} as price_cents
from sold s
join ranked r on r.category_label = s.category_label
group by 1, 2, 3
order by items, category, state, month`)
};
