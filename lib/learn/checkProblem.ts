import {fail, ok} from "../result.js";
import type {Result} from "../result.js";
import type {Problem} from "./problem.js";

/**
 * The problem, if it has a minimum and one that can be found: rows of both classes with some weight, whole columns of
 * finite numbers, a penalty. Else a sentence about what is wrong.
 * @example checkProblem({columns: [], labels: Uint8Array.of(1, 1), penalty}).code => "one-class"
 */
export function checkProblem(problem: Problem): Result<Problem> {
  const {columns, labels, weights, penalty} = problem;
  if (!(penalty.C > 0 && penalty.C < Infinity))
    return fail("parameter", `C must be a number above 0, not ${penalty.C}`);
  if (!(penalty.l1Ratio >= 0 && penalty.l1Ratio <= 1))
    return fail("parameter", `l1Ratio must be between 0 and 1, not ${penalty.l1Ratio}`);
  if (!labels.length)
    return fail("empty", "There are no rows to learn from: widen the period or the filters.");
  if (weights?.length !== undefined && weights.length !== labels.length)
    return fail("weights", `There are ${weights.length} weights for ${labels.length} rows.`);
  if (weights?.some((weight) => !(weight >= 0 && weight < Infinity)))
    return fail("weights", "Every row's weight must be a number, 0 or more.");
  const seen = [0, 0];
  for (let row = 0; row < labels.length; row++) {
    if (labels[row] > 1) return fail("labels", "Every label must be 0 or 1.");
    if (!weights || weights[row] > 0) seen[labels[row]]++;
  }
  if (!seen[0] && !seen[1])
    return fail("weights", "All rows have a weight of 0: there is nothing to learn from.");
  if (!seen[0] || !seen[1])
    return fail(
      "one-class",
      `All ${seen[0] + seen[1]} rows that count have the same outcome: there is nothing to tell apart.`
    );
  for (let j = 0; j < columns.length; j++) {
    const column = columns[j];
    if (column.length !== labels.length)
      return fail("columns", `Column ${j + 1} has ${column.length} values for ${labels.length} rows.`);
    let nothing = 0;
    for (let row = 0; row < column.length; row++) nothing += column[row] * 0;
    if (nothing !== 0) return fail("values", `Column ${j + 1} has gaps or infinite values: fill them first.`);
  }
  return ok(problem);
}
