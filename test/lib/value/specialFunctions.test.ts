import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {hypergeometric} from "../../../lib/value/hypergeometric.js";
import {logOnePlusExp} from "../../../lib/value/logOnePlusExp.js";
import {logRising} from "../../../lib/value/logRising.js";
import {purchasesUntilDropout} from "../../../lib/value/purchasesUntilDropout.js";
import {near} from "./support.js";

describe("2F1(1, b; c; z)", () => {
  it.each([
    [1, 2, 0.5, 1.3862943611198906],
    [0.55, 2.16, 0.0001, 1.000025464212014],
    [26.5, 28.1, 0.9, 6.9824395130805586],
    [0.5, 2.2, 0.99999, 1.7134741782622478],
    [1000.5, 1002.1, 0.95, 19.421278652192267],
    [3, 7, -0.7, 0.77608690347210262],
    [0.3, 1.4, -50, 0.3637746987040783],
    [2.5, 3.1, 0.999, 52.980657256008444],
    [5, 400, 0.6, 1.0075680436284622],
    [0.5, 1.1, 0, 1]
  ])("of %d, %d, %d is mpmath 1.3.0's", (b, c, z, expected) => {
    near(hypergeometric(b, c, z), expected, 1e-11);
  });

  it("is -log(1 - z) / z of 1 and 2, on both sides of 0 and of the change of method", () => {
    for (const z of [-1e3, -2, -0.1, 0.3, 0.599, 0.6, 0.601, 0.95])
      near(hypergeometric(1, 2, z), -Math.log1p(-z) / z, 1e-13);
  });

  it("lies between 1 and 1 / (1 - z), and fulfils Gauss's relation of neighbours", () => {
    const parameter = fc.double({min: 0.05, max: 50, noNaN: true});
    fc.assert(
      fc.property(parameter, parameter, fc.double({min: 0, max: 0.995, noNaN: true}), (b, more, z) => {
        const c = b + more;
        const value = hypergeometric(b, c, z);
        expect(value).toBeGreaterThanOrEqual(1);
        expect(value).toBeLessThanOrEqual((1 + 1e-12) / (1 - z));
        // The series without its first term is that of b + 1 and c + 1.
        near(value, 1 + ((b * z) / c) * hypergeometric(b + 1, c + 1, z), 1e-11);
      }),
      {numRuns: 100}
    );
  });
});

describe("purchases until dropout", () => {
  it.each([
    [0.243, 4.414, 0.793, 2.426, 39, 1.1967231933208168],
    [0.243, 4.414, 0.793, 2.426, 4000, 11.099344185713061],
    [0.05, 30, 0.4, 0.3, 365, 0.24293915065913908],
    [1.7, 2, 3.5, 0.2, 100, 1.0782371965725277],
    [1000.243, 104.414, 0.793, 1002.426, 52, 421.74963237358887],
    [1000.243, 104.414, 0.793, 1002.426, 5200, 6071.136772009809],
    [0.02, 0.001, 0.05, 0.01, 700, 1257.3847848842909],
    [5, 3, 200, 400, 50, 3.009788747410709],
    [50, 0.5, 0.02, 900, 80, 7755.045561055319],
    [2, 1, 1.0000000001, 1, 1, 1.1931471805276986],
    [0.5, 1, 0.3, 0.70000000001, 3, 1.0681230094721307],
    [0.3, 2, 2000, 5000, 100, 1.9559698013067407],
    [300, 1, 30, 50, 5, 2.7241379310344828]
  ])(
    "of %d, %d, %d, %d within %d are those of the published 2F1 in 60 digits (mpmath 1.3.0)",
    (r, alpha, a, b, t, expected) => near(purchasesUntilDropout(r, alpha, a, b, t), expected, 1e-12)
  );

  it("has no gap at a = 1 or a + b = 1, where the published formula is 0 / 0", () => {
    near(purchasesUntilDropout(1, 1, 1, 1, 1), Math.log(2), 1e-14);
    near(purchasesUntilDropout(0.5, 1, 0.3, 0.7, 3), 1.0681230094721307, 1e-9);
  });

  it("is the same by both ways, where one takes over from the other", () => {
    for (const a of [0.1, 1, 7])
      near(purchasesUntilDropout(0.7, 1, a, 2, 9.0000001), purchasesUntilDropout(0.7, 1, a, 2, 9), 1e-7);
  });

  it("rises with time, from 0, and stays below the purchases of those who never leave", () => {
    const parameter = fc.double({min: 0.05, max: 30, noNaN: true});
    fc.assert(
      fc.property(parameter, parameter, parameter, parameter, parameter, (r, alpha, a, b, t) => {
        const value = purchasesUntilDropout(r, alpha, a, b, t);
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThanOrEqual(((1 + 1e-12) * r * t) / alpha);
        expect(purchasesUntilDropout(r, alpha, a, b, 2 * t)).toBeGreaterThan(value * (1 - 1e-12));
      }),
      {numRuns: 100}
    );
    expect(purchasesUntilDropout(1, 1, 1, 1, 0)).toBe(0);
  });
});

describe("the logarithm of the rising factorial", () => {
  it("is that of the product, for few and many factors", () => {
    expect(logRising(1, 3)).toBeCloseTo(Math.log(6), 15);
    expect(logRising(2.5, 0)).toBe(0);
    for (const n of [1, 5, 24, 25, 400]) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += Math.log(0.3 + i);
      near(logRising(0.3, n), sum, 1e-12);
    }
  });
});

it("log(1 + exp(u)) does not overflow", () => {
  expect(logOnePlusExp(0)).toBe(Math.LN2);
  expect([logOnePlusExp(1e4), logOnePlusExp(-1e4), logOnePlusExp(Infinity)]).toEqual([1e4, 0, Infinity]);
});
