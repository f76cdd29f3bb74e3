import {meanPenalty} from "../../../lib/learn/elasticNet.js";
import {sigmoid} from "../../../lib/stats/sigmoid.js";
import type {LinearModel, Problem} from "../../../lib/learn/problem.js";
import {scores, totalWeight} from "../../../lib/learn/problem.js";
import {randomSource} from "../../../lib/random/source.js";

/** How far a model is from the conditions of a minimum: the most by which the loss's slope misses the penalty's. */
export function stationarity(problem: Problem, model: LinearModel): number {
  const {columns, labels, weights} = problem;
  const total = totalWeight(problem);
  const {l1, l2} = meanPenalty(problem.penalty, total);
  const errors = scores(columns, model, labels.length).map(
    (z, row) => ((weights ? weights[row] : 1) * (sigmoid(z) - labels[row])) / total
  );
  const misses = columns.map((column, j) => {
    const value = model.coefficients[j];
    const slope = errors.reduce((sum, error, row) => sum + error * column[row], l2 * value);
    return value === 0 ? Math.max(0, Math.abs(slope) - l1) : Math.abs(slope + l1 * Math.sign(value));
  });
  return Math.max(Math.abs(errors.reduce((sum, error) => sum + error, 0)), ...misses);
}

/** Correlated columns, a constant one, a rare level and a near copy; about an eighth of the rows are positive. */
export function madeUpProblem(rows: number, penalty = {C: 0.005, l1Ratio: 0.5}, seed = 3): Problem {
  const random = randomSource(seed);
  const shared = Float32Array.from({length: rows}, () => random() + random() - 1);
  const columns = Array.from({length: 9}, (_, j) => shared.map((value) => (j % 4) * value + random() - 0.5));
  const rare = shared.map((_, row) => Number(row % 2003 === 7));
  const copy = columns[1].map((value) => value + 1e-4 * random());
  const labels = Uint8Array.from(shared, (value, row) =>
    Number(random() < sigmoid(3 * value + columns[4][row] - 2.4 + 2 * rare[row]))
  );
  return {columns: [...columns, new Float32Array(rows), rare, copy], labels, penalty};
}
