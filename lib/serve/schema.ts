import {featureNamed} from "../features/catalogue.js";
import {keyNames} from "./customerRow.js";
import {largestNumber} from "./customerValue.js";
import type {CustomerField} from "./field.js";
import {segmentFields} from "./segmenter.js";

/** A JSON Schema, as far as one is written here. */
export type JsonSchema = Record<string, unknown>;

const draft = "https://json-schema.org/draft/2020-12/schema";
const numbers = {minimum: -largestNumber, maximum: largestNumber};

function typeOf({kind}: CustomerField): JsonSchema {
  if (kind === "category") return {type: ["string", "null"]};
  if (kind === "flag") return {enum: [0, 1, true, false, null]};
  return {type: [kind, "null"], ...numbers};
}

/** What a field is, its unit, and what stands in it where there is nothing to go by. */
export function fieldText({name, levels, used}: CustomerField): string {
  const feature = featureNamed(name);
  const unit = feature?.unit ? ` Unit: ${feature.unit}.` : "";
  const absent =
    feature && feature.absent !== "never absent"
      ? ` Where there is none: ${feature.absent === "missing" ? "null" : feature.absent}.`
      : "";
  const known = levels
    ? ` Levels: ${levels.join(", ")}; the model takes any other text for none of them.`
    : "";
  return `${feature?.definition ?? `The column ${name}.`}${unit}${absent}${known}${used ? "" : " The score does not depend on it, and it is not read."}`;
}

/**
 * The JSON Schema (draft 2020-12) of a model's customer: what `customerRow` takes, a definition and a unit for each field.
 * Fields that the score does not depend on may hold anything.
 * @example customerSchema("xgboost", fields).required[0] => "recency_days"
 */
export function customerSchema(name: string, fields: readonly CustomerField[]): JsonSchema {
  return {
    $schema: draft,
    title: `A customer for the model ${name}`,
    type: "object",
    properties: Object.fromEntries([
      ...keyNames.map((key) => [key, {description: "Says who it is; not read."}]),
      ...fields.map((field) => [
        field.name,
        {...(field.used ? typeOf(field) : {}), description: fieldText(field)}
      ])
    ]),
    required: fields.filter(({used}) => used).map(({name}) => name),
    additionalProperties: false
  };
}

/** The same of a customer for RFM. @example segmentSchema().required => ["recency_days", "frequency", "monetary_cents"] */
export const segmentSchema = (): JsonSchema => ({
  $schema: draft,
  title: "A customer for the RFM segments",
  type: "object",
  properties: Object.fromEntries([
    ...keyNames.map((key) => [key, {description: "Says who it is; not read."}]),
    ...segmentFields.map(({name}, i) => [
      name,
      {
        ...{type: "integer", minimum: 0, maximum: largestNumber},
        description: [
          "Whole days from the latest delivered order to the day.",
          "Delivered orders.",
          "Sum of their prices without freight, in cents of the shop’s currency."
        ][i]
      }
    ])
  ]),
  required: segmentFields.map(({name}) => name),
  additionalProperties: false
});

/** The same of a customer for the recommender. @example recommendSchema().required => ["bought"] */
export const recommendSchema = (): JsonSchema => ({
  $schema: draft,
  title: "A customer for the recommender",
  type: "object",
  properties: {
    bought: {
      type: "array",
      items: {type: "string"},
      description: "Ids of the products bought, as the shop’s files have them; unknown ones say nothing."
    }
  },
  required: ["bought"]
});
