import type {ExampleColumn} from "../learn/examples.js";
import type {Feature, FeatureGroup, GroupLetter} from "./feature.js";
import {basket} from "./groups/basket.js";
import {fulfilment} from "./groups/fulfilment.js";
import {geography} from "./groups/geography.js";
import {habits} from "./groups/habits.js";
import {payment} from "./groups/payment.js";
import {product} from "./groups/product.js";
import {reviewing} from "./groups/reviewing.js";
import {tempo} from "./groups/tempo.js";

export type {Feature, GroupLetter} from "./feature.js";

/** The eight groups of features, A to H. */
export const featureGroups: readonly FeatureGroup[] = [
  tempo,
  basket,
  payment,
  habits,
  product,
  fulfilment,
  reviewing,
  geography
];

/** The 78 features of a customer in the order of their numbers: what the catalogue, the SQL and the matrix all read. */
export const features: readonly Feature[] = featureGroups.flatMap((group) => group.features);

/** The feature whose values depend on the labels of others; it is filled in after the rows are split. */
export const cityRate = "city_churn_rate";

/**
 * A feature by name; undefined if there is none.
 * @example featureNamed("recency_days")?.number => 1
 */
export const featureNamed = (name: string): Feature | undefined =>
  features.find((feature) => feature.name === name);

/**
 * The group that a feature stands in.
 * @example groupOf(features[0]) => {letter: "A", title: "Recency, frequency, value, tempo"}
 */
export function groupOf({number}: Feature): {letter: GroupLetter; title: string} {
  const group = featureGroups.find((candidate) =>
    candidate.features.some((member) => member.number === number)
  );
  if (!group) throw new RangeError(`no feature has the number ${number}`);
  return {letter: group.letter, title: group.title};
}

/**
 * The columns that a feature becomes in a matrix: one, or one for each level of a category, 0 in all where it has none.
 * @example columnsOf(features[15]) => [{name: "is_repeat_customer", feature: "is_repeat_customer", kind: "flag"}]
 */
export function columnsOf({name, kind, levels}: Feature): ExampleColumn[] {
  if (levels) return levels.map((level) => ({name: `${name}=${level}`, feature: name, kind: "level"}));
  return [{name, feature: name, kind: kind === "flag" ? "flag" : "number"}];
}
