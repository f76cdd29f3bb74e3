import type {Bounds} from "../../../lib/lab/explainedRow.js";
import type {ExampleColumn} from "../../../lib/learn/examples.js";
import type {Editable, Edits} from "./edits.js";

/** What may be changed of each of some features, by what stands in the data. */
export const editables = (
  columns: readonly ExampleColumn[],
  bounds: readonly (Bounds | null)[],
  features: readonly string[]
): Editable[] => features.map((feature) => editableOf(columns, bounds, feature));

function editableOf(
  columns: readonly ExampleColumn[],
  bounds: readonly (Bounds | null)[],
  feature: string
): Editable {
  const own = columns.flatMap((column, j) => (column.feature === feature ? [j] : []));
  if (columns[own[0]].kind === "level")
    return {feature, levels: own.map((j) => columns[j].name.slice(feature.length + 1))};
  const known = bounds[own[0]];
  return known ? {feature, bounds: known} : {feature};
}

/** A row with its changes. */
export function editedRow(columns: readonly ExampleColumn[], row: Float32Array, edits: Edits): Float32Array {
  const edited = row.slice();
  columns.forEach(({name, feature, kind}, j) => {
    const value = edits.get(feature);
    if (value === undefined) return;
    edited[j] = kind === "level" ? Number(name === `${feature}=${value}`) : Number(value);
  });
  return edited;
}
