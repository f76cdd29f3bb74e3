/**
 * Common table expressions that end in `main_categories`: of each order with lines, the English label of the category
 * with the largest price; of several as large, the first by name.
 */
export const mainCategorySql = `by_category as (
  select i.order_key, p.category_label, sum(i.price_cents) as price_cents
  from items i
  join products p on p.product_key = i.product_key
  group by i.order_key, p.category_label
),
ranked as (
  select order_key, category_label,
    row_number() over (partition by order_key order by price_cents desc, category_label) as place
  from by_category
),
main_categories as (
  select order_key, category_label as category from ranked where place = 1
)`;
