import {normalCdf, normalQuantile} from "../../distributions/normal.js";
import type {PowerFunction, TestDesign} from "./power.js";
import {inverseUsers} from "./power.js";

/**
 * The formulas in use for two shares. They differ in the spread they give the difference if there is no effect:
 * `pooled` that of both arms together, `baseline` that of the control twice; `arcsine` compares the arcsines of the
 * shares' roots, whose spread does not depend on the share. `pooled-strict` counts, as no other but `arcsine` does,
 * significance in the wrong direction as found too.
 */
export type ProportionFormula = "pooled" | "pooled-strict" | "baseline" | "arcsine";

/** Cohen's h of two shares. @example cohenH(0.5, 0.5) => 0 */
export const cohenH = (baseline: number, treated: number): number =>
  2 * (Math.asin(Math.sqrt(treated)) - Math.asin(Math.sqrt(baseline)));

/**
 * The power of a comparison of two shares by one of the formulas in use.
 *
 * Sources: `pooled` J. L. Fleiss, "Statistical Methods for Rates and Proportions" (1981), as R's power.prop.test
 * computes it (strict or not) at equal sizes; `baseline` the calculator at evanmiller.org/ab-testing/sample-size.html;
 * `arcsine` J. Cohen, "Statistical Power Analysis" (1988), chapter 6, as statsmodels' NormalIndPower computes it.
 *
 * @param baseline the control's share, 0 < baseline < 1; baseline plus the effect must be within 0 and 1
 * @example proportionPower(0.5, {alpha: 0.05, sides: 2, ratio: 1}, "pooled")(50, 0.25) => 0.7401659
 */
export function proportionPower(
  baseline: number,
  {alpha, sides, ratio}: TestDesign,
  formula: ProportionFormula
): PowerFunction {
  const critical = -normalQuantile(alpha / sides);
  const variance = (share: number) => share * (1 - share);
  if (formula === "arcsine")
    return (users, effect) => {
      const shift = Math.abs(cohenH(baseline, baseline + effect)) / Math.sqrt(inverseUsers(users, ratio));
      return normalCdf(shift - critical) + (sides === 2 ? normalCdf(-shift - critical) : 0);
    };
  return (users, effect) => {
    const treated = baseline + effect;
    const assumed = formula === "baseline" ? baseline : (baseline + ratio * treated) / (1 + ratio);
    const without = critical * Math.sqrt(variance(assumed) * inverseUsers(users, ratio));
    const spread = Math.sqrt((variance(baseline) + variance(treated) / ratio) / users);
    const found = normalCdf((Math.abs(effect) - without) / spread);
    return formula === "pooled-strict" && sides === 2
      ? found + normalCdf((-Math.abs(effect) - without) / spread)
      : found;
  };
}
