import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {betaCdf, betaLogPdf, betaQuantile, logBeta, logGamma} from "../../../lib/distributions/beta.js";
import {binomialCdf, binomialLogPmf} from "../../../lib/distributions/binomial.js";
import {chiSquareUpper} from "../../../lib/distributions/chiSquare.js";
import {noncentralTCdf} from "../../../lib/distributions/noncentralT.js";
import {normalCdf, normalPdf, normalQuantile, normalUpper} from "../../../lib/distributions/normal.js";
import {tCdf, tQuantile, tTwoSided} from "../../../lib/distributions/studentT.js";

const near = (value: number, expected: number, relative = 1e-12): void => {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));
};

describe("distributions", () => {
  it("answer the examples of their documentation", () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalUpper(0)).toBe(0.5);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 15);
    expect(normalPdf(0)).toBeCloseTo(0.3989422804014327, 15);
    expect(tCdf(0, 5)).toBe(0.5);
    expect(tTwoSided(0, 5)).toBe(1);
    expect(tQuantile(0.5, 5)).toBe(0);
    expect(chiSquareUpper(0, 3)).toBe(1);
    expect(betaCdf(0.25, 1, 1)).toBe(0.25);
    expect(betaQuantile(0.5, 2, 2)).toBeCloseTo(0.5, 15);
    expect(betaLogPdf(0.3, 1, 1)).toBeCloseTo(0, 15);
    expect(logBeta(1, 1)).toBe(0);
    expect(logGamma(2)).toBe(0);
    near(binomialLogPmf(2, 2, 0.5), Math.log(0.25));
    expect(binomialCdf(1, 2, 0.5)).toBeCloseTo(0.75, 15);
    expect(noncentralTCdf(0, 10, 0)).toBeCloseTo(0.5, 14);
  });

  it("keep their digits far out, as SciPy 1.10.1 has them", () => {
    near(normalUpper(37), 5.7255712225239266e-300, 1e-11);
    near(normalQuantile(1e-10), -6.361340902404056);
    near(normalQuantile(1e-100), -21.273453560965322);
    near(normalQuantile(1e-300), -37.0470962993612);
    near(tTwoSided(10, 10000), 1.9632807428664107e-23);
    near(chiSquareUpper(1300, 1), 1.1303728441493301e-284, 1e-11);
    near(betaCdf(0.05, 1000, 5000), 7.2684782691128e-241, 1e-11);
    near(betaQuantile(0.975, 2, 1e6), 5.571625083604013e-6, 1e-10);
  });

  it("undo each other", () => {
    const chance = fc.double({min: 1e-12, max: 1 - 1e-9, noNaN: true});
    fc.assert(fc.property(chance, (p) => near(normalCdf(normalQuantile(p)), p, 1e-9)));
    fc.assert(
      fc.property(fc.double({min: 0.01, max: 0.99, noNaN: true}), fc.integer({min: 1, max: 1000}), (p, df) =>
        near(tCdf(tQuantile(p, df), df), p, 1e-9)
      )
    );
  });

  it("count the binomial as the sum of its terms, out to both ends", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 30}),
        fc.integer({min: -1, max: 30}),
        fc.double({min: 0.01, max: 0.99, noNaN: true}),
        (n, k, p) => {
          let sum = 0;
          for (let i = 0; i <= Math.min(k, n); i++) sum += Math.exp(binomialLogPmf(i, n, p));
          expect(Math.abs(binomialCdf(k, n, p) - sum)).toBeLessThan(1e-11);
        }
      )
    );
  });
});

describe("noncentral t", () => {
  // t, df, delta and scipy.stats.nct.cdf(t, df, delta) of SciPy 1.10.1
  it.each([
    [1, 1, 0.3, 0.6589463526823623],
    [-2, 1.5, 0.3, 0.07285795704376055],
    [3.5, 2, 2.8, 0.5348717957468987],
    [12, 5, 10, 0.6248671867536245],
    [2.5, 20, 2.8, 0.3785349023796049],
    [45, 20, 40, 0.7268913250442262],
    [2, 63.5, 2.8, 0.21315956620901458],
    [-1, 63.5, 1, 0.02338818004738563],
    [41, 400, 40, 0.7092175860664858],
    [26, 10000, 25, 0.8371661536422896],
    [1.96, 10000, 2.8, 0.20046307028523605],
    [41, 100000, 40, 0.8403073187858313],
    [39, 100000, 40, 0.1595482688604581],
    [2, 100000, -3, 0.9999997132666497],
    [2.8, 100000, 2.8, 0.499997207425773],
    [500, 3, 400, 0.5891756634690619],
    [150, 40, 140, 0.7008561790503991],
    [1000, 2.5, 300, 0.9459516239592811],
    [210, 500, 200, 0.9305414792946328],
    [-5, 2, 1e6, 0]
  ])("at %d with %d degrees of freedom and noncentrality %d is %d", (t, df, delta, expected) => {
    expect(Math.abs(noncentralTCdf(t, df, delta) - expected)).toBeLessThan(1e-10);
  });

  it("keeps the digits of a small upper tail, as SciPy has it", () => {
    near(noncentralTCdf(-30, 20, -2), 6.29221949891773e-15, 1e-6);
  });

  it("is Student's t without noncentrality, and its own mirror", () => {
    fc.assert(
      fc.property(
        fc.double({min: -30, max: 30, noNaN: true}),
        fc.double({min: 1, max: 1e5, noNaN: true}),
        fc.double({min: -40, max: 40, noNaN: true}),
        (t, df, delta) => {
          expect(Math.abs(noncentralTCdf(t, df, 0) - tCdf(t, df))).toBeLessThan(1e-10);
          const mirrored = noncentralTCdf(t, df, delta) + noncentralTCdf(-t, df, -delta);
          expect(Math.abs(mirrored - 1)).toBeLessThan(1e-12);
        }
      )
    );
  });

  it("is no number where it has no meaning", () => {
    expect(noncentralTCdf(1, 0, 1)).toBeNaN();
    expect(noncentralTCdf(NaN, 5, 1)).toBeNaN();
  });
});
