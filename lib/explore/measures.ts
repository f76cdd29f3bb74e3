import {formatCount, formatMoney, formatMoneyWhole, formatNumber, formatRate, withUnit} from "../format.js";
import {wilsonInterval} from "../metrics/wilsonInterval.js";
import {normal975} from "../stats/normal975.js";
import type {Conditions} from "./conditions.js";
import {whereSql} from "./conditions.js";
import type {Dimension, FeatureDimension} from "./dimensions.js";
import {featureDimensions, plainName} from "./dimensions.js";
import {bandSql} from "./bands.js";
import {lacks} from "../shop.js";

/** What is worked out of the orders of a group. */
export interface Measure {
  label: string;
  /** How it is made of the column: totals are counted, means and shares are estimates with an interval. */
  kind: "count" | "total" | "mean" | "share";
  /** Of `explored`, or an expression of its columns. */
  column: string;
  /** What the orders that have a value have. */
  known: string;
  format: (value: number) => string;
  /** The first and the last value that there can be, where the interval's normal approximation could leave them. */
  possible?: readonly [least: number, most: number];
}

const days = (value: number) => `${formatNumber(value, 1)} d`;
const money = (value: number) => formatMoney(100 * value);

const fromZero = [0, Infinity] as const;

export const measures = {
  orders: {label: "Orders", kind: "count", column: "order_key", known: "orders", format: formatCount},
  revenue: {
    label: "Revenue",
    kind: "total",
    column: "value",
    known: "orders with items",
    format: (value: number) => formatMoneyWhole(100 * value)
  },
  value: {
    label: "Mean order value",
    kind: "mean",
    column: "value",
    known: "orders with items",
    format: money,
    possible: fromZero
  },
  freight: {
    label: "Mean freight",
    kind: "mean",
    column: "freight",
    known: "orders with items",
    format: money,
    possible: fromZero
  },
  lead: {
    label: "Mean lead time",
    kind: "mean",
    column: "lead_days",
    known: "orders delivered",
    format: days,
    possible: fromZero
  },
  late: {label: "Share late", kind: "share", column: "late", known: "orders delivered", format: formatRate},
  score: {
    label: "Mean review score",
    kind: "mean",
    column: "review_score",
    known: "orders reviewed",
    format: (value: number) => formatNumber(value, 2),
    possible: [1, 5]
  }
} as const satisfies Readonly<Record<string, Measure>>;

const featureFormat = ({unit, suffix}: FeatureDimension): Measure["format"] =>
  unit === "money"
    ? money
    : unit === "days"
      ? days
      : (value) => (suffix ? withUnit(formatNumber(value, 2), suffix) : formatNumber(value, 2));

/** The mean of a number of the orders' customers, each order counting its own; of a flag the share who have it. */
const featureMeasure = (dimension: FeatureDimension): Measure => ({
  label: `${dimension.unit === "flag" ? "Share" : "Mean"} of customer: ${plainName(dimension.name)}`,
  kind: dimension.unit === "flag" ? "share" : "mean",
  column: dimension.name,
  known: "orders whose customer has one",
  format: dimension.unit === "flag" ? formatRate : featureFormat(dimension)
});

/** All measures by name: those of the orders, then those of their customers by the names of their features. */
export const allMeasures: Readonly<Record<string, Measure>> = {
  ...measures,
  ...Object.fromEntries(featureDimensions.map((dimension) => [dimension.name, featureMeasure(dimension)]))
};

export const measureNames: readonly string[] = Object.keys(allMeasures);

/** Those of them that the shop's files tell of. */
export const toldMeasures: readonly string[] = measureNames.filter(
  (name) =>
    !(
      (name === "freight" && lacks("freight")) ||
      (name === "lead" && lacks("deliveries")) ||
      (name === "late" && (lacks("deliveries") || lacks("promises"))) ||
      (name === "score" && lacks("reviews"))
    )
);

/** A group's row of {@link groupsSql}: whole numbers, sums in the column's own unit. */
export interface GroupRow {
  /** The value, or the band's number; null where it is not known. */
  key: string | number | null;
  orders: number;
  /** Orders that have a value. */
  known: number;
  total: number | null;
  /** Standard deviation between orders; null with fewer than two. */
  deviation: number | null;
}

/**
 * The query to `explored` for a measure of the orders selected, by group: the largest groups first.
 * @param cuts where the bands of a range part; [] for a column of texts
 */
export function groupsSql(
  conditions: Conditions,
  measure: Measure,
  dimension: Dimension,
  cuts: readonly number[]
): string {
  const key = dimension.kind === "set" ? dimension.name : bandSql(dimension, cuts);
  const value = `cast(${measure.kind === "count" ? "1" : measure.column} as double)`;
  return `select ${key} as key, count(*) as orders, count(${value}) as known,
  sum(${value}) as total, stddev_samp(${value}) as deviation
from explored${whereSql(conditions)}
group by 1
order by orders desc, key`;
}

export interface Estimate {
  value: number | null;
  low: number | null;
  high: number | null;
}

/**
 * A group's measure, with its 95 % interval where it is an estimate: of a mean by its standard error (normal
 * approximation, cut at what is possible; null with fewer than two orders), of a share by Wilson's.
 * @example estimateOf(measures.late, {key: "SP", orders: 12, known: 10, total: 5, deviation: 0.5}) => {value: 0.5, low: 0.2366, high: 0.7634}
 */
export function estimateOf(
  {kind, possible = [-Infinity, Infinity]}: Measure,
  {orders, known, total, deviation}: GroupRow
): Estimate {
  if (kind === "count") return {value: orders, low: null, high: null};
  if (known === 0 || total === null) return {value: null, low: null, high: null};
  if (kind === "total") return {value: total, low: null, high: null};
  const value = total / known;
  if (kind === "share") return {value, ...(wilsonInterval(total, known) ?? {low: null, high: null})};
  const half = known > 1 && deviation !== null ? (normal975 * deviation) / Math.sqrt(known) : null;
  if (half === null) return {value, low: null, high: null};
  return {value, low: Math.max(possible[0], value - half), high: Math.min(possible[1], value + half)};
}
