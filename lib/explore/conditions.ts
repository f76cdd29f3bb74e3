import {quote} from "../sql/expressions.js";
import {formatState} from "../state/formatState.js";
import type {Parameter, StateSpec} from "../state/parameter.js";
import {parseState} from "../state/parseState.js";
import type {Chosen} from "./chosen.js";
import {chosenParameter} from "./chosen.js";
import type {Dimension, FeatureDimension, RangeDimension} from "./dimensions.js";
import {allDimensions, featureDimensions} from "./dimensions.js";
import {exploredSql} from "./exploredSql.js";
import {withFeatures} from "./featuresSql.js";
import type {Range} from "./range.js";
import {monthOfIndex, rangeParameter} from "./range.js";

export type Condition = Range | Chosen;

/** What narrows the orders, by the name that a dimension has in the address. */
export type Conditions = Readonly<Record<string, Condition>>;

/** How a dimension's condition stands in an address. */
const parameterOf = (dimension: Dimension): Parameter<Range> | Parameter<Chosen> =>
  dimension.kind === "range"
    ? rangeParameter(dimension)
    : chosenParameter(dimension.texts && Object.keys(dimension.texts));

/** The declaration of all conditions, for a page's state to spread in. */
export const conditionParameters: StateSpec = Object.fromEntries(
  allDimensions.map((dimension) => [dimension.parameter, parameterOf(dimension) as Parameter<unknown>])
);

/** Whether a condition lets every order pass. */
export const isOpen = (condition: Condition | undefined): boolean =>
  condition === undefined ||
  ("low" in condition ? condition.low === null && condition.high === null : condition.length === 0);

/**
 * The value of a range's end as an SQL literal.
 * @example endSql(24204, monthDimension) => "'2017-01'"
 */
export const endSql = (end: number, {unit}: RangeDimension): string =>
  unit === "month" ? quote(monthOfIndex(end)) : Number.isInteger(end) ? String(end) : `${end}e0`;

/**
 * A condition on a column of `explored` as SQL; empty if all orders pass. An order without the value passes no range.
 * @example conditionSql(dimensionNamed("value"), {low: 100, high: 200}) => "value >= 100 and value < 200"
 */
export function conditionSql(dimension: Dimension, condition: Condition): string {
  const {name} = dimension;
  if (dimension.kind === "set") {
    const values = condition as Chosen;
    return values.length === 0 ? "" : `${name} in (${values.map(quote).join(", ")})`;
  }
  const {low, high} = condition as Range;
  return [
    ...(low === null ? [] : [`${name} >= ${endSql(low, dimension)}`]),
    ...(high === null ? [] : [`${name} ${dimension.whole ? "<=" : "<"} ${endSql(high, dimension)}`])
  ].join(" and ");
}

/**
 * The conditions as a WHERE clause, on a line of its own; empty if all orders pass.
 * @example whereSql({states: ["SP"]}) => "\nwhere state in ('SP')"
 */
export function whereSql(conditions: Conditions): string {
  const parts = allDimensions
    .filter(({parameter}) => !isOpen(conditions[parameter]))
    .map((dimension) => conditionSql(dimension, conditions[dimension.parameter]));
  return parts.length === 0 ? "" : `\nwhere ${parts.join("\n  and ")}`;
}

/** The numbers of customers that conditions narrow. @example featuresOf({states: ["SP"]}) => [] */
export const featuresOf = (conditions: Conditions): readonly FeatureDimension[] =>
  featureDimensions.filter(({parameter}) => !isOpen(conditions[parameter]));

/**
 * `explored` as a common table expression, for a query that is to run wherever the marts are.
 * @param cutoff ISO local time as of which the customers' features are
 * @param features those that the query reads
 */
export const withExplored = (
  query: string,
  cutoff: string,
  features: readonly FeatureDimension[] = []
): string =>
  `with explored as (\n${features.length === 0 ? exploredSql : withFeatures(exploredSql, features, {cutoff})}\n)\n${query}`;

/** The query for the orders selected, in the marts' own names, with features as of the cutoff where they narrow. */
export const selectedSql = (conditions: Conditions, cutoff: string): string =>
  withExplored(
    `select *\nfrom explored${whereSql(conditions)}\norder by order_key`,
    cutoff,
    featuresOf(conditions)
  );

/** The query for the people with at least one order selected, by features as of the cutoff where they narrow. */
export const peopleSql = (conditions: Conditions, cutoff: string): string =>
  withExplored(
    `select distinct customer_key\nfrom explored${whereSql(conditions)}`,
    cutoff,
    featuresOf(conditions)
  );

/**
 * Conditions as a text that stands in an address as a population.
 * @example conditionsText({states: ["SP"]}) => "states=SP"
 */
export const conditionsText = (conditions: Conditions): string => {
  const values = Object.fromEntries(
    Object.entries(conditionParameters).map(([name, {fallback}]) => [name, conditions[name] ?? fallback])
  );
  return formatState(conditionParameters, values, "").slice(1);
};

/** The conditions of such a text; undefined if it is none. */
export function conditionsOf(text: string): Conditions | undefined {
  const {values, problems} = parseState(conditionParameters, text);
  const known = [...new URLSearchParams(text).keys()].every((name) =>
    Object.hasOwn(conditionParameters, name)
  );
  return known && problems.length === 0 ? (values as Conditions) : undefined;
}
