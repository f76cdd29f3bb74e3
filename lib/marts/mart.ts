import type {Dialect} from "../dialect/dialect.js";
import {currency} from "../format.js";

export type ColumnType = "integer" | "double" | "text" | "boolean" | "timestamp" | "date";

export interface Column {
  name: string;
  type: ColumnType;
  /** What a value says, in a few words. */
  meaning: string;
  unit?: string;
}

export interface MartParameters {
  /** ISO local time such as "2018-08-30T00:00:00"; only what was bought before it counts. */
  cutoff: string;
}

/** A table that the build writes and the tab reads; its SQL is the same text in both. */
export interface Mart {
  name: string;
  /** What one row stands for: "an order". */
  row: string;
  columns: readonly Column[];
  /** Names of staged tables (staged_*) or of other marts. */
  inputs: readonly string[];
  /** One SELECT in a total order, without a trailing semicolon, for DuckDB or another engine. */
  sql(parameters: MartParameters, dialect?: Dialect): string;
  /** Read by pages without DuckDB. */
  small?: boolean;
}

const column =
  (type: ColumnType) =>
  (name: string, meaning: string, unit?: string): Column =>
    unit === undefined ? {name, type, meaning} : {name, type, meaning, unit};

export const integer = column("integer");
export const double = column("double");
export const text = column("text");
export const boolean = column("boolean");
export const timestamp = column("timestamp");
export const date = column("date");

/** A column of money in integer centavos. */
export const cents = (name: string, meaning: string): Column => integer(name, meaning, `${currency} cents`);
