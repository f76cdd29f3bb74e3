import type {Moment} from "./moment.js";

export type GroupLetter = "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H";

/**
 * What a feature gives away of a label that is computed from recency, frequency and the average gap: it goes into the
 * label ("input"), it pins the date or the number of orders of most people ("proxy"), it averages other people's labels
 * and is safe out of fold only ("fold"), or it is safe.
 */
export type Leak = "input" | "proxy" | "fold" | "safe";

export interface Feature {
  /** 1 to 78. */
  number: number;
  name: string;
  definition: string;
  kind: "integer" | "number" | "flag" | "category";
  /** What stands where the definition has nothing to go by: a value, or "missing". */
  absent: string;
  leak: Leak;
  /** How it goes with a forward label: as it is, or by the labels of an earlier, closed window. */
  forward: "as it is" | "earlier window";
  /** Of a category, each of which becomes a column. */
  levels?: readonly string[];
  unit?: string;
  /** The value, from the common table expressions of all groups. */
  sql: string;
}

/** Features of one kind, and what they are computed from (see base.ts for the tables that the groups share). */
export interface FeatureGroup {
  letter: GroupLetter;
  title: string;
  features: readonly Feature[];
  /** Aggregates over a person's valid orders, each "... as name", which become columns of `people p`. */
  perOrder?(moment: Moment): readonly string[];
  /** Aggregates over a person's lines, which become columns of `wares w`. */
  perLine?: readonly string[];
  /** Further common table expressions, each after those that it reads. */
  tables?(moment: Moment): string;
  /** Joins of these tables to `people p`. */
  joins?: string;
}

type Written = Pick<Feature, "number" | "name" | "sql" | "definition"> & Partial<Feature>;

/** A feature with what most have in common: a number that is never missing and safe. */
export const feature = (written: Written): Feature => ({
  kind: "number",
  absent: "never absent",
  leak: "safe",
  forward: "as it is",
  ...written
});
