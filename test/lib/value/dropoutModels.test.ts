import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {randomSource} from "../../../lib/random/source.js";
import {bgNbd} from "../../../lib/value/bgNbd.js";
import {distinctCases} from "../../../lib/value/distinctCases.js";
import type {DropoutName} from "../../../lib/value/dropoutModel.js";
import {mbgNbd} from "../../../lib/value/mbgNbd.js";
import {purchaseChance} from "../../../lib/value/purchaseChance.js";
import {cdnowSummary, drawnCustomers, given, near, reference, refusal} from "./support.js";

const {x, tx, T} = cdnowSummary();
const cases = distinctCases(x, tx, T);
const {bg_nbd: bg, mbg_nbd: mbg} = reference;
const names: DropoutName[] = ["r", "alpha", "a", "b"];
const refit = bg.refit as Record<DropoutName, number>;
const [r, alpha, a, b] = bg.pmf.params;
const published = {r, alpha, a, b};

const parameter = fc.double({min: 0.05, max: 20, noNaN: true});
const parameters = fc.record({r: parameter, alpha: parameter, a: parameter, b: parameter});
const history = fc
  .tuple(fc.nat(1000), fc.double({min: 0, max: 1, noNaN: true}), fc.double({min: 0.1, max: 200, noNaN: true}))
  .map(([count, share, time]) => ({count, last: count > 0 ? share * time : 0, time}));

describe.each([
  {model: bgNbd, expected: bg},
  {model: mbgNbd, expected: mbg}
])("$model.name", ({model, expected}) => {
  const fit = given(model.fit(cases));

  it("fits CDNOW as an independent optimiser does, to 1e-4 of likelihood and 1e-3 of each parameter", () => {
    expect(Math.abs(fit.logLikelihood - expected.refit_loglik)).toBeLessThan(1e-4);
    for (const name of names) near(fit.parameters[name], expected.refit[name], 1e-4);
    expect(fit).toMatchObject({customers: 2357, converged: true, note: null});
    near(
      model.logLikelihood(expected.refit as Record<DropoutName, number>, cases),
      expected.refit_loglik,
      1e-11
    );
  });

  it("finds a likelihood that beats 1,000 random points around it", () => {
    const random = randomSource(3);
    for (let i = 0; i < 1000; i++) {
      const there = {...fit.parameters};
      for (const name of names) there[name] *= Math.exp((random() - 0.5) * 2 * (i % 2 ? 1 : 0.02));
      expect(model.logLikelihood(there, cases)).toBeLessThan(fit.logLikelihood + 1e-9);
    }
  });

  it("does not depend on the customers' order", () => {
    const turned = distinctCases([...x].reverse(), [...tx].reverse(), [...T].reverse());
    expect(given(model.fit(turned))).toEqual(fit);
  });

  it("does not depend on the unit of time but by alpha", () => {
    const inDays = (values: number[]) => values.map((value) => 7 * value);
    const days = given(model.fit(distinctCases(x, inDays(tx), inDays(T))));
    for (const name of names)
      near(days.parameters[name], fit.parameters[name] * (name === "alpha" ? 7 : 1), 1e-4);
  });

  it("gives chances in [0, 1] and finite expectations to any history, 1000 purchases included", () => {
    fc.assert(
      fc.property(parameters, history, (some, {count, last, time}) => {
        const alive = model.probabilityAlive(some, count, last, time);
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        const expectation = model.expectedPurchasesGiven(some, 10, count, last, time);
        expect(expectation).toBeGreaterThanOrEqual(0);
        expect(expectation).toBeLessThan(Infinity);
        const one = distinctCases([count], [last], [time]);
        expect(Number.isFinite(model.logLikelihood(some, one))).toBe(true);
      }),
      {numRuns: 100}
    );
  });

  it("refuses customers who tell nothing", () => {
    expect(refusal(model.fit(distinctCases([0, 0], [0, 0], [9, 8])))).toBe("repeats");
    expect(refusal(model.fit(distinctCases([1], [1], [8])))).toBe("customers");
  });

  it("says so where customers do not determine it: all have the same history", () => {
    const alike = given(model.fit(distinctCases([2, 2, 2], [5, 5, 5], [9, 9, 9])));
    expect(alike.intervals).toBeNull();
    expect(alike.note).not.toBeNull();
  });
});

describe("BG/NBD", () => {
  it("has the standard errors that the summary of lifetimes' BetaGeoFitter prints for CDNOW", () => {
    const {intervals} = given(bgNbd.fit(cases));
    const printed = {r: 0.012557, alpha: 0.378221, a: 0.185719, b: 0.705345};
    for (const name of names)
      expect(Math.abs((intervals?.[name].standardError ?? NaN) - printed[name])).toBeLessThan(2e-6);
  });

  it("expects of new customers what the paper's table does", () => {
    for (const {t, value, published} of bg.expected_purchases) {
      near(bgNbd.expectedPurchases(refit, t), value, 1e-6);
      expect(Math.abs(bgNbd.expectedPurchases(refit, t) - published)).toBeLessThan(1e-3);
    }
  });

  it("expects of known customers what the paper and the refit do", () => {
    for (const {x, t_x, T, t, published, refit: value} of bg.conditional) {
      near(bgNbd.expectedPurchasesGiven(refit, t, x, t_x, T), value, 1e-6);
      expect(Math.abs(value - published)).toBeLessThan(1e-3);
    }
  });

  it("knows the chance of being alive, 1 without a repeat purchase and next to 0 after 1000 early ones", () => {
    // At 1000 purchases the reference's 9.9e-305 is where its own arithmetic ends; the odds are exp(-1973).
    for (const {x, t_x, T, value} of bg.p_alive)
      if (x < 1000) near(bgNbd.probabilityAlive(published, x, t_x, T), value, 1e-12);
      else expect(bgNbd.probabilityAlive(published, x, t_x, T)).toBe(0);
    expect(bgNbd.probabilityAlive(published, 0, 0, 38.86)).toBe(1);
  });

  it("knows the chance of so many purchases", () => {
    near(purchaseChance(published, 2, 10), bg.pmf.P_x10_t2, 1e-5);
    near(purchaseChance(published, 39, 0), bg.pmf.P_x0_t39, 1e-6);
    bg.pmf.t30_n11_to_20.forEach((chance, i) => near(purchaseChance(published, 30, 11 + i), chance, 1e-6));
  });

  it("has chances that add up to 1 and to the mean", () => {
    fc.assert(
      fc.property(parameters, fc.double({min: 0.1, max: 3, noNaN: true}), (some, share) => {
        const t = (share * some.alpha) / Math.max(1, some.r / 5);
        const chances = Array.from({length: 400}, (_, n) => purchaseChance(some, t, n));
        expect(Math.min(...chances)).toBeGreaterThanOrEqual(0);
        near(
          chances.reduce((sum, chance) => sum + chance, 0),
          1,
          1e-9
        );
        const mean = chances.reduce((sum, chance, n) => sum + n * chance, 0);
        near(mean, bgNbd.expectedPurchases(some, t), 1e-8);
      }),
      {numRuns: 40}
    );
    expect([purchaseChance(published, 0, 0), purchaseChance(published, 0, 3)]).toEqual([1, 0]);
  });

  it("finds the parameters that 20,000 customers were drawn with, within their intervals", () => {
    const truth = {r: 0.2, alpha: 30, a: 0.8, b: 2.5};
    const drawn = drawnCustomers(20_000, truth, [30, 365], 11);
    const {intervals, converged} = given(bgNbd.fit(distinctCases(drawn.x, drawn.tx, drawn.T)));
    expect(converged).toBe(true);
    for (const name of names) {
      const {low, high} = intervals?.[name] ?? {low: NaN, high: NaN};
      expect(low).toBeLessThan(truth[name]);
      expect(high).toBeGreaterThan(truth[name]);
    }
  });

  it("settles on 93,000 customers of whom 97 % never came back", () => {
    const drawn = drawnCustomers(93_000, {r: 0.0195, alpha: 100, a: 0.8, b: 2.5}, [30, 700], 5);
    const never = drawn.x.filter((count) => count === 0).length / 93_000;
    expect(Math.abs(never - 0.97)).toBeLessThan(0.005);
    const fit = given(bgNbd.fit(distinctCases(drawn.x, drawn.tx, drawn.T)));
    expect(fit).toMatchObject({customers: 93_000, converged: true, note: null});
  });
});

describe("MBG/NBD", () => {
  it("lets customers leave at the first purchase: some without a repeat purchase have left", () => {
    const some = mbg.refit as Record<DropoutName, number>;
    near(mbgNbd.probabilityAlive(some, 0, 0, 0), some.b / (some.a + some.b), 1e-12);
    expect(mbgNbd.probabilityAlive(some, 0, 0, 30)).toBeLessThan(mbgNbd.probabilityAlive(some, 0, 0, 1));
  });

  it("expects of a new customer what it does of one who was seen for no time", () => {
    fc.assert(
      fc.property(parameters, parameter, (some, t) =>
        near(mbgNbd.expectedPurchases(some, t), mbgNbd.expectedPurchasesGiven(some, t, 0, 0, 0), 1e-10)
      ),
      {numRuns: 50}
    );
  });
});
