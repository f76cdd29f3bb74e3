import {categoryMeaning} from "./regions.js";
import {duckdb} from "../dialect/duckdb.js";
import {categories, otherGroup} from "./categories.js";
import {integer, text} from "./mart.js";
import type {Mart} from "./mart.js";
import {quote} from "../sql/expressions.js";

const known = categories
  .map(({key, label, group}) => `(${quote(key)}, ${quote(label)}, ${quote(group)})`)
  .join(",\n    ");

const tidy = (words: string) =>
  `concat(upper(substr(${words}, 1, 1)), replace(substr(${words}, 2), '_', ' '))`;

export const products: Mart = {
  name: "products",
  row: "a product",
  columns: [
    integer("product_key", "the product"),
    text("category", `${categoryMeaning} of its category; '(none)' where missing`),
    text("category_label", "the category in tidy English"),
    text("category_group", "one of ten groups of categories"),
    integer("weight_g", "weight; null where missing", "g"),
    integer("length_cm", "length of the parcel; null where missing", "cm"),
    integer("height_cm", "height of the parcel; null where missing", "cm"),
    integer("width_cm", "width of the parcel; null where missing", "cm"),
    integer("photos", "published photos; null where missing"),
    integer("name_length", "characters of the published name; null where missing"),
    integer("description_length", "characters of the published description; null where missing")
  ],
  inputs: ["staged_products", "staged_translation"],
  sql: (_, d = duckdb) =>
    d.spelt(`with known(category, label, category_group) as (
  values
    ${known}
),
named as (
  select *, coalesce(category, '(none)') as category_key from staged_products
)
select p.product_key, p.category_key as category,
  coalesce(k.label, case when t.english is not null then ${tidy("t.english")} end, ${tidy("p.category_key")}) as category_label,
  coalesce(k.category_group, ${quote(otherGroup)}) as category_group,
  p.weight_g, p.length_cm, p.height_cm, p.width_cm, p.photos, p.name_length, p.description_length
from named p
left join known k on k.category = p.category_key
left join staged_translation t on t.category = p.category_key
order by p.product_key`)
};
