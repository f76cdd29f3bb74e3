import type {ColumnType} from "./columnType.js";
import type {ResultColumn} from "./projection.js";

/** What is asked of an Arrow vector. */
export interface Values extends Iterable<unknown> {
  readonly length: number;
  readonly nullCount: number;
  toArray(): unknown;
}

/** A column as a chart or a model takes it: typed where all values are numbers. */
export type Column = Float64Array | Int32Array | unknown[];

/** Thrown where a value has no faithful counterpart in JavaScript; its message is a sentence. */
export class UnfaithfulValue extends Error {}

/**
 * The values of a result's column in JavaScript: whole numbers and decimals as numbers, dates and times as Dates (UTC),
 * lists as arrays, structs as objects, maps as Maps, bytes as Uint8Array, all else as text. Throws UnfaithfulValue for a
 * number beyond 2^53 and for a time beyond what a Date holds.
 * @example decodeColumn({name: "n", type: {kind: "scalar", name: "BIGINT"}}, vector([1n, 2n])) => new Float64Array([1, 2])
 */
export function decodeColumn({name, type}: ResultColumn, values: Values): Column {
  const scalar = type.kind === "scalar" ? type.name : "";
  if (values.nullCount === 0 && ["INTEGER", "DOUBLE"].includes(scalar)) {
    const array = values.toArray();
    if (array instanceof Int32Array || array instanceof Float64Array) return array.slice();
  }
  const convert = converter(type, name);
  let decoded: unknown[];
  try {
    decoded = Array.from(values, convert);
  } catch (error) {
    if (error instanceof TypeError && /not safe to convert/.test(error.message))
      throw unfaithful(name, "a time without end");
    throw error;
  }
  return values.nullCount === 0 && numeric.has(scalar) ? Float64Array.from(decoded as number[]) : decoded;
}

const numeric = new Set(
  "TINYINT SMALLINT INTEGER BIGINT HUGEINT UTINYINT USMALLINT UINTEGER UBIGINT UHUGEINT FLOAT DOUBLE DECIMAL".split(
    " "
  )
);
const wide = new Set(["BIGINT", "UBIGINT", "HUGEINT", "UHUGEINT", "DECIMAL"]);

type Convert = (value: unknown) => unknown;

const converter = (type: ColumnType, column: string): Convert => {
  const convert = present(type, column);
  return (value) => (value === null || value === undefined ? null : convert(value));
};

const present = (type: ColumnType, column: string): Convert => {
  switch (type.kind) {
    case "scalar":
      return scalarConverter(type.name, column);
    case "list": {
      const element = converter(type.element, column);
      return (value) => Array.from(value as Iterable<unknown>, element);
    }
    case "struct": {
      const fields = type.fields.map((field) => converter(field.type, column));
      const names = type.fields.map((field) => field.name);
      return (value) => {
        const parts = (value as {toArray(): unknown[]}).toArray();
        return Object.fromEntries(fields.map((convert, i) => [names[i], convert(parts[i])]));
      };
    }
    case "map": {
      const [key, element] = [converter(type.key, column), converter(type.value, column)];
      return (value) =>
        new Map(Array.from(value as Iterable<[unknown, unknown]>, ([k, v]) => [key(k), element(v)]));
    }
  }
};

const scalarConverter = (name: string, column: string): Convert => {
  if (wide.has(name))
    return (value) => {
      const number = Number(value);
      if (Math.abs(number) > Number.MAX_SAFE_INTEGER) throw unfaithful(column, `the number ${String(value)}`);
      return number;
    };
  if (name === "DATE" || name.startsWith("TIMESTAMP"))
    return (value) => {
      const date = new Date(value as number);
      if (Number.isNaN(date.getTime())) throw unfaithful(column, "a time too far off");
      return date;
    };
  return name === "BLOB" ? (value) => (value as Uint8Array).slice() : (value) => value;
};

const unfaithful = (column: string, what: string) =>
  new UnfaithfulValue(
    `Column “${column}” holds ${what}, which JavaScript cannot hold exactly: cast it to VARCHAR in the query.`
  );
