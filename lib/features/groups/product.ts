import {categoryGroups, otherGroup} from "../../marts/categories.js";
import {quote} from "../../sql/expressions.js";
import {leastLines} from "../base.js";
import {exactMean, exactSum, onGrid} from "../exact.js";
import {feature} from "../feature.js";
import type {FeatureGroup} from "../feature.js";

const counted = (name: string, key: string) => `${name} as (
  select customer_key, ${key}, count(*) as n
  from several
  group by customer_key, ${key}
)`;

const atLeastOne = "case when w.bought is null then 0 else 1 end";

/** Who bought a single line needs no counting. */
export const product: FeatureGroup = {
  letter: "E",
  title: "Product",
  perLine: [
    "min(l.category_group) as first_group",
    "sum(l.weight_g) / (1e3 * nullif(count(l.weight_g), 0)) as weight_kg",
    "1e0 * sum(l.photos) / nullif(count(l.photos), 0) as photos",
    `1 - ${exactMean("q.price_place")} as sensitivity`
  ],
  tables: () => `several as (
  select l.customer_key, l.order_key, l.product_key, l.seller_key, l.category, l.category_group, l.price_cents
  from lines l
  join wares w on w.customer_key = l.customer_key
  where w.bought > 1
),
${counted("category_counts", "category")},
tastes as (
  select customer_key, count(*) as categories, 1e0 * max(n) / sum(n) as top_share,
    case when count(*) = 1 then 0 else ${onGrid(`ln(1e0 * sum(n)) - ${exactSum("n * ln(1e0 * n)")} / sum(n)`)} end as entropy
  from category_counts
  group by customer_key
),
${counted("seller_counts", "seller_key")},
loyalty as (
  select customer_key, count(*) as sellers, (max(n) - 1) / (sum(n) - 1e0) as loyalty
  from seller_counts
  group by customer_key
),
product_orders as (
  select customer_key, product_key, min(order_key) as first_key, max(order_key) as last_key
  from several
  group by customer_key, product_key
),
variety as (
  select customer_key, count(*) as products,
    1e0 * count(case when first_key < last_key then 1 end) / count(*) as repeated
  from product_orders
  group by customer_key
),
group_counts as (
  select customer_key, category_group, count(*) as n, sum(price_cents) as cents
  from several
  group by customer_key, category_group
),
ranked_groups as (
  select customer_key, category_group,
    row_number() over (partition by customer_key order by n desc, cents desc, category_group) as place
  from group_counts
)`,
  joins: `left join tastes e on e.customer_key = p.customer_key
left join loyalty lo on lo.customer_key = p.customer_key
left join variety va on va.customer_key = p.customer_key
left join ranked_groups rg on rg.customer_key = p.customer_key and rg.place = 1`,
  features: [
    feature({
      number: 50,
      name: "category_diversity",
      kind: "integer",
      absent: "0",
      sql: `cast(coalesce(e.categories, ${atLeastOne}) as integer)`,
      definition: "Categories among the lines of the valid orders; no category is one of its own."
    }),
    feature({
      number: 51,
      name: "category_entropy",
      absent: "0",
      unit: "nats",
      sql: "coalesce(e.entropy, 0)",
      definition: "Entropy of the categories of the lines, -sum p ln p."
    }),
    feature({
      number: 52,
      name: "product_diversity",
      absent: "1",
      sql: "coalesce(1e0 * va.products / w.bought, 1)",
      definition: "Distinct products over lines."
    }),
    feature({
      number: 53,
      name: "favourite_category_group",
      kind: "category",
      absent: otherGroup,
      levels: categoryGroups,
      sql: `coalesce(rg.category_group, w.first_group, ${quote(otherGroup)})`,
      definition:
        "Group of categories with the most lines; of equals the one with the higher sum of prices, then the first by alphabet."
    }),
    feature({
      number: 54,
      name: "favourite_category_share",
      absent: "1",
      sql: "coalesce(e.top_share, 1)",
      definition: "Share of the lines that are of the person's most bought category."
    }),
    feature({
      number: 55,
      name: "brand_loyalty_score",
      absent: "0",
      sql: "coalesce(lo.loyalty, 0)",
      definition:
        "(m - 1) / (lines - 1), with m the lines bought from the person's most used seller; needs two lines."
    }),
    feature({
      number: 56,
      name: "n_sellers",
      kind: "integer",
      absent: "0",
      sql: `cast(coalesce(lo.sellers, ${atLeastOne}) as integer)`,
      definition: "Distinct sellers of the lines."
    }),
    feature({
      number: 57,
      name: "repeat_product_ratio",
      absent: "0",
      sql: "coalesce(va.repeated, 0)",
      definition: "Share of the person's distinct products that stand in two or more valid orders."
    }),
    feature({
      number: 58,
      name: "price_sensitivity",
      absent: "0.5",
      sql: "coalesce(w.sensitivity, 0.5e0)",
      definition: `1 less the mean place of the lines' prices in their category, from 0 (cheapest) to 1: (midrank - 0.5) / n among the lines of all valid orders; 0.5 in a category of fewer than ${leastLines}.`
    }),
    feature({
      number: 59,
      name: "avg_product_weight_kg",
      absent: "missing",
      unit: "kg",
      sql: "w.weight_kg",
      definition: "Mean weight of the lines' products; 0 and missing weights do not count."
    }),
    feature({
      number: 60,
      name: "avg_photos_qty",
      absent: "missing",
      sql: "w.photos",
      definition: "Mean number of published photos of the lines' products; missing ones do not count."
    })
  ]
};
