/**
 * Common table expressions that end in `keyed`: rows numbered from 1 in an order, as one counter over all rows would.
 * The counter runs within each bucket and starts where the earlier ones end, so that no engine has to sort all rows in
 * one place; buckets have to come in the same order.
 */
const keyed = (
  rows: string,
  {key, bucket, order}: {key: string; bucket: string; order: string}
): string => `rows_of as (
  select *, ${bucket} as bucket from (${rows}) source
),
starts as (
  select bucket, sum(n) over (order by bucket) - n as earlier
  from (select bucket, count(*) as n from rows_of group by bucket) counted
),
keyed as (
  select r.*, cast(s.earlier + row_number() over (partition by r.bucket order by ${order}) as integer) as ${key}
  from rows_of r
  join starts s on s.bucket = r.bucket
)`;

const byId = (table: string, id: string, key: string, columns: string): string => `with ${keyed(
  `select * from judged_${table} where reason is null`,
  {key, bucket: `substr(${id}, 1, 2)`, order: `r.${id}`}
)}
select ${key}, ${id}, ${columns}
from keyed`;

/**
 * SELECTs of the staged tables over `judged_*`, each after those that it reads: the same rows and keys that our own
 * importer gives, in no order.
 */
export const stagedTables: Readonly<Record<string, string>> = {
  customers: `with people as (
  select c.customer_unique_id, min(o.purchased_at) as first_at
  from judged_customers c
  left join typed_orders o on o.customer_id = c.customer_id
  where c.reason is null
  group by c.customer_unique_id
),
${keyed("select * from people", {
  key: "customer_key",
  bucket: "coalesce(cast(first_at as date), date '9999-12-31')",
  order: "r.first_at nulls last, r.customer_unique_id"
})}
select c.customer_id, c.customer_unique_id, k.customer_key, c.zip, c.city, c.state
from judged_customers c
join keyed k on k.customer_unique_id = c.customer_unique_id
where c.reason is null`,
  orders: `with ${keyed("select * from judged_orders where reason is null", {
    key: "order_key",
    bucket: "cast(purchased_at as date)",
    order: "r.purchased_at, r.order_id"
  })}
select order_key, order_id, customer_id, customer_key, status, purchased_at, approved_at, shipped_at, delivered_at,
  estimated_at
from keyed`,
  products: byId(
    "products",
    "product_id",
    "product_key",
    "category, name_length, description_length, photos, weight_g, length_cm, height_cm, width_cm"
  ),
  sellers: byId("sellers", "seller_id", "seller_key", "zip, city, state"),
  items: `select order_key, line, product_key, seller_key, shipping_limit_at, price_cents, freight_cents
from judged_items
where reason is null`,
  payments: `select order_key, sequential, type, installments, value_cents
from judged_payments
where reason is null`,
  reviews: `select review_id, order_key, score, title, message, created_at, answered_at
from judged_reviews
where reason is null`,
  translation: `select category, english
from judged_translation
where reason is null`,
  geolocation: `select zip, lat, lng, city, state, cast(count(*) as integer) as copies
from judged_geolocation
where reason is null
group by zip, lat, lng, city, state`
};

/** How many of the rows left out are listed for each reason; all of them are counted. */
const listed = 1_000;

/** SELECTs of the ledger: the tables that were read, and what was left out of them for which reason. */
export const ledgerTables = (
  origins: readonly {name: string; from: string}[]
): Readonly<Record<string, string>> => ({
  files: origins
    .map(
      ({name, from}) =>
        `select '${name}' as table_name, '${from.replaceAll("'", "''")}' as file, cast(0 as bigint) as bytes, '' as sha256, count(*) as rows, '' as notes from typed_${name}`
    )
    .join("\nunion all\n"),
  excluded: `${origins
    .map(
      ({name}) =>
        `select '${name}' as table_name, reason, count(*) as rows from judged_${name} where reason is not null group by reason`
    )
    .join("\nunion all\n")}
union all
select 'geolocation' as table_name, 'exact duplicate of another row' as reason, sum(copies - 1) as rows
from staged_geolocation having sum(copies - 1) > 0`,
  excluded_rows: `select table_name, reason, cast(null as bigint) as row_number, detail
from (
  select table_name, reason, detail,
    row_number() over (partition by table_name, reason order by detail nulls last) as place
  from (
    ${origins
      .map(
        ({name}) =>
          `select '${name}' as table_name, reason, cast(${detailOf[name]} as varchar) as detail from judged_${name} where reason is not null`
      )
      .join("\n    union all\n    ")}
  ) left_out
) ranked
where place <= ${listed}`
});

/** What names a row of a table in a list. */
const detailOf: Readonly<Record<string, string>> = {
  translation: "category",
  sellers: "seller_id",
  products: "product_id",
  payments: "order_id",
  customers: "customer_id",
  reviews: "review_id",
  items: "order_id",
  orders: "order_id",
  geolocation: "zip"
};

/** The order in which tables are staged: parents first. */
export const stagingOrder = [
  "customers",
  "orders",
  "products",
  "sellers",
  "items",
  "payments",
  "reviews",
  "translation",
  "geolocation"
] as const;
