import {placeMeaning} from "./regions.js";
import {duckdb} from "../dialect/duckdb.js";
import {date, double, integer, text} from "./mart.js";
import type {Mart} from "./mart.js";
import {currency} from "../format.js";
import {largeTotal, monthOf, tally} from "../sql/expressions.js";

/** The lower bounds of the price bands, in units of the currency. */
const bounds = [0, 25, 50, 75, 100, 150, 250, 500, 1000] as const;

const band = `case ${bounds
  .slice(1)
  .reverse()
  .map((bound) => `when i.price_cents >= ${bound * 100} then ${bound}`)
  .join(" ")} else ${bounds[0]} end as band`;

const columns = [
  text("state", `${placeMeaning} that the orders were sent to`),
  integer("band", "lower bound of the band that the line's price falls in: 0, 25, 50, ...", currency),
  integer("items", "lines of delivered orders"),
  double(
    "price_cents",
    "sum of those lines' prices; whole, and more than 32 bits hold in a large shop",
    `${currency} cents`
  ),
  double("freight_cents", "sum of those lines' freight; whole", `${currency} cents`)
];

const sums = `${tally()} as items, ${largeTotal("i.price_cents")} as price_cents,
  ${largeTotal("i.freight_cents")} as freight_cents
from items i
join orders o on o.order_key = i.order_key
where o.status = 'delivered'`;

export const priceBands: Mart = {
  name: "price_bands",
  row: "a state and price band with at least one delivered order line",
  small: true,
  columns,
  inputs: ["orders", "items"],
  sql: (_, d = duckdb) =>
    d.spelt(`select o.state, ${band}, ${sums}
group by 1, 2
order by band, state`)
};

/** Apart from `price_bands`, which a page that looks at the whole time can do with. */
export const monthlyPriceBands: Mart = {
  name: "monthly_price_bands",
  row: "a month, state and price band with at least one delivered order line",
  small: true,
  columns: [date("month", "first day of the month of purchase"), ...columns],
  inputs: ["orders", "items"],
  sql: (_, d = duckdb) =>
    d.spelt(`select ${monthOf("o.purchased_at")} as month, o.state, ${band}, ${sums}
group by 1, 2, 3
order by items, band, state, month`)
};
