import type {Lack} from "../shop.js";
import {lacks, placeWord} from "../shop.js";
import {placeCodes} from "../state/placeCodes.js";

/** A column of `explored` that is looked at in bands and narrowed from here to there. */
export interface RangeDimension {
  kind: "range";
  /** The column. */
  name: string;
  /** Its name in the address. */
  parameter: string;
  label: string;
  unit: "money" | "days" | "hour" | "month" | "number";
  /** Whether values are whole, so that a range holds both its ends; else it ends just below its upper one. */
  whole: boolean;
}

/** A column of texts of `explored`, narrowed to some of its values. */
export interface SetDimension {
  kind: "set";
  name: string;
  parameter: string;
  label: string;
  /** What its values read as, where they are codes; also their order. */
  texts?: Readonly<Record<string, string>>;
}

export type Dimension = RangeDimension | SetDimension;

const range = (name: string, label: string, unit: RangeDimension["unit"], whole = false): RangeDimension => ({
  kind: "range",
  name,
  parameter: name,
  label,
  unit,
  whole
});

const set = (
  name: string,
  label: string,
  parameter: string,
  texts?: Readonly<Record<string, string>>
): SetDimension => ({kind: "set", name, parameter, label, ...(texts ? {texts} : {})});

/** What stands in a column of texts for a value that an order does not have. */
export const none = "(none)";

/** What stands for the category of an order without lines. */
export const noItems = "(no items)";

const weekdays = {
  1: "Monday",
  2: "Tuesday",
  3: "Wednesday",
  4: "Thursday",
  5: "Friday",
  6: "Saturday",
  7: "Sunday"
};

const scores = {1: "1, worst", 2: "2", 3: "3", 4: "4", 5: "5, best", [none]: "No review"};

/** What orders can be narrowed and grouped by, in the order of the page. */
export const dimensions: readonly Dimension[] = [
  range("value", "Order value", "money"),
  range("freight", "Freight", "money"),
  range("month", "Month", "month", true),
  range("lead_days", "Lead time", "days"),
  range("delay_days", "Delay", "days", true),
  set("score", "Review score", "scores", scores),
  range("hour", "Hour of the day", "hour", true),
  set("weekday", "Weekday", "weekdays", weekdays),
  set("payment", "Payment", "payments"),
  set("state", placeWord.title, "states"),
  set("category", "Category", "categories"),
  set("segment", "Segment", "segments"),
  range("items", "Items", "number", true),
  range("installments", "Installments", "number", true),
  set("status", "Status", "statuses")
];

const needs: Readonly<Record<string, readonly Lack[]>> = {
  freight: ["freight"],
  lead_days: ["deliveries"],
  delay_days: ["deliveries", "promises"],
  score: ["reviews"],
  payment: ["payments"],
  installments: ["installments"]
};

/** Those of them that the shop's files tell of. */
export const toldDimensions: readonly Dimension[] = dimensions.filter(
  ({name}) => !(needs[name] ?? []).some(lacks) && (name !== "state" || placeCodes.length > 0)
);

/**
 * A dimension by its column; throws a RangeError if there is none.
 * @example dimensionNamed("state").parameter => "states"
 */
export function dimensionNamed(name: string): Dimension {
  const found = dimensions.find((dimension) => dimension.name === name);
  if (!found) throw new RangeError(`unknown dimension: ${name}`);
  return found;
}
