import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {checkCases} from "../../../lib/value/checkCases.js";
import {distinctCases} from "../../../lib/value/distinctCases.js";
import {given, refusal} from "./support.js";

describe("distinct cases", () => {
  it("count the customers of each and know each customer's", () => {
    const {x, tx, T, weight, caseOf} = distinctCases([1, 0, 0, 1, 1], [2, 0, 0, 2, 3], [9, 9, 9, 9, 9]);
    expect([[...x], [...tx], [...T]]).toEqual([
      [0, 1, 1],
      [0, 2, 3],
      [9, 9, 9]
    ]);
    expect([...weight]).toEqual([2, 2, 1]);
    expect([...caseOf]).toEqual([1, 0, 0, 1, 2]);
  });

  it("bring every customer back, and do not depend on the customers' order", () => {
    const customer = fc.tuple(fc.nat(3), fc.nat(4), fc.nat(5));
    fc.assert(
      fc.property(fc.array(customer, {maxLength: 60}), (customers) => {
        const cases = distinctCases(...columns(customers));
        expect([...cases.caseOf].map((at) => [cases.x[at], cases.tx[at], cases.T[at]])).toEqual(customers);
        expect(new Set(customers.map(String)).size).toBe(cases.x.length);
        const turned = distinctCases(...columns([...customers].reverse()));
        expect({...turned, caseOf: turned.caseOf.reverse()}).toEqual(cases);
      }),
      {numRuns: 50}
    );
  });

  it("are none of nobody, and refuse broken columns", () => {
    expect(distinctCases([], [], []).weight.length).toBe(0);
    expect(() => distinctCases([0], [0], [])).toThrow("unequal length");
  });
});

describe("the check of cases", () => {
  const check = (x: number[], tx: number[], T: number[]) => checkCases(distinctCases(x, tx, T));

  it("gives totals", () => {
    expect(given(check([2, 0], [3, 0], [4, 6]))).toEqual({customers: 2, rate: 0.2, meanT: 5});
  });

  it("refuses what no model can be estimated from, with a sentence", () => {
    expect(refusal(check([], [], []))).toBe("customers");
    expect(refusal(check([1], [2], [9]))).toBe("customers");
    expect(refusal(check([0, 0], [0, 0], [0, 0]))).toBe("time");
    expect(refusal(check([0, 0], [0, 0], [9, 8]))).toBe("repeats");
    expect(refusal(check([1, 0], [9, 0], [8, 8]))).toBe("cases");
    expect(refusal(check([1, 0], [NaN, 0], [8, 8]))).toBe("cases");
    expect(refusal(check([1, 0], [2, 0], [Infinity, 8]))).toBe("cases");
    expect(refusal(check([1, 0], [2, 1], [8, 8]))).toBe("cases");
  });
});

const columns = (customers: readonly (readonly number[])[]) =>
  [0, 1, 2].map((column) => customers.map((customer) => customer[column])) as [number[], number[], number[]];
