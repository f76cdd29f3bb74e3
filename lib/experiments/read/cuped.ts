import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";

export interface Cuped {
  /** Outcomes less what their users' past explains of them. */
  adjusted: Float64Array;
  /** How much of the outcome a unit of the covariate predicts, over all arms. */
  theta: number;
  /** The share of the variance that is explained away: the squared correlation. */
  varianceReduction: number;
  /** Users without a covariate, who are given its mean: their outcome stays as it is. */
  missing: number;
}

/**
 * Outcomes adjusted by a covariate from before the experiment, on which the treatment had no influence (CUPED): each
 * less theta × (covariate - its mean), theta = cov / var over all arms. A. Deng, Y. Xu, R. Kohavi and T. Walker,
 * "Improving the sensitivity of online controlled experiments by utilizing pre-experiment data" (WSDM 2013).
 * @param before covariate, NaN where it is not known
 * @example cuped(Float64Array.of(1, 2, 3), Float64Array.of(1, 2, 3)).value.adjusted => [2, 2, 2]
 */
export function cuped(outcome: Float64Array, before: Float64Array): Result<Cuped> {
  const known = before.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
  if (known < 3)
    return fail(
      "covariate",
      "Fewer than three users have a value from before: nothing can be learnt from it."
    );
  let [meanX, meanY] = [0, 0];
  before.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    meanX += value / known;
    meanY += outcome[i] / known;
  });
  let [xx, xy, yy] = [0, 0, 0];
  before.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    xx += (value - meanX) ** 2;
    xy += (value - meanX) * (outcome[i] - meanY);
    yy += (outcome[i] - meanY) ** 2;
  });
  if (!(xx > 0))
    return fail("covariate", "All users have the same value from before: it cannot explain any difference.");
  const theta = xy / xx;
  const adjusted = outcome.map((value, i) =>
    Number.isNaN(before[i]) ? value : value - theta * (before[i] - meanX)
  );
  const total = squares(outcome);
  return ok({
    adjusted,
    theta,
    varianceReduction:
      known === outcome.length
        ? yy > 0
          ? (xy * xy) / (xx * yy)
          : 0
        : total > 0
          ? Math.max(0, 1 - squares(adjusted) / total)
          : 0,
    missing: outcome.length - known
  });
}

function squares(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}
