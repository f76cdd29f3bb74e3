import type {Feature} from "../features/catalogue.js";
import {cityRate, features} from "../features/catalogue.js";
import {currency} from "../format.js";
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
  unit: "money" | "days" | "hour" | "month" | "number" | "flag";
  /** What stands after its numbers, where the unit does not say it. */
  suffix?: string;
  /** Whether values are whole, so that a range holds both its ends; else it ends just below its upper one. */
  whole: boolean;
  /** The first and the last value that there can be, where both are known. */
  possible?: readonly [least: number, most: number];
}

/** A number of the order's customer as of the cutoff of the data: the same for all orders of a person. */
export interface FeatureDimension extends RangeDimension {
  feature: Feature;
}

/** A column of texts of `explored`, narrowed to some of its values. */
export interface SetDimension {
  kind: "set";
  name: string;
  parameter: string;
  label: string;
  /** What its values read as, where they are codes, which no other value can be; also their order. */
  texts?: Readonly<Record<string, string>>;
}

export type Dimension = RangeDimension | SetDimension;

const range = (
  name: string,
  label: string,
  unit: RangeDimension["unit"],
  whole = false,
  possible?: RangeDimension["possible"]
): RangeDimension => ({
  kind: "range",
  name,
  parameter: name,
  label,
  unit,
  whole,
  ...(possible ? {possible} : {})
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

/** What orders can be narrowed and grouped by on their own, in the order of the page. */
export const dimensions: readonly Dimension[] = [
  range("value", "Order value", "money"),
  range("freight", "Freight", "money"),
  range("month", "Month", "month", true),
  range("lead_days", "Lead time", "days"),
  range("delay_days", "Delay", "days", true),
  set("score", "Review score", "scores", scores),
  range("hour", "Hour of the day", "hour", true, [0, 23]),
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
  installments: ["installments"],
  status: ["outcomes"],
  category: ["categories"]
};

/** Those of them that the shop's files tell of. */
export const toldDimensions: readonly Dimension[] = dimensions.filter(
  ({name}) => !(needs[name] ?? []).some(lacks) && (name !== "state" || placeCodes.length > 0)
);

/**
 * A name of the catalogue in words, without the unit that its values are told with.
 * @example plainName("avg_days_between_orders") => "average days between orders"
 */
export const plainName = (name: string): string =>
  name
    .replace(/^avg_promised_days$/, "avg_promised_time")
    .replace(/^avg_/, "average ")
    .replace(/^std_/, "deviation of ")
    .replace(/^n_/, "number of ")
    .replace(/^is_/, "")
    .replace(/_(\d+)d$/, " $1 days")
    .replace(/_(days|hours|kg|km)$/, "")
    .replaceAll("_", " ");

const plainUnits: readonly (string | undefined)[] = [
  "orders",
  "items",
  "months",
  "orders a month",
  "kg",
  "km",
  "hours"
];

/** What a column of the query for the features is called that holds a feature: the city's rate is that of the earlier window. */
export const featureColumn = ({name}: Pick<Feature, "name">): string =>
  name === cityRate ? "city_rate_earlier" : name;

const unitOf = ({kind, unit}: Feature): RangeDimension["unit"] =>
  kind === "flag" ? "flag" : unit === currency ? "money" : unit === "days" ? "days" : "number";

/** The numbers among the 78 features of a customer, in the order of the catalogue. */
export const featureDimensions: readonly FeatureDimension[] = features
  .filter(({levels}) => !levels)
  .map((feature) => ({
    ...range(
      feature.name,
      `Customer: ${plainName(feature.name)}`,
      unitOf(feature),
      feature.kind !== "number"
    ),
    ...(plainUnits.includes(feature.unit) ? {suffix: feature.unit} : {}),
    feature
  }));

/** All that orders can be narrowed and grouped by: what they are themselves, then the numbers of their customers. */
export const allDimensions: readonly Dimension[] = [...dimensions, ...featureDimensions];

/** Whether a dimension is of the customers, whose features are worked out when they are first asked for. */
export const isFeature = (dimension: Dimension): dimension is FeatureDimension => "feature" in dimension;

/**
 * A dimension by its column; throws a RangeError if there is none.
 * @example dimensionNamed("state").parameter => "states"
 */
export function dimensionNamed(name: string): Dimension {
  const found = allDimensions.find((dimension) => dimension.name === name);
  if (!found) throw new RangeError(`unknown dimension: ${name}`);
  return found;
}
