import type {CsvForm} from "../../../lib/csv/csvForm.js";
import {plainCsv} from "../../../lib/csv/csvForm.js";
import type {Feature} from "../../../lib/features/catalogue.js";
import {cityRate, features} from "../../../lib/features/catalogue.js";
import {featureInputs, featuresSql} from "../../../lib/features/sql.js";
import type {FeatureParameters} from "../../../lib/features/sql.js";
import {literal} from "../../../lib/sql/literal.js";

/** Shares of the people at or below which a feature's values are told. */
export const quantileShares = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1] as const;

/** The column of `featuresSql` that holds a feature; the city's rate is that of the earlier window. */
export const columnOf = ({name}: Pick<Feature, "name">): string =>
  name === cityRate ? "city_rate_earlier" : name;

const asDouble = (feature: Feature) => `cast(${columnOf(feature)} as double)`;

const figures = (feature: Feature): string => {
  const column = columnOf(feature);
  const told = feature.levels
    ? {
        quantiles: "cast(null as double[])",
        mean: "cast(null as double)",
        usual: `mode(${column})`,
        usual_people: `count(*) filter (${column} = (select mode(${column}) from matrix))`
      }
    : {
        quantiles: `quantile_cont(${asDouble(feature)}, [${quantileShares.join(", ")}])`,
        mean: `avg(${asDouble(feature)})`,
        usual: "cast(null as varchar)",
        usual_people: "cast(null as bigint)"
      };
  const known = feature.levels ? `nullif(${column}, 'none')` : column;
  return `{'number': ${feature.number}, 'missing': cast(count(*) - count(${known}) as integer), 'distinct_values': cast(count(distinct ${known}) as integer), 'mean': ${told.mean}, 'quantiles': ${told.quantiles}, 'usual': ${told.usual}, 'usual_people': cast(${told.usual_people} as integer)}`;
};

/**
 * A row for each of the 78 features with how its values lie, in one pass over the matrix, so that the values
 * themselves need not leave DuckDB; beside it how many people there are and about how many bytes a line of the
 * matrix takes as text.
 */
export const summarySql = (moment: FeatureParameters): string => `with matrix as materialized (
${featuresSql(moment)}
)
select told.*, (select cast(count(*) as integer) from matrix) as people,
  (select coalesce(avg(length(${lineSql(0)})), 0) + 2 from (select * from matrix limit 500)) as line_bytes
from (select unnest([
${features.map(figures).join(",\n")}
]) as told from matrix)`;

/** Of every person the value of a feature (gaps as NaN) and both labels; 2 where the outcome is not known yet. */
export const featureSql = (moment: FeatureParameters, feature: Feature): string =>
  `select ${feature.levels ? columnOf(feature) : `coalesce(${asDouble(feature)}, cast('NaN' as double))`} as value,
  label_rule, coalesce(label_forward, 2) as label_forward
from (
${featuresSql(moment)}
)`;

/** How many people there are of each label, by the days since their last order. */
export const labelsSql = (moment: FeatureParameters): string =>
  `select days_since_last as days, label_rule as rule, label_forward as forward, cast(count(*) as integer) as people
from (
${featuresSql(moment)}
)
group by all
order by all`;

/** Has the tables read that the features are made of. */
export const warmUpSql: string = featureInputs
  .map((name) => `select count(*) as rows from ${name}`)
  .join(" union all ");

/** The names of the columns of a line of the matrix, in its order. */
export const matrixColumns = (days: number): string[] => [
  "customer_key",
  ...features.flatMap(({name, levels}) => levels?.map((level) => `${name}=${level}`) ?? [name]),
  "label_rule",
  `label_recency_${days}`,
  "label_forward",
  "last_purchased_at"
];

/** A person as a line of separated values, a category as a column of 0 and 1 for each of its levels. */
function lineSql(days: number, {separator, decimal}: CsvForm = plainCsv): string {
  const cell = (expression: string) => {
    const text = `coalesce(cast(${expression} as varchar), '')`;
    return decimal === "." ? text : `replace(${text}, '.', ${literal(decimal)})`;
  };
  const cells = [
    "customer_key",
    ...features.flatMap((feature) => {
      const column = columnOf(feature);
      if (feature.levels)
        return feature.levels.map((level) => `case when ${column} = ${literal(level)} then 1 else 0 end`);
      return feature.kind === "number" ? [column] : [`cast(${column} as integer)`];
    }),
    "label_rule",
    `case when days_since_last > ${days} then 1 else 0 end`,
    "label_forward",
    "last_purchased_at"
  ];
  return `concat_ws(${literal(separator)}, ${cells.map(cell).join(", ")})`;
}

const linesAtOnce = 2000;

/** The matrix as text, many lines at once: the columns of `matrixColumns`, in the order of the people. */
export const matrixCsvSql = (
  moment: FeatureParameters,
  days: number,
  form?: CsvForm
): string => `select string_agg(line, chr(13) || chr(10) order by place) as lines, cast(count(*) as integer) as people
from (
select ${lineSql(days, form)} as line, row_number() over (order by customer_key) - 1 as place
from (
${featuresSql(moment)}
))
group by place // ${linesAtOnce}
order by min(place)`;
