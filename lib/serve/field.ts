import {featureNamed} from "../features/catalogue.js";
import type {TrainedModel} from "../model/model.js";

/** What a customer has for a model to read: one feature, however many columns the model makes of it. */
export interface CustomerField {
  name: string;
  kind: "number" | "integer" | "flag" | "category";
  /** Of a category: the levels that the model has a column for; any other text has none. */
  levels?: readonly string[];
  /** Whether the score depends on it. */
  used: boolean;
}

/** Whether a column of a model moves its score. */
export function usedColumns(model: TrainedModel): Uint8Array {
  const used = new Uint8Array(model.features.length);
  if (model.kind === "linear") model.coefficients.forEach((one, j) => (used[j] = Number(one !== 0)));
  else for (const column of model.trees.feature) if (column >= 0) used[column] = 1;
  return used;
}

/**
 * The fields that a model reads, in the order of its columns: a column "region=SE" is the level "SE" of the category
 * "region". What the catalogue does not know is a number.
 * @example fieldsOf(model).find(({name}) => name === "customer_region").levels => ["N", "NE", "CO", "SE", "S"]
 */
export function fieldsOf(model: TrainedModel): CustomerField[] {
  const used = usedColumns(model);
  const fields = new Map<string, {levels: string[]; used: boolean}>();
  model.features.forEach((column, j) => {
    const at = column.indexOf("=");
    const name = at < 0 ? column : column.slice(0, at);
    const field = fields.get(name) ?? {levels: [], used: false};
    if (at >= 0) field.levels.push(column.slice(at + 1));
    fields.set(name, {...field, used: field.used || used[j] === 1});
  });
  return [...fields].map(([name, {levels, used}]) => {
    if (levels.length > 0) return {name, kind: "category", levels, used};
    const kind = featureNamed(name)?.kind ?? "number";
    return {name, kind: kind === "category" ? "number" : kind, used};
  });
}
