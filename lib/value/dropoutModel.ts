import {ok} from "../result.js";
import {checkCases} from "./checkCases.js";
import type {Cases} from "./distinctCases.js";
import type {Parameters} from "./fitPositive.js";
import {fitPositive} from "./fitPositive.js";
import {logOnePlusExp} from "./logOnePlusExp.js";
import {logRising} from "./logRising.js";
import type {PurchaseModel} from "./purchaseModel.js";
import {purchasesUntilDropout} from "./purchasesUntilDropout.js";

/** Rates of purchase are Gamma(r, alpha), alpha in units of time; chances of leaving after one are Beta(a, b). */
export type DropoutName = "r" | "alpha" | "a" | "b";
type Dropout = Parameters<DropoutName>;

/**
 * A model whose customers may leave after each purchase only: `BG/NBD` (Fader, Hardie and Lee 2005) where the first
 * one, which is not counted, is no occasion to leave, and `MBG/NBD` (Batislam, Denizel and Filiztekin 2007; Wagner and
 * Hoppe 2008) where it is one.
 *
 * With n occasions to leave, the log-likelihood of a customer is that of staying through all of them,
 * B(a, b + n) / B(a, b) Gamma(r + x) / Gamma(r) alpha^r / (alpha + T)^(r + x), times one plus the odds of having left
 * at the last, a / (b + n - 1) ((alpha + T) / (alpha + tx))^(r + x).
 * @param atStart occasions to leave at the first purchase
 * @example dropoutModel("BG/NBD", 0).probabilityAlive({r: 1, alpha: 1, a: 1, b: 1}, 0, 0, 9) => 1
 */
export function dropoutModel(name: string, atStart: 0 | 1): PurchaseModel<DropoutName> {
  const logOddsLeft = ({r, alpha, a, b}: Dropout, x: number, tx: number, T: number) => {
    const n = x + atStart;
    return n === 0 ? -Infinity : Math.log(a / (b + n - 1)) + (r + x) * Math.log1p((T - tx) / (alpha + tx));
  };

  const probabilityAlive = (parameters: Dropout, x: number, tx: number, T: number) =>
    1 / (1 + Math.exp(logOddsLeft(parameters, x, tx, T)));

  /** What depends on x alone is computed once for each x, of which there are few. */
  const likelihoodOf = ({x, tx, T, weight}: Cases) => {
    const counts = [...new Set(x)];
    const place = new Map(counts.map((count, at) => [count, at]));
    const at = x.map((count) => place.get(count) ?? 0);
    const staying = new Float64Array(counts.length);
    const leaving = new Float64Array(counts.length);
    return ({r, alpha, a, b}: Dropout) => {
      counts.forEach((count, i) => {
        const n = count + atStart;
        staying[i] = logRising(r, count) + r * Math.log(alpha) + logRising(b, n) - logRising(a + b, n);
        leaving[i] = n === 0 ? -Infinity : Math.log(a / (b + n - 1));
      });
      let sum = 0;
      for (let i = 0; i < x.length; i++) {
        const shape = r + x[i];
        const watched = Math.log(alpha + T[i]);
        let own = staying[at[i]] - shape * watched;
        const left = leaving[at[i]];
        if (left > -Infinity) own += logOnePlusExp(left + shape * (watched - Math.log(alpha + tx[i])));
        sum += weight[i] * own;
      }
      return sum;
    };
  };

  return {
    name,
    logLikelihood: (parameters, cases) => likelihoodOf(cases)(parameters),
    fit(cases) {
      const totals = checkCases(cases);
      if (!totals.ok) return totals;
      const {rate, customers} = totals.value;
      const starts = [
        [0.3, 1, 2.5],
        [0.05, 1, 1],
        [2, 0.3, 3]
      ].map(([r, a, b]) => ({r, alpha: r / (2 * rate), a, b}));
      return ok(fitPositive(["r", "alpha", "a", "b"], likelihoodOf(cases), starts, customers));
    },
    probabilityAlive,
    expectedPurchases: ({r, alpha, a, b}, t) =>
      (atStart ? b / (a + b) : 1) * purchasesUntilDropout(r, alpha, a, b + atStart, t),
    expectedPurchasesGiven: (parameters, t, x, tx, T) => {
      const {r, alpha, a, b} = parameters;
      const alive = probabilityAlive(parameters, x, tx, T);
      return alive * purchasesUntilDropout(r + x, alpha + T, a, b + x + atStart, t);
    }
  };
}
