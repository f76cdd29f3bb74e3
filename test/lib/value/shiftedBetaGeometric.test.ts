import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {shiftedBetaGeometric as sbg} from "../../../lib/value/shiftedBetaGeometric.js";
import {contracts, given, near, refusal} from "./support.js";

describe.each(Object.entries(contracts.cases))("sBG of the %s customers", (_, expected) => {
  const fit = given(sbg.fit(expected.counts.slice(0, expected.fit_years + 1)));

  it("has the parameters and the likelihood of an independent optimiser", () => {
    near(fit.parameters.alpha, expected.alpha, 1e-5);
    near(fit.parameters.beta, expected.beta, 1e-5);
    expect(Math.abs(fit.logLikelihood - expected.loglik)).toBeLessThan(1e-6);
    expect(fit).toMatchObject({customers: 1000, converged: true, note: null});
  });

  it("projects survival and retention to year 12", () => {
    expected.projected_survival.forEach((share, year) =>
      near(sbg.survival(fit.parameters, year), share, 1e-6)
    );
    expected.retention_rates.forEach((rate, year) =>
      near(sbg.retention(fit.parameters, year + 1), rate, 1e-6)
    );
  });
});

describe("sBG", () => {
  it("retains more and more, and survival is the product of retention", () => {
    const parameter = fc.double({min: 0.05, max: 50, noNaN: true});
    fc.assert(
      fc.property(parameter, parameter, (alpha, beta) => {
        let product = 1;
        for (let period = 1; period <= 40; period++) {
          const rate = sbg.retention({alpha, beta}, period);
          expect(rate).toBeLessThan(sbg.retention({alpha, beta}, period + 1));
          product *= rate;
          near(sbg.survival({alpha, beta}, period), product, 1e-9);
        }
      }),
      {numRuns: 30}
    );
    expect(sbg.survival({alpha: 1, beta: 1}, 1)).toBeCloseTo(0.5, 15);
    expect(sbg.survival({alpha: 1, beta: 1}, 0)).toBe(1);
  });

  it("refuses what it cannot be estimated from", () => {
    expect(refusal(sbg.fit([100, 60]))).toBe("periods");
    expect(refusal(sbg.fit([100, 60, 70]))).toBe("survivors");
    expect(refusal(sbg.fit([100, NaN, 70]))).toBe("survivors");
    expect(refusal(sbg.fit([100, 100, 100]))).toBe("losses");
    expect(refusal(sbg.fit([0, 0, 0]))).toBe("losses");
    expect(refusal(sbg.fit([100, 0, 0]))).toBe("survivors");
  });

  it("says so where all customers are alike: retention that does not change has no end of alpha and beta", () => {
    expect(given(sbg.fit([1000, 500, 250, 125])).note).not.toBeNull();
    expect(given(sbg.fit([1000, 900, 700, 300])).note).not.toBeNull();
  });
});
