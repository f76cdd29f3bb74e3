import type {Dialect} from "../dialect/dialect.js";
import {duckdb} from "../dialect/duckdb.js";
import {baseTables, peopleTables} from "./base.js";
import {cityRate, featureGroups, features} from "./catalogue.js";
import type {FeatureParameters} from "./moment.js";
import {momentOf} from "./moment.js";
import {outcomeColumns, outcomeJoins, outcomeTables} from "./outcomes.js";

export type {FeatureParameters} from "./moment.js";

/** The marts that the features are made of. */
export const featureInputs = [
  "orders",
  "items",
  "payments",
  "reviews",
  "products",
  "sellers",
  "places"
] as const;

/**
 * The features and labels of every person with a valid order before the cutoff, as one SELECT over the marts in the
 * order of customer_key. Valid is an order that was not canceled, unavailable or left as created in the end (there is
 * no time of cancelling, so that this looks ahead); `strict` asks for an approval before the cutoff instead and looks
 * at nothing later. The columns are customer_key, the features by name, with `city` (a whole number from 0) and
 * `city_rate_earlier` in place of city_churn_rate, then last_purchased_at and what labels are made of: days_since_last,
 * label_rule, and label_forward, 1 where no valid order was placed in [cutoff, cutoff + horizon), null where the
 * record ends before that. Runs the same natively and in the tab. Throws a RangeError for parameters out of bounds.
 * @example featuresSql({cutoff: "2018-03-01T00:00:00", horizon: 180, strict: false}).startsWith("with receipts as (") => true
 */
export const featuresSql = (parameters: FeatureParameters, dialect: Dialect = duckdb): string =>
  dialect.spelt(featuresText(parameters, dialect));

/** The same with its holes filled, but spelt as DuckDB does: to be a part of a statement that is spelt as a whole. */
export function featuresText(parameters: FeatureParameters, dialect: Dialect): string {
  const moment = momentOf(parameters, dialect);
  const tables = [
    baseTables(moment),
    peopleTables(
      featureGroups.flatMap((group) => group.perOrder?.(moment) ?? []),
      featureGroups.flatMap((group) => group.perLine ?? [])
    ),
    ...featureGroups.flatMap((group) => group.tables?.(moment) ?? []),
    outcomeTables(moment)
  ];
  const columns = features.map(({name, sql}) =>
    name === cityRate ? `  p.city,\n  ${sql} as city_rate_earlier` : `  ${sql} as ${name}`
  );
  return `with ${tables.join(",\n")}
select p.customer_key,
${columns.join(",\n")},
  ${outcomeColumns(moment)}
from people p
${["left join wares w on w.customer_key = p.customer_key", ...featureGroups.flatMap(({joins}) => joins ?? []), outcomeJoins].join("\n")}
order by p.customer_key`;
}
