import type {Dialect} from "../../dialect/dialect.js";
import {brokenTextPattern} from "../../reading/brokenText.js";
import {quote} from "../../sql/expressions.js";
import type {Check} from "./check.js";

/** SQL of whether a text looks broken by a wrong encoding; plain ASCII, which most are, is told apart first. */
const broken = (text: string, d: Dialect): string =>
  `${d.bytes(text)} > length(${text}) and ${d.matches(text, quote(brokenTextPattern))}`;

const check = (d: Dialect, table: string, of: string, key: string, text: string): Check => ({
  name: "text with characters broken by a wrong encoding",
  table,
  of: `(select 1 from ${of} where ${text} is not null)`,
  failing: `select cast(${key} as varchar) as key, ${text} as detail from ${of} where ${broken(text, d)}`,
  action: "kept as written: take the file from where it was whole, as nothing can be mended for certain"
});

export const textChecks = (d: Dialect): readonly Check[] => [
  check(d, "customers", "staged_customers", "customer_id", "city"),
  check(d, "sellers", "staged_sellers", "seller_id", "city"),
  check(d, "geolocation", "staged_geolocation", "zip", "city"),
  check(d, "products", "(select distinct category from staged_products)", "category", "category"),
  check(d, "reviews", "staged_reviews", "review_id", "concat_ws(' ', title, message)")
];
