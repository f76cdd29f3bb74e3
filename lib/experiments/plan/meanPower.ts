import {noncentralTCdf} from "../../distributions/noncentralT.js";
import {normalCdf, normalQuantile} from "../../distributions/normal.js";
import {tQuantile} from "../../distributions/studentT.js";
import type {PowerFunction, TestDesign} from "./power.js";
import {inverseUsers} from "./power.js";

/**
 * How the difference of two means is judged: `t` by Student's t, which knows that the spread is estimated; `t-strict`
 * counts significance in the wrong direction as found too; `normal` takes the spread for known.
 */
export type MeanFormula = "t" | "t-strict" | "normal";

/**
 * The power of a comparison of two means of the same spread.
 *
 * Sources: `t` as R's power.t.test (strict = FALSE), by the noncentral t distribution; `t-strict` as statsmodels'
 * TTestIndPower; `normal` the large-sample limit of both.
 *
 * @param sd standard deviation of a user's value, in the unit of the effect, above 0
 * @example meanPower(1, {alpha: 0.05, sides: 2, ratio: 1}, "t")(20, 1) => 0.8689528
 */
export function meanPower(
  sd: number,
  {alpha, sides, ratio}: TestDesign,
  formula: MeanFormula
): PowerFunction {
  const both = sides === 2 && formula !== "t";
  const z = -normalQuantile(alpha / sides);
  return (users, effect) => {
    const shift = Math.abs(effect) / (sd * Math.sqrt(inverseUsers(users, ratio)));
    if (formula === "normal") return normalCdf(shift - z) + (both ? normalCdf(-shift - z) : 0);
    const df = Math.max(0.01, users * (1 + ratio) - 2);
    const critical = -tQuantile(alpha / sides, df);
    const right = noncentralTCdf(-critical, df, -shift);
    return both ? right + noncentralTCdf(-critical, df, shift) : right;
  };
}
