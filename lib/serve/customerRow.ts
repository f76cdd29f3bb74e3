import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {numberIn, refusal} from "./customerValue.js";
import type {CustomerField} from "./field.js";
import {nearestName} from "./nearestName.js";

/** Names that a customer may have beside its fields: they say who it is and are not read. */
export const keyNames: readonly string[] = ["customer_key", "customer_id", "customer_unique_id"];

/** A customer as a model sees it. */
export interface CustomerRow {
  /** A number for each column of the model, NaN where it is missing. */
  row: Float32Array;
  /** Categories whose level the model has no column for: it takes them for none. */
  unseen: string[];
}

/** What is said of a name that is no field. @example unknownField("recensy_days", ["recency_days"]) => "“recensy_days” is no field of this model: did you mean “recency_days”?" */
export function unknownField(name: string, names: readonly string[]): string {
  const meant = nearestName(name, names);
  return meant === undefined
    ? `“${name}” is no field of this model: leave it out, or see the schema for the ${names.length} fields there are.`
    : `“${name}” is no field of this model: did you mean “${meant}”?`;
}

/** What is said of a field that is not there. */
export const missingField = ({name, kind}: CustomerField): string =>
  `“${name}” is missing: give ${kind === "category" ? "a text" : "a number"}, or null where it is not known.`;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);

/**
 * A customer as the row that a model scores. Every field that the score depends on must be there, null where its value
 * is not known; other fields of the model may be there and are not read. Fails with a sentence on the first thing wrong.
 * @param features the model's columns
 * @example customerRow([{name: "frequency", kind: "integer", used: true}], ["frequency"])({frequency: 2}).value.row => [2]
 */
export function customerRow(
  fields: readonly CustomerField[],
  features: readonly string[]
): (customer: unknown) => Result<CustomerRow> {
  const names = fields.map(({name}) => name);
  const known = new Set([...names, ...keyNames]);
  const places = new Map(features.map((feature, j) => [feature, j]));
  const used = fields.filter((field) => field.used);
  return (customer) => {
    if (!isObject(customer))
      return fail("customer", 'A customer is an object of fields, such as {"frequency": 1, …}.');
    for (const name of Object.keys(customer))
      if (!known.has(name)) return fail("unknown", unknownField(name, names));
    const row = new Float32Array(features.length);
    const unseen: string[] = [];
    for (const field of used) {
      const value = Object.hasOwn(customer, field.name) ? customer[field.name] : undefined;
      if (value === undefined) return fail("missing", missingField(field));
      if (field.levels) {
        if (value !== null && typeof value !== "string") return fail("type", refusal(field, value));
        const place = places.get(`${field.name}=${value}`);
        if (value === null || !field.levels.includes(value) || place === undefined) unseen.push(field.name);
        else row[place] = 1;
        continue;
      }
      const number = numberIn(field, value);
      if (number === undefined) return fail("type", refusal(field, value));
      row[places.get(field.name) ?? -1] = number;
    }
    return ok({row, unseen});
  };
}
