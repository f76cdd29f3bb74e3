import type {Dialect} from "../dialect/dialect.js";
import {duckdb} from "../dialect/duckdb.js";
import {cityRate} from "../features/catalogue.js";
import {featuresText} from "../features/sql.js";
import type {TrainedModel} from "../model/model.js";
import {scoringSql} from "../model/scoringSql.js";
import {real} from "../model/sqlNumbers.js";
import type {ExampleColumn} from "../learn/examples.js";
import {latenessQuestions} from "../learn/lateness.js";
import type {Question} from "./question.js";

interface StatementOptions {
  question: Pick<Question, "label" | "asof" | "horizon" | "strict">;
  /** Of the examples. */
  columns: readonly ExampleColumn[];
  /** Rates by the city's code (`servedRates`), for a model that looks at them. */
  rates?: Float32Array;
}

/** The column that tells whose score it is. */
export const keyOf = ({label}: Pick<Question, "label">): "customer_key" | "order_key" =>
  label === "late" ? "order_key" : "customer_key";

/**
 * One statement over the marts that works out the features and scores everybody: `customer_key` (`order_key` for late
 * delivery), `score` and `probability` of label 1. Where the model looks at rates by city that were learnt from labels,
 * they stand in it, by the city's code of the same marts as of the same day.
 * @example scoringStatement(model, {question, columns}).startsWith("with features as (") => true
 */
export const scoringStatement = (
  model: TrainedModel,
  options: StatementOptions,
  dialect: Dialect = duckdb
): string => dialect.spelt(statementText(model, options, dialect));

function statementText(
  model: TrainedModel,
  {question, columns, rates}: StatementOptions,
  dialect: Dialect
): string {
  const scores = scoringSql(model, {table: "features", key: keyOf(question), columns});
  if (question.label === "late") return `with features as (\n${ordersSql}\n)\n${scores}`;
  const {asof, horizon, strict} = question;
  const people = featuresText({cutoff: `${asof}T00:00:00`, horizon, strict}, dialect);
  if (question.label === "forward")
    return `with features as (
select *, city_rate_earlier as ${cityRate} from (
${people}
) as people
)
${scores}`;
  if (!rates || !looksAt(model, cityRate)) return `with features as (\n${people}\n)\n${scores}`;
  return `with people as (
${people}
),
city_rates(code, rate) as (
  values ${[...rates].map((rate, code) => `(${code}, ${real(rate)})`).join(", ")}
),
features as (
  select people.*, city_rates.rate as ${cityRate}
  from people
  left join city_rates on city_rates.code = people.city
)
${scores}`;
}

/** Whether a model's score depends on a column. */
function looksAt(model: TrainedModel, name: string): boolean {
  const at = model.features.indexOf(name);
  if (at < 0) return false;
  return model.kind === "trees" ? model.trees.feature.includes(at) : model.coefficients[at] !== 0;
}

const ordersSql = `select order_key,
${latenessQuestions
  .map(({kind, name, sql}) => `  ${kind === "number" ? `cast(${sql} as double)` : sql} as ${name}`)
  .join(",\n")}
from lateness`;
