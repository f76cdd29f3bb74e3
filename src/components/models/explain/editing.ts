import type {ExampleColumn} from "../../../lib/learn/examples.js";
import type {Editable, Edits} from "./edits.js";

/** What may be changed of each of some features, by what stands in the data. */
export const editables = (
  columns: readonly ExampleColumn[],
  values: readonly Float32Array[],
  features: readonly string[]
): Editable[] => features.map((feature) => editableOf(columns, values, feature));

function editableOf(
  columns: readonly ExampleColumn[],
  values: readonly Float32Array[],
  feature: string
): Editable {
  const own = columns.flatMap((column, j) => (column.feature === feature ? [j] : []));
  if (columns[own[0]].kind === "level")
    return {feature, levels: own.map((j) => columns[j].name.slice(feature.length + 1))};
  let [low, high, whole] = [Infinity, -Infinity, true];
  for (const value of values[own[0]]) {
    if (Number.isNaN(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
    whole &&= Number.isInteger(value);
  }
  return low <= high ? {feature, bounds: {low, high, whole}} : {feature};
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
