import {formatDay} from "../format.js";
import {midnightOf} from "../days.js";
import type {FeatureDimension} from "./dimensions.js";
import {plainName} from "./dimensions.js";
import {lowerFirst} from "./words.js";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const unitOf = ({unit, feature}: FeatureDimension): string =>
  unit === "flag" ? "yes or no" : (feature.unit ?? "").replaceAll("-", "−");

/**
 * A customer's number with its name in the catalogue and its unit.
 * @example featureTitle(featureDimensions[0]) => "Recency (recency_days; days)"
 */
export function featureTitle(dimension: FeatureDimension): string {
  const {name} = dimension;
  return `${capital(plainName(name))} (${[name, unitOf(dimension)].filter(Boolean).join("; ")})`;
}

/**
 * Whether a search finds a customer's number: all its words stand in its name, unit or meaning.
 * @example matches(featureDimensions[0], "last order") => true
 */
export function matches(dimension: FeatureDimension, search: string): boolean {
  const text = `${featureTitle(dimension)} ${dimension.feature.definition}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/**
 * What a view of a customer's number says of itself.
 * @param cutoff ISO local time
 * @example featureAbout(featureDimensions[1], "2018-08-30T00:00:00") => "Of the order’s customer as of 30 Aug 2018, the same for all orders of a person. frequency (orders): valid orders before the cutoff."
 */
export function featureAbout(dimension: FeatureDimension, cutoff: string): string {
  const {name, feature} = dimension;
  const unit = unitOf(dimension);
  const meaning = /^[A-Z][a-z]/.test(feature.definition)
    ? lowerFirst(feature.definition)
    : feature.definition;
  return `Of the order’s customer as of ${formatDay(midnightOf(cutoff))}, the same for all orders of a person. ${name}${unit ? ` (${unit})` : ""}: ${meaning}`;
}
