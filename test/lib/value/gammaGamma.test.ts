import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {gammaGamma} from "../../../lib/value/gammaGamma.js";
import {cdnowSummary, given, near, reference, refusal} from "./support.js";

const {x, zbar} = cdnowSummary();
const expected = reference.gamma_gamma;

describe("Gamma-Gamma", () => {
  const fit = given(gammaGamma.fit({x, zbar}));

  it("fits CDNOW as an independent optimiser does", () => {
    expect(Math.abs(fit.logLikelihood - expected.refit_loglik)).toBeLessThan(1e-4);
    near(fit.parameters.p, expected.refit.p, 1e-4);
    near(fit.parameters.q, expected.refit.q, 1e-4);
    near(fit.parameters.gamma, expected.refit.v, 1e-4);
    expect(fit).toMatchObject({customers: expected.n_repeat, converged: true, note: null});
  });

  it("expects the amounts of Hardie's note 025", () => {
    const {params, published, formula} = expected.conditional_expected_profit_first10;
    const [p, q, gamma] = params;
    formula.forEach((value, row) => {
      const amount = gammaGamma.expectedAmount({p, q, gamma}, x[row], zbar[row]) ?? NaN;
      near(amount, value, 1e-12);
      expect(Math.abs(amount - published[row])).toBeLessThan(0.1);
    });
  });

  it("expects an amount between the customer's own mean and everybody's", () => {
    const parameter = fc.double({min: 1.1, max: 30, noNaN: true});
    fc.assert(
      fc.property(parameter, parameter, parameter, fc.nat(1000), parameter, (p, q, gamma, count, own) => {
        const all = gammaGamma.expectedAmount({p, q, gamma}, 0, 0) ?? NaN;
        const one = gammaGamma.expectedAmount({p, q, gamma}, count, own) ?? NaN;
        expect(one).toBeGreaterThanOrEqual(Math.min(all, own) * (1 - 1e-12));
        expect(one).toBeLessThanOrEqual(Math.max(all, own) * (1 + 1e-12));
      }),
      {numRuns: 60}
    );
  });

  it("has no mean for strangers where q is at most 1", () => {
    expect(gammaGamma.expectedAmount({p: 1, q: 1, gamma: 5}, 0, 0)).toBeNull();
    expect(gammaGamma.expectedAmount({p: 1, q: 1, gamma: 5}, 2, 10)).toBe(12.5);
  });

  it("leaves out who has no repeat purchase or no amount, whatever the order", () => {
    const more = given(gammaGamma.fit({x: [0, 3, ...x].reverse(), zbar: [7, 0, ...zbar].reverse()}));
    expect(more.customers).toBe(946);
    near(more.logLikelihood, fit.logLikelihood, 1e-10);
  });

  it("refuses where there is nothing to estimate, and says so where there is no spread within customers", () => {
    expect(refusal(gammaGamma.fit({x: [0, 0], zbar: [0, 0]}))).toBe("repeats");
    expect(refusal(gammaGamma.fit({x: [2], zbar: [5]}))).toBe("repeats");
    expect(refusal(gammaGamma.fit({x: [2, 1], zbar: [5, 5]}))).toBe("amounts");
    const few = given(gammaGamma.fit({x: [1, 1, 1], zbar: [5, 6, 7]}));
    expect(few.note).not.toBeNull();
  });
});
