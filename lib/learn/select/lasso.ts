import {formatCount, formatNumber} from "../../format.js";
import type {LinearModel} from "../problem.js";
import {optimum} from "../optimum.js";
import type {Feature, Material, SelectionStep} from "./step.js";
import {verdicts} from "./step.js";

/** One penalty on the path and what it leaves. */
export interface LassoPoint {
  /** Inverse strength, as scikit-learn's. */
  C: number;
  /** Features with a coefficient other than 0. */
  features: number;
  /** Mean, in nats. */
  logLoss: number;
  /** Schwarz's (1978) criterion, 2 rows logLoss + coefficients ln(rows): less is better. */
  bic: number;
}

export interface LassoStep extends SelectionStep {
  path: LassoPoint[];
}

/** Penalties as shares of the least one that leaves no coefficient. */
const strengths = [0.5, 0.25, 0.125, 0.06, 0.03, 0.015, 0.008, 0.004, 0.002, 0.001];

/**
 * Drops what a logistic regression with an L1 penalty gives the coefficient 0, at the strongest penalty on a path from
 * strong to weak that leaves as many features as wanted. On standardised columns; a one-hot feature stays if any of its
 * columns does. The figure is the largest coefficient by size; the rule says how few Schwarz's criterion would leave.
 */
export function* byLasso(
  features: readonly Feature[],
  {labels, scores, keep, module}: Material,
  wanted: number
): Generator<number, LassoStep> {
  const used = features.flatMap(({columns}) => columns);
  const columns = used.map((j) => scores[j]);
  const rows = labels.length;
  const rate = labels.reduce((sum, label) => sum + label, 0) / rows;
  const pulls = columns.map((column) => {
    let pull = 0;
    for (let row = 0; row < rows; row++) pull += column[row] * (labels[row] - rate);
    return Math.abs(pull / rows);
  });
  const strongest = Math.max(...pulls);
  const path: LassoPoint[] = [];
  let chosen: {point: LassoPoint; coefficients: Float64Array} | undefined;
  let start: LinearModel | undefined;
  for (const strength of strongest > 0 ? strengths : []) {
    const C = 1 / (rows * strength * strongest);
    const solver = optimum(
      {columns, labels, penalty: {C, l1Ratio: 1}},
      {start, tolerance: 1e-6, maxIterations: 30, module}
    );
    let step = solver.next();
    for (; !step.done; step = solver.next()) yield path.length / strengths.length;
    const {model, loss} = step.value;
    start = model;
    const {coefficients} = model;
    const count = coefficients.reduce((sum, value) => sum + Number(value !== 0), 0);
    const largest = largestOf(features, coefficients);
    const point = {
      C,
      features: largest.filter((value) => value > 0).length,
      logLoss: loss,
      bic: 2 * rows * loss + count * Math.log(rows)
    };
    path.push(point);
    if (!chosen || chosen.point.features < wanted) chosen = {point, coefficients};
  }
  const figures = chosen ? largestOf(features, chosen.coefficients) : features.map(() => 0);
  const at = chosen ? `C = ${formatC(chosen.point.C)}` : "any C";
  return {
    step: "lasso",
    rule: chosen
      ? `A logistic regression with an L1 penalty must give a coefficient: at ${at}, ${reasonFor(chosen.point, wanted)}, it does so to ${formatCount(chosen.point.features)}. Schwarz's criterion, which asks more of each, would leave ${formatCount(fewest(path))}.`
      : "No feature goes with the outcome in a straight line, so an L1 penalty leaves none.",
    path,
    verdicts: verdicts(
      features,
      (_, index) => ({
        figure: figures[index],
        reason: figures[index] > 0 ? null : `coefficient 0 at ${at}`
      }),
      {keep}
    )
  };
}

function largestOf(features: readonly Feature[], coefficients: Float64Array): number[] {
  let at = 0;
  return features.map(({columns}) => {
    let largest = 0;
    for (let j = 0; j < columns.length; j++) largest = Math.max(largest, Math.abs(coefficients[at++]));
    return largest;
  });
}

const formatC = (C: number): string => formatNumber(C, Math.max(0, 2 - Math.ceil(Math.log10(C))));

const reasonFor = (point: LassoPoint, wanted: number): string =>
  point.features < wanted
    ? "the weakest penalty tried"
    : `the strongest penalty that leaves the ${formatCount(wanted)} wanted`;

const fewest = (path: readonly LassoPoint[]): number =>
  path.reduce((best, point) => (point.bic < best.bic ? point : best)).features;
