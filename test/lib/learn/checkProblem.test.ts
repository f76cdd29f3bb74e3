import {describe, expect, it} from "vitest";
import {checkProblem} from "../../../lib/learn/checkProblem.js";
import type {Problem} from "../../../lib/learn/problem.js";

const penalty = {C: 1, l1Ratio: 0.5};
const sound: Problem = {columns: [Float64Array.of(1, 2, 3)], labels: Uint8Array.of(0, 1, 1), penalty};

describe("the check of a problem", () => {
  it("passes what has a minimum, also without columns or with rows that weigh nothing", () => {
    for (const problem of [sound, {...sound, columns: []}, {...sound, weights: Float64Array.of(1, 0, 2)}])
      expect(checkProblem(problem)).toEqual({ok: true, value: problem});
  });

  it("says in a sentence what is wrong", () => {
    const codeOf = (change: Partial<Problem>) => {
      const checked = checkProblem({...sound, ...change});
      if (checked.ok) return "none";
      expect(checked.message).toMatch(/^[A-Zl].*\w.*$/);
      return checked.code;
    };
    expect(codeOf({columns: [], labels: Uint8Array.of(1, 1)})).toBe("one-class");
    expect(codeOf({weights: Float64Array.of(0, 1, 1)})).toBe("one-class");
    expect(codeOf({weights: new Float64Array(3)})).toBe("weights");
    expect(codeOf({weights: Float64Array.of(1, -1, 1)})).toBe("weights");
    expect(codeOf({weights: Float64Array.of(1, NaN, 1)})).toBe("weights");
    expect(codeOf({weights: Float64Array.of(1, 1)})).toBe("weights");
    expect(codeOf({columns: [], labels: new Uint8Array(0)})).toBe("empty");
    expect(codeOf({labels: Uint8Array.of(0, 2, 1)})).toBe("labels");
    expect(codeOf({columns: [Float32Array.of(1, 2)]})).toBe("columns");
    expect(codeOf({columns: [Float32Array.of(1, NaN, 2)]})).toBe("values");
    expect(codeOf({columns: [Float32Array.of(1, Infinity, 2)]})).toBe("values");
    for (const C of [0, -1, NaN, Infinity]) expect(codeOf({penalty: {C, l1Ratio: 0}})).toBe("parameter");
    for (const l1Ratio of [-0.1, 1.1, NaN]) expect(codeOf({penalty: {C: 1, l1Ratio}})).toBe("parameter");
  });
});
