import {featuresSql} from "../features/sql.js";
import type {FeatureDimension} from "./dimensions.js";
import {featureColumn, featureDimensions} from "./dimensions.js";

/** Days before the cutoff that the rate of a city looks at. */
export const featureHorizon = 180;

/** What is asked of the customers' features. */
interface AsOf {
  /** ISO local time: only what happened before it is known. */
  cutoff: string;
  /** Whether an order counts from its approval on, so that nothing that came later is looked at. */
  strict?: boolean;
}

/**
 * The query for the numbers of all customers with a valid order before the cutoff, by their names in the catalogue.
 * @example customerFeaturesSql({cutoff: "2018-08-30T00:00:00"}, []).startsWith("select customer_key\nfrom (") => true
 */
export function customerFeaturesSql(
  {cutoff, strict = false}: AsOf,
  features: readonly FeatureDimension[] = featureDimensions
): string {
  const columns = features.map(({name, feature}) =>
    featureColumn(feature) === name ? name : `${featureColumn(feature)} as ${name}`
  );
  return `select ${["customer_key", ...columns].join(", ")}
from (
${featuresSql({cutoff, horizon: featureHorizon, strict})}
)`;
}

/**
 * A query for orders with some numbers of their customers beside them, null where a customer has none.
 * @param orders a query that gives `customer_key` and none of these names
 */
export const withFeatures = (
  orders: string,
  features: readonly FeatureDimension[],
  asOf: AsOf
): string => `select e.*, ${features.map(({name}) => `f.${name}`).join(", ")}
from (
${orders}
) e
left join (
${customerFeaturesSql(asOf, features)}
) f on f.customer_key = e.customer_key`;
