import {describe, expect, it, vi} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {optimum} from "../../../lib/learn/optimum.js";
import type {LinearModel, Problem} from "../../../lib/learn/problem.js";
import type {Stepper} from "../../../lib/learn/proximalGradient.js";
import {proximalGradient} from "../../../lib/learn/proximalGradient.js";
import type {StartSteps, Webgl} from "../../../lib/lab/device.js";
import type {LogisticOptions} from "../../../lib/lab/logistic.js";
import {logisticOn} from "../../../lib/lab/logistic.js";
import {madeUpProblem} from "../learn/stationarity.js";
import {kernels} from "../../support/kernels.js";

const problem = madeUpProblem(3000, {C: 0.05, l1Ratio: 0.5});
const module = await kernels();

/** A GPU that is none: float64 steps whose model loses all but 32 bits, and that can be made to fail. */
function madeUpGpu(change: Partial<Stepper> = {}, renderer = "SwiftShader") {
  const counts = {started: 0, disposed: 0};
  const steps: StartSteps = (...asked) => {
    counts.started++;
    const stepper = proximalGradient(...asked);
    const model = (): LinearModel => ({
      intercept: Math.fround(stepper.model().intercept),
      coefficients: Float64Array.from(stepper.model().coefficients, Math.fround)
    });
    return {...stepper, model, ...change, dispose: () => void counts.disposed++};
  };
  const webgl: Webgl = {
    probe: () => ({renderer, float32: true}),
    start: () => Promise.resolve({steps, tensors: () => counts.started - counts.disposed})
  };
  return {webgl, counts};
}

const options = (change: Partial<LogisticOptions> = {}): LogisticOptions => ({
  backend: "cpu",
  module,
  pause: () => new Promise((resolve) => setTimeout(resolve)),
  cancelled: () => false,
  onProgress: () => undefined,
  ...change
});

async function fitted(change?: Partial<LogisticOptions>, of: Problem = problem) {
  const result = await logisticOn(of, options(change));
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

const difference = (a: LinearModel, b: LinearModel) =>
  Math.max(
    Math.abs(a.intercept - b.intercept),
    ...a.coefficients.map((value, j) => Math.abs(value - b.coefficients[j]))
  );

describe("the lab's logistic regression", () => {
  it("is the float64 optimum on the CPU", async () => {
    const {ranOn, steps, converged, model} = await fitted();
    expect(ranOn).toEqual({backend: "cpu", renderer: null, fellBack: "", tensorsLeft: 0});
    expect({steps, converged}).toEqual({steps: 0, converged: true});
    expect(model).toEqual(finish(optimum(problem, {tolerance: 1e-10})).model);
  });

  it("has the same coefficients to 1e-9 after steps on a device", async () => {
    const {webgl, counts} = madeUpGpu();
    const [there, here] = [await fitted({backend: "webgl", webgl}), await fitted()];
    expect(there.ranOn).toEqual({backend: "webgl", renderer: "SwiftShader", fellBack: "", tensorsLeft: 0});
    expect(there.steps).toBeGreaterThan(10);
    expect(there.steps).toBeLessThanOrEqual(300);
    expect(there.iterations).toBeLessThan(here.iterations);
    expect(difference(there.model, here.model)).toBeLessThan(1e-9);
    expect(counts).toEqual({started: 1, disposed: 1});
  });

  it("leaves software WebGL alone unless it is asked for", async () => {
    const {webgl, counts} = madeUpGpu();
    const {ranOn} = await fitted({backend: "auto", webgl});
    expect(ranOn).toEqual({backend: "cpu", renderer: "SwiftShader", fellBack: "", tensorsLeft: 0});
    expect(counts.started).toBe(0);
  });

  it("takes a GPU that is faster, not one that is slower", async () => {
    const fast = madeUpGpu({advance: () => undefined}, "GPU");
    expect((await fitted({backend: "auto", webgl: fast.webgl})).ranOn.backend).toBe("webgl");
    const slow = madeUpGpu({advance: () => new Promise((resolve) => setTimeout(resolve, 40))}, "GPU");
    expect((await fitted({backend: "auto", webgl: slow.webgl})).ranOn).toMatchObject({
      backend: "cpu",
      fellBack: ""
    });
    expect(slow.counts).toEqual({started: 1, disposed: 1});
  });

  it("does it all on the CPU, and says so, where WebGL fails in any way", async () => {
    const expected = await fitted();
    const failures: [Webgl, RegExp][] = [
      [
        madeUpGpu({loss: () => ({loss: NaN, objective: NaN})}).webgl,
        /^WebGL failed \(its steps left the range of numbers\), so the training ran on the CPU/
      ],
      [
        madeUpGpu({model: () => ({intercept: NaN, coefficients: new Float64Array(12)})}).webgl,
        /its steps left the range/
      ],
      [madeUpGpu({advance: () => Promise.reject(new Error("the GPU was lost"))}).webgl, /the GPU was lost/],
      [
        {...madeUpGpu().webgl, start: () => Promise.reject(new Error("WebGL did not start"))},
        /WebGL did not start/
      ],
      [{...madeUpGpu().webgl, probe: () => ({renderer: null, float32: false})}, /offers no WebGL/]
    ];
    for (const [webgl, reason] of failures) {
      const {ranOn, model} = await fitted({backend: "webgl", webgl});
      expect(ranOn.backend).toBe("cpu");
      expect(ranOn.fellBack).toMatch(reason);
      expect(model).toEqual(expected.model);
    }
  });

  it("says so where there is no WebGL, in a world without a browser", async () => {
    expect((await fitted({backend: "webgl"})).ranOn.fellBack).toBe(
      "This browser offers no WebGL, so the training ran on the CPU instead."
    );
  });

  it("tells shares that rise from the device's half to the end", async () => {
    for (const backend of ["cpu", "webgl"] as const) {
      const shares: number[] = [];
      const {webgl} = madeUpGpu();
      await fitted({backend, webgl, onProgress: ({share}) => shares.push(share)});
      expect(shares.length).toBeGreaterThan(2);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    }
  });

  it("stops when cancelled, on the device and off it, and lets go of the device", async () => {
    const {webgl, counts} = madeUpGpu();
    let clock = 0;
    const now = vi.spyOn(performance, "now").mockImplementation(() => (clock += 60));
    for (const backend of ["cpu", "webgl"] as const) {
      const end = clock + 600;
      const result = await logisticOn(problem, options({backend, webgl, cancelled: () => clock > end}));
      expect(result).toMatchObject({ok: false, code: "cancelled"});
    }
    now.mockRestore();
    expect(counts).toEqual({started: 1, disposed: 1});
  });

  it("refuses with a sentence what cannot be learnt", async () => {
    const result = await logisticOn({...problem, labels: new Uint8Array(3000)}, options());
    expect(result).toMatchObject({ok: false, code: "one-class"});
  });

  it("learns the base rate without columns, also on a device", async () => {
    const bare = {...problem, columns: []};
    const {webgl} = madeUpGpu();
    const [there, here] = [await fitted({backend: "webgl", webgl}, bare), await fitted({}, bare)];
    expect(Math.abs(there.model.intercept - here.model.intercept)).toBeLessThan(1e-9);
  });
});
