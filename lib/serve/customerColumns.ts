import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {keyNames, missingField, unknownField} from "./customerRow.js";
import {fits, numberIn, refusal} from "./customerValue.js";
import type {CustomerField} from "./field.js";

/** Customers by column: a typed array or a list for each field. */
export type CustomerColumns = Readonly<Record<string, ArrayLike<unknown>>>;

const isColumn = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

/**
 * Customers by column as the columns that a model scores, checked as `customerRow` checks one. Fails with a sentence that
 * names the field and the row, counted from 1.
 * @example customerColumns([{name: "frequency", kind: "integer", used: true}], ["frequency"])({frequency: [2, null]}).value => [[2, NaN]]
 */
export function customerColumns(
  fields: readonly CustomerField[],
  features: readonly string[]
): (columns: CustomerColumns) => Result<Float32Array[]> {
  const names = fields.map(({name}) => name);
  const known = new Set([...names, ...keyNames]);
  const used = fields.filter((field) => field.used);
  return (columns) => {
    let rows: {name: string; count: number} | undefined;
    for (const [name, column] of Object.entries(columns)) {
      if (!known.has(name)) return fail("unknown", unknownField(name, names));
      if (!isColumn(column))
        return fail("type", `“${name}” must be a list of values, one for each customer.`);
      rows ??= {name, count: column.length};
      if (column.length !== rows.count)
        return fail("rows", `“${name}” holds ${column.length} values, “${rows.name}” ${rows.count}.`);
    }
    const made = new Map<string, Float32Array>();
    for (const field of used) {
      if (!Object.hasOwn(columns, field.name)) return fail("missing", missingField(field));
      const values = columns[field.name];
      const wrong = field.levels
        ? addLevels(made, field, field.levels, values)
        : addNumbers(made, field, values);
      if (wrong >= 0) return fail("type", `Row ${wrong + 1}: ${refusal(field, values[wrong])}`);
    }
    const unread = new Float32Array(rows?.count ?? 0);
    return ok(features.map((feature) => made.get(feature) ?? unread));
  };
}

/** Adds a field's column; gives the first row that it cannot have, -1 where there is none. */
function addNumbers(
  made: Map<string, Float32Array>,
  field: CustomerField,
  values: ArrayLike<unknown>
): number {
  const column = new Float32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    const number =
      typeof value === "number" ? (fits(field.kind, value) ? value : undefined) : numberIn(field, value);
    if (number === undefined) return row;
    column[row] = number;
  }
  made.set(field.name, column);
  return -1;
}

function addLevels(
  made: Map<string, Float32Array>,
  {name}: CustomerField,
  levels: readonly string[],
  values: ArrayLike<unknown>
): number {
  const columns = new Map(levels.map((level) => [level, new Float32Array(values.length)]));
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (typeof value !== "string" && value !== null) return row;
    const column = value === null ? undefined : columns.get(value);
    if (column) column[row] = 1;
  }
  for (const [level, column] of columns) made.set(`${name}=${level}`, column);
  return -1;
}
