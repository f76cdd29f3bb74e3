import {describe, expect, it} from "vitest";
import {gradient, hessian} from "../../../lib/value/derivatives.js";
import {fitPositive} from "../../../lib/value/fitPositive.js";
import {logScaleIntervals} from "../../../lib/value/logScaleIntervals.js";
import {minimise} from "../../../lib/value/minimise.js";
import {near} from "./support.js";

/** J. J. Moré, B. S. Garbow and K. E. Hillstrom, "Testing unconstrained optimization software" (1981). */
const problems: [string, (at: Float64Array) => number, number[], number[]][] = [
  ["Rosenbrock's", ([x, y]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, [-1.2, 1], [1, 1]],
  [
    "Beale's",
    ([x, y]) => (1.5 - x * (1 - y)) ** 2 + (2.25 - x * (1 - y ** 2)) ** 2 + (2.625 - x * (1 - y ** 3)) ** 2,
    [1, 1],
    [3, 0.5]
  ],
  [
    "Wood's",
    ([a, b, c, d]) =>
      100 * (b - a * a) ** 2 +
      (1 - a) ** 2 +
      90 * (d - c * c) ** 2 +
      (1 - c) ** 2 +
      10.1 * ((b - 1) ** 2 + (d - 1) ** 2) +
      19.8 * (b - 1) * (d - 1),
    [-3, -1, -3, -1],
    [1, 1, 1, 1]
  ],
  [
    "the helical valley's",
    ([x, y, z]) => {
      const turn = Math.atan(y / x) / (2 * Math.PI) + (x < 0 ? 0.5 : 0);
      return 100 * ((z - 10 * turn) ** 2 + (Math.hypot(x, y) - 1) ** 2) + z * z;
    },
    [-1, 0, 0],
    [1, 0, 0]
  ]
];

describe("the minimum", () => {
  it.each(problems)("is %s", (_, f, start, expected) => {
    const {at, value, converged} = minimise(f, start);
    expect(converged).toBe(true);
    expect(value).toBeLessThan(1e-10);
    at.forEach((part, j) => expect(part).toBeCloseTo(expected[j], 5));
  });

  it("of Powell's singular function, whose curvature vanishes there, is near 0", () => {
    const {value} = minimise(
      ([a, b, c, d]) => (a + 10 * b) ** 2 + 5 * (c - d) ** 2 + (b - 2 * c) ** 4 + 10 * (a - d) ** 4,
      [3, -1, 0, 1]
    );
    expect(value).toBeLessThan(1e-8);
  });

  it("keeps out of where there is no value", () => {
    const {at, converged} = minimise(([x]) => x - Math.log(x), [5]);
    expect(converged).toBe(true);
    expect(at[0]).toBeCloseTo(1, 5);
  });

  it("is the start where that is level, and none where there is no value or no end", () => {
    expect(minimise(() => 3, [1, 2])).toMatchObject({value: 3, iterations: 0, converged: true});
    expect(minimise(() => NaN, [1]).converged).toBe(false);
    expect(minimise(([x]) => -x, [0], {maxIterations: 20}).converged).toBe(false);
    expect(minimise(([x]) => -x, [0], {range: 9}).at[0]).toBeLessThan(12);
  });
});

it("derivatives are those of a polynomial", () => {
  const f = ([x, y]: Float64Array) => x * x * y;
  expect(gradient(([x]) => x * x, Float64Array.of(3))[0]).toBeCloseTo(6, 8);
  const [[xx, xy], [yx, yy]] = hessian(f, Float64Array.of(1, 2));
  [xx, xy, yx, yy].forEach((value, i) => expect(value).toBeCloseTo([4, 2, 2, 0][i], 6));
});

describe("intervals on the scale of logarithms", () => {
  it("are those of a quadratic form, correlated or not", () => {
    const [alone] = logScaleIntervals(([u]) => 50 * u * u, Float64Array.of(0)) ?? [];
    near(alone.standardError, 0.1, 1e-6);
    near(alone.low, Math.exp(-0.1959964), 1e-6);
    near(alone.high, Math.exp(0.1959964), 1e-6);
    const both = logScaleIntervals(([u, v]) => 2 * u * u + 3 * v * v + u * v, Float64Array.of(0, 0));
    // The inverse of [[4, 1], [1, 6]] is [[6, -1], [-1, 4]] / 23.
    expect(both?.map(({standardError}) => standardError ** 2 * 23)).toEqual([
      expect.closeTo(6, 4),
      expect.closeTo(4, 4)
    ]);
  });

  it("are none on a ridge, a saddle or a plain", () => {
    const at = Float64Array.of(0, 0);
    expect(logScaleIntervals(([u, v]) => (u + v) ** 2, at)).toBeNull();
    expect(logScaleIntervals(([u, v]) => u * u - v * v, at)).toBeNull();
    expect(logScaleIntervals(() => 0, at)).toBeNull();
    expect(logScaleIntervals(([u, v]) => u * u + 1e-3 * v * v, at)).toBeNull();
  });
});

describe("maximum likelihood of parameters above 0", () => {
  it("is that of a Poisson rate: 2 with a standard error of sqrt(2 / 5)", () => {
    const fit = fitPositive(["rate"], ({rate}) => 10 * Math.log(rate) - 5 * rate, [{rate: 1}], 10);
    near(fit.parameters.rate, 2, 1e-6);
    near(fit.intervals?.rate.standardError ?? NaN, Math.sqrt(2 / 5), 1e-5);
    expect(fit).toMatchObject({converged: true, note: null, customers: 10});
  });

  it("says what it found instead of a maximum: a ridge, or no end", () => {
    const ridge = fitPositive(["a", "b"], ({a, b}) => -(Math.log(a * b) ** 2), [{a: 2, b: 3}], 1);
    expect(ridge).toMatchObject({converged: true, intervals: null});
    expect(ridge.note).toMatch(/almost flat/);
    const endless = fitPositive(["a"], ({a}) => Math.log(a), [{a: 1}], 1);
    expect(endless).toMatchObject({converged: false, intervals: null});
    expect(endless.note).toMatch(/no maximum/);
  });

  it("takes the best of several starts", () => {
    const twoHills = ({a}: {a: number}) => -((Math.log(a) ** 2 - 1) ** 2) + 0.1 * Math.log(a);
    for (const starts of [
      [0.3, 3],
      [3, 0.3]
    ].map((values) => values.map((a) => ({a}))))
      expect(fitPositive(["a"], twoHills, starts, 1).parameters.a).toBeGreaterThan(2);
  });
});
