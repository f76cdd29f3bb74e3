import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {randomSource} from "../../../lib/random/source.js";
import {distinctCases} from "../../../lib/value/distinctCases.js";
import type {ParetoName} from "../../../lib/value/paretoNbd.js";
import {paretoNbd} from "../../../lib/value/paretoNbd.js";
import {cdnowSummary, given, near, reference, refusal} from "./support.js";

const {x, tx, T} = cdnowSummary();
const cases = distinctCases(x, tx, T);
const {pareto_nbd: expected} = reference;
const {published} = expected;
const names: ParetoName[] = ["r", "alpha", "s", "beta"];

describe("Pareto/NBD", () => {
  const fit = given(paretoNbd.fit(cases));

  it("fits CDNOW with the likelihood of an independent optimiser", () => {
    expect(Math.abs(fit.logLikelihood - expected.refit_loglik)).toBeLessThan(1e-4);
    expect(fit).toMatchObject({customers: 2357, converged: true});
    const there = expected.refit as Record<ParetoName, number>;
    near(paretoNbd.logLikelihood(there, cases), expected.refit_loglik, 1e-11);
  });

  it("finds a likelihood that beats 100 random points around it", () => {
    const random = randomSource(4);
    for (let i = 0; i < 100; i++) {
      const there = {...fit.parameters};
      for (const name of names) there[name] *= Math.exp((random() - 0.5) * 2 * (i % 2 ? 1 : 0.05));
      expect(paretoNbd.logLikelihood(there, cases)).toBeLessThan(fit.logLikelihood + 1e-9);
    }
  });

  it.each([
    [0.5534, 10.5802, 0.6061, 11.6562, 26, 30.86, 31, -39.132127883506137, 0.99791776655190671],
    [0.5534, 10.5802, 0.6061, 11.6562, 0, 0, 38.86, -0.52112919597328547, 0.29496148643704222],
    [2, 40, 0.7, 3, 3, 10, 38, -11.135560808291392, 0.14622007470540792],
    [0.1, 250, 1, 0.5, 0, 0, 700, -0.0011667121045189774, 0.00062530255278326884],
    [1.5, 5, 1, 900, 1000, 80, 100, 1459.3636489303889, 1.3973228607878012e-88],
    [2, 7, 1.3, 7, 4, 20, 30, -14.195846271207904, 0.38486630819934887]
  ])(
    "of r %d, alpha %d, s %d, beta %d, x %d, tx %d, T %d is the published formula's in 50 digits (mpmath 1.3.0)",
    (r, alpha, s, beta, count, last, time, logLikelihood, alive) => {
      const some = {r, alpha, s, beta};
      near(paretoNbd.logLikelihood(some, distinctCases([count], [last], [time])), logLikelihood, 1e-11);
      near(paretoNbd.probabilityAlive(some, count, last, time), alive, 1e-9);
    }
  );

  it("does not overflow after 1000 early purchases", () => {
    expect(paretoNbd.probabilityAlive(published, 1000, 10, 100)).toBe(0);
    near(paretoNbd.logLikelihood(published, distinctCases([1000], [10], [100])), 2876.0352901919116, 1e-12);
  });

  it("answers the cases of the BTYD vignette", () => {
    const {p_alive: alive, conditional} = expected;
    expect(paretoNbd.probabilityAlive(published, alive.x, alive.t_x, alive.T)).toBeCloseTo(
      alive.published,
      4
    );
    const {t, x, t_x, T} = conditional;
    expect(paretoNbd.expectedPurchasesGiven(fit.parameters, t, x, t_x, T)).toBeCloseTo(
      conditional.published,
      2
    );
  });

  it("expects of new customers what the manual of R's BTYD lists, computed there with the parameters of its example", () => {
    const some = {r: 0.55, alpha: 10.56, s: 0.61, beta: 11.64};
    expected.expectation_t0_9.forEach((value, t) =>
      expect(Math.abs(paretoNbd.expectedPurchases(some, t) - value)).toBeLessThan(6e-9)
    );
  });

  it("has no gap at s = 1", () => {
    const at = (s: number) => paretoNbd.expectedPurchases({r: 1, alpha: 2, s, beta: 3}, 5);
    near(at(1), (3 / 2) * Math.log(8 / 3), 1e-12);
    near(at(1 + 1e-9), at(1), 1e-8);
  });

  it("gives chances in [0, 1], 1 to who has just bought, and a smooth likelihood where alpha is beta", () => {
    const parameter = fc.double({min: 0.05, max: 20, noNaN: true});
    const share = fc.double({min: 0, max: 1, noNaN: true});
    fc.assert(
      fc.property(
        parameter,
        parameter,
        parameter,
        parameter,
        fc.nat(1000),
        share,
        (r, alpha, s, beta, n, at) => {
          const some = {r, alpha, s, beta};
          const last = n > 0 ? at * 50 : 0;
          const alive = paretoNbd.probabilityAlive(some, n, last, 50);
          expect(alive).toBeGreaterThanOrEqual(0);
          expect(alive).toBeLessThanOrEqual(1);
          expect(paretoNbd.probabilityAlive(some, n, 50, 50)).toBe(1);
          const one = distinctCases([n], [last], [50]);
          const [below, above] = [1 - 1e-9, 1 + 1e-9].map((factor) =>
            paretoNbd.logLikelihood({...some, beta: alpha * factor}, one)
          );
          expect(Math.abs(below - above)).toBeLessThan(1e-5);
        }
      ),
      {numRuns: 60}
    );
  });

  it("refuses customers who tell nothing", () => {
    expect(refusal(paretoNbd.fit(distinctCases([0, 0], [0, 0], [9, 8])))).toBe("repeats");
    expect(refusal(paretoNbd.fit(distinctCases([0, 0], [0, 0], [0, 0])))).toBe("time");
  });
});
