import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {chooseBackend, isSoftwareRenderer} from "../../../lib/learn/backend.js";
import {design} from "../../../lib/learn/design.js";
import {checkParameters} from "../../../lib/learn/parameters.js";
import {prepare} from "../../../lib/learn/prepare.js";
import {timeSplit} from "../../../lib/learn/timeSplit.js";
import {madeUpTable, parameters} from "./support.js";

describe("a split by time", () => {
  it("never learns from what happens after the test period begins", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({min: 0, max: 50}), fc.integer({min: 0, max: 20})), {
          minLength: 1,
          maxLength: 60
        }),
        fc.double({min: 0.05, max: 0.5, noNaN: true}),
        (rows, share) => {
          const times = rows.map(([time]) => time);
          const knownAt = rows.map(([time, wait]) => time + wait);
          const {train, test, embargoed, boundary} = timeSplit(times, share, knownAt);
          expect(train.length + test.length + embargoed.length).toBe(rows.length);
          for (const row of train) expect(knownAt[row]).toBeLessThanOrEqual(boundary);
          for (const row of test) expect(times[row]).toBeGreaterThanOrEqual(boundary);
          for (const row of embargoed) expect(times[row]).toBeLessThan(boundary);
          expect(test.length).toBeGreaterThanOrEqual(Math.floor(rows.length * share));
        }
      )
    );
  });

  it("holds out the last rows and is empty where there are none", () => {
    const {train, test, boundary} = timeSplit([1, 2, 3, 4], 0.25);
    expect([[...train], [...test], boundary]).toEqual([[0, 1, 2], [3], 4]);
    expect(timeSplit([], 0.2).boundary).toBeNaN();
  });
});

describe("the design", () => {
  const numbers = (...values: number[]) =>
    ({kind: "number", name: "x", label: "x", values: Float64Array.from(values)}) as const;

  it("standardises by the training rows alone", () => {
    const {train, test, terms} = design([numbers(1, 3, 9)], Uint32Array.of(0, 1), Uint32Array.of(2));
    expect([...train[0]]).toEqual([-1, 1]);
    expect([...test[0]]).toEqual([7]);
    expect(terms[0]).toMatchObject({name: "x", mean: 2, deviation: 1, missing: 0});
  });

  it("puts the training rows' median where a number is missing", () => {
    const {train, test, terms} = design(
      [numbers(1, NaN, 5, 3, Infinity, 100)],
      Uint32Array.of(0, 1, 2, 3),
      Uint32Array.of(4)
    );
    expect(terms[0]).toMatchObject({mean: 3, missing: 0.25});
    expect(train[0][1]).toBe(0);
    expect(test[0][0]).toBe(0);
  });

  it("keeps a constant or an all-missing column at 0", () => {
    for (const column of [numbers(4, 4, 4), numbers(NaN, NaN, NaN)]) {
      const {train, terms} = design([column], Uint32Array.of(0, 1), Uint32Array.of(2));
      expect([...train[0]]).toEqual([0, 0]);
      expect(terms[0].deviation).toBe(1);
    }
  });

  it("gives a category a column per level, and none to what is missing", () => {
    const place = {
      kind: "category",
      name: "place",
      label: "Place",
      codes: Int32Array.of(0, 1, 1, -1),
      levels: ["a", "b"]
    } as const;
    const {train, terms} = design([place], Uint32Array.of(0, 1, 2, 3), Uint32Array.of());
    expect(terms.map(({name, label, mean}) => [name, label, mean])).toEqual([
      ["place=a", "Place: a", 0.25],
      ["place=b", "Place: b", 0.5]
    ]);
    expect([...train[1]]).toEqual([-1, 1, 1, -1]);
  });
});

describe("what cannot be learnt from", () => {
  const table = madeUpTable(60);
  const messageOf = (change: Partial<typeof table>, choice: Partial<typeof parameters> = {}) => {
    const result = prepare({...table, ...change}, {...parameters, ...choice});
    return result.ok ? "" : result.message;
  };

  it("gets a sentence", () => {
    const none = new Float64Array();
    expect(messageOf({times: none, knownAt: none, labels: new Uint8Array()})).toMatch(/^There are no rows/);
    expect(messageOf({labels: new Uint8Array(60)})).toMatch(/same outcome/);
    expect(messageOf({labels: new Uint8Array(60).fill(1)})).toMatch(/same outcome/);
    expect(messageOf({labels: new Uint8Array(60).fill(2)})).toMatch(/must be 0 or 1/);
    expect(messageOf({knownAt: table.times.map((time) => time + 1e12)})).toMatch(/lift the embargo/);
    expect(messageOf({predictors: []})).toMatch(/No predictor ever changes/);
    expect(
      messageOf({
        predictors: [{kind: "number", name: "x", label: "x", values: new Float64Array(60).fill(NaN)}]
      })
    ).toMatch(/No predictor ever changes/);
    expect(messageOf({})).toBe("");
  });

  it("includes parameters out of bounds or not a number", () => {
    for (const change of [
      {C: 0},
      {C: NaN},
      {C: Infinity},
      {l1Ratio: -1},
      {learningRate: 0},
      {learningRate: 1e9},
      {steps: 0},
      {steps: 2.5},
      {seed: -1},
      {testShare: 1}
    ])
      expect(messageOf({}, change)).toMatch(/must be/);
    const result = checkParameters({...parameters, C: -1});
    expect(result.ok ? "" : result.message).toBe("C must be between 0.00001 and 1,000, not −1");
  });
});

describe("the choice of a backend", () => {
  const gpu = {renderer: "ANGLE (NVIDIA GeForce RTX 3060)", float32: true};
  const software = {
    renderer: "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)",
    float32: true
  };

  it("takes a GPU by itself, software rendering only where it is asked for", () => {
    expect(chooseBackend("auto", gpu)).toEqual({backend: "webgl", fellBack: ""});
    expect(chooseBackend("auto", software)).toEqual({backend: "cpu", fellBack: ""});
    expect(chooseBackend("webgl", software)).toEqual({backend: "webgl", fellBack: ""});
    expect(chooseBackend("cpu", gpu)).toEqual({backend: "cpu", fellBack: ""});
    expect(isSoftwareRenderer("llvmpipe (LLVM 15.0.6, 256 bits)")).toBe(true);
  });

  it("says so where WebGL was asked for and cannot run", () => {
    expect(chooseBackend("webgl", {renderer: null, float32: false}).fellBack).toMatch(
      /offers no WebGL.*on the CPU/
    );
    expect(chooseBackend("webgl", {...gpu, float32: false})).toMatchObject({backend: "cpu"});
    expect(chooseBackend("webgl", {...gpu, float32: false}).fellBack).toMatch(/32-bit floats/);
    expect(chooseBackend("auto", {...gpu, float32: false}).backend).toBe("cpu");
  });
});
