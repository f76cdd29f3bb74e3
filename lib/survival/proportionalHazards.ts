import {chiSquareUpper} from "../distributions/chiSquare.js";
import {correlation} from "../stats/correlation.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {Covariate} from "./coxDesign.js";
import {coxDesign} from "./coxDesign.js";
import type {ChiSquareTest, CoxModel} from "./coxModel.js";
import {inversePositive} from "../stats/inversePositive.js";
import {kaplanMeier} from "./kaplanMeier.js";
import {partialLikelihood} from "./partialLikelihood.js";
import {schoenfeldResiduals} from "./schoenfeldResiduals.js";

/** Whether one covariate's coefficient changes over time. */
export interface ProportionalityTest extends ChiSquareTest {
  name: string;
  /** Of the scaled residuals with time: above 0 where the coefficient grows. */
  correlation: number;
}

/**
 * Checks whether hazards are proportional: whether the scaled Schoenfeld residuals of a fitted model follow time, taken
 * as the share that has had the event before (1 - Kaplan-Meier). A small p says that a coefficient changes over time.
 * Fails where all events happen at one time.
 *
 * Method: P. Grambsch and T. Therneau (1994), as R's cox.zph had it up to survival 2.44; since 3.0 it has the exact score
 * test instead, whose numbers differ a little.
 *
 * @param model of the same rows and covariates
 * @example proportionalHazards(durations, events, covariates, model).value.covariates[0].p => 0.9433
 */
export function proportionalHazards(
  durations: Float64Array,
  events: Uint8Array,
  covariates: readonly Covariate[],
  model: CoxModel
): Result<{covariates: ProportionalityTest[]; together: ChiSquareTest}> {
  const design = coxDesign(durations, events, covariates);
  if (!design.ok) return design;
  const {size, scales} = design.value;
  const beta = Float64Array.from(model.coefficients, ({coefficient}, j) => coefficient * scales[j]);
  const variance = inversePositive(partialLikelihood(design.value, beta, model.ties).information, size);
  if (!variance) return fail("information", "The model says too little of these rows to check it.");
  const {residuals, times} = schoenfeldResiduals(design.value, beta, model.ties);
  const {points} = kaplanMeier(durations, events);
  const before = new Map(points.map(({time}, k) => [time, k === 0 ? 0 : 1 - points[k - 1].survival]));
  const clock = times.map((time) => before.get(time) ?? 0);
  const middle = clock.reduce((sum, value) => sum + value, 0) / clock.length;
  const squares = clock.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  if (!(squares > 0))
    return fail("times", "All events happen at one time, so nothing can change between them.");

  const pulls = residuals.map((own) =>
    own.reduce((sum, residual, i) => sum + (clock[i] - middle) * residual, 0)
  );
  const scaled = (j: number) =>
    clock.map((_, i) => residuals.reduce((sum, own, k) => sum + variance[j * size + k] * own[i], 0));
  const pushes = pulls.map((_, j) => pulls.reduce((sum, pull, k) => sum + variance[j * size + k] * pull, 0));
  const test = (chiSquare: number, df: number) => ({chiSquare, df, p: chiSquareUpper(chiSquare, df)});
  const perEvent = clock.length / squares;
  return ok({
    covariates: covariates.map(({name}, j) => ({
      name,
      correlation: correlation(clock, scaled(j)),
      ...test((pushes[j] ** 2 * perEvent) / variance[j * size + j], 1)
    })),
    together: test(
      Math.max(
        0,
        pulls.reduce((sum, pull, j) => sum + pull * pushes[j], 0)
      ) * perEvent,
      size
    )
  });
}
