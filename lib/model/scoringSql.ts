import type {ExampleColumn} from "../learn/examples.js";
import type {TreeModel} from "../learn/trees/ensemble.js";
import {identifier, literal} from "../sql/literal.js";
import {calibratedSql, sigmoidSql} from "./calibrationSql.js";
import type {ScaledLinearModel, TrainedModel} from "./model.js";
import {scoresLogOdds} from "./model.js";
import {double} from "./sqlNumbers.js";
import {treeSql} from "./treeSql.js";

/** Where the rows come from. */
export interface ScoringSource {
  /** Name of a table or view with a row per unit and the features as columns; one-hot columns are made here. */
  table: string;
  /** Column that tells whose score it is. */
  key: string;
  /** What the model's columns are made of; those that it does not look at may be missing or there. */
  columns: readonly Pick<ExampleColumn, "name" | "feature" | "kind">[];
}

/** An engine's parser and planner recurse into expressions, so that sums are cut into pieces. */
const termsAtOnce = 50;

/**
 * One SELECT that scores every row of a table as `scoreColumns` does: the key, `score` (log-odds, or for trees with
 * link "mean" the probability before calibration) and `probability`. Values are compared in float32, as the model saw
 * them; NULL and NaN are missing values; a one-hot column of a NULL text is 0. Written for DuckDB in ANSI terms (CASE,
 * CAST, NULLIF, COALESCE, EXP, LN), so that Trino runs it too, and Spark where double quotes are names
 * (spark.sql.ansi.doubleQuotedIdentifiers). Throws a TypeError when `columns` lacks one that the model looks at.
 * @example scoringSql(model, {table: "features", key: "customer_key", columns}).startsWith("select") => true
 */
export function scoringSql(model: TrainedModel, source: ScoringSource): string {
  const terms = model.kind === "trees" ? treeTerms(model) : linearTerms(model);
  const pieces = Array.from({length: Math.ceil(terms.length / termsAtOnce)}, (_, piece) =>
    terms.slice(piece * termsAtOnce, (piece + 1) * termsAtOnce)
  );
  const start = model.kind === "trees" ? model.base : model.intercept;
  const inLogOdds = scoresLogOdds(model);
  const sums = pieces.map((piece, index) => `    ${piece.join("\n    + ")} as s${index}`);
  const probability = inLogOdds ? sigmoidSql("score") : "least(greatest(score, 0e0), 1e0)";
  return `select k as ${identifier(source.key)}, score, ${calibratedSql(model.calibration, "p", inLogOdds ? "score" : undefined)} as probability
from (
select k, score, ${probability} as p
from (
  select k, ${[double(start), ...sums.map((_, index) => `s${index}`)].join(" + ")} as score
  from (
    select
${["    k", ...sums].join(",\n")}
    from (
      select
        ${[`${identifier(source.key)} as k`, ...inputs(model, source)].join(",\n        ")}
      from ${identifier(source.table)}
    ) as inputs
  ) as pieces
) as scores
) as probabilities`;
}

/** The columns that the model looks at, as f0, f1, ... */
function inputs(model: TrainedModel, {columns}: ScoringSource): string[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return usedColumns(model).map((index) => {
    const name = model.features[index];
    const column = byName.get(name);
    if (!column) throw new TypeError(`no column for the feature ${JSON.stringify(name)}`);
    const source = identifier(column.feature);
    const value =
      column.kind === "level"
        ? `cast(case when ${source} = ${literal(name.slice(column.feature.length + 1))} then 1 else 0 end as real)`
        : `nullif(cast(${source} as real), cast('NaN' as real))`;
    return `${value} as f${index}`;
  });
}

function usedColumns(model: TrainedModel): number[] {
  const used = model.kind === "trees" ? model.trees.feature : model.coefficients.map((c, j) => (c ? j : -1));
  return [...new Set<number>(used)].filter((index) => index >= 0).sort((a, b) => a - b);
}

const treeTerms = ({trees}: TreeModel): string[] =>
  Array.from({length: trees.offsets.length - 1}, (_, tree) => treeSql(trees, tree));

const linearTerms = ({coefficients, mean, deviation, median}: ScaledLinearModel): string[] =>
  Array.from(coefficients).flatMap((coefficient, j) =>
    coefficient
      ? [
          `${double(coefficient)} * (coalesce(cast(f${j} as double), ${double(median[j])}) - ${double(mean[j])}) / ${double(deviation[j])}`
        ]
      : []
  );
