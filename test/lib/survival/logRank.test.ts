import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {coxModel} from "../../../lib/survival/coxModel.js";
import {logRank} from "../../../lib/survival/logRank.js";
import type {LogRankWeights} from "../../../lib/survival/logRankWeights.js";
import type {Groups} from "../../../lib/survival/observations.js";
import {columns, drawn, expected, freireich, grouped, refusal, reversed, valueOf} from "./support.js";

const two: Groups = {codes: Uint8Array.of(0, 0, 0, 1, 1, 1), names: ["a", "b"]};
const six = Float64Array.of(10, 20, 30, 10, 20, 50);

describe("the log-rank test", () => {
  it("is R's survdiff of aml and of lung by sex", () => {
    const aml = columns("aml.csv");
    const {chiSquare, df, p, groups} = valueOf(
      logRank(
        aml.numbers("time"),
        Uint8Array.from(aml.numbers("status")),
        grouped(aml.text("x"), "Maintained", "Nonmaintained")
      )
    );
    expect(chiSquare).toBeCloseTo(expected.aml_logrank.chisq, 10);
    expect(p).toBeCloseTo(expected.aml_logrank.p, 11);
    expect(df).toBe(1);
    groups.forEach((group, g) => expect(group.expected).toBeCloseTo(expected.aml_logrank.expected[g], 9));
    expect(groups.map(({observed, rows}) => [observed, rows])).toEqual([
      [7, 11],
      [11, 12]
    ]);
    const lung = columns("lung.csv");
    const bySex = valueOf(
      logRank(
        lung.numbers("time"),
        Uint8Array.from(lung.numbers("status")),
        grouped(lung.text("sex"), "1", "2")
      )
    );
    expect(bySex.chiSquare).toBeCloseTo(expected.lung_sex.logrank_chisq, 9);
    expect(bySex.p).toBeCloseTo(expected.lung_sex.p, 13);
  });

  it("is that of lifelines' tests", () => {
    const all = valueOf(logRank(six, Uint8Array.of(1, 1, 1, 1, 1, 1), two));
    expect([all.chiSquare, all.p]).toEqual([expect.closeTo(0.254237, 6), expect.closeTo(0.614107, 6)]);
    const some = valueOf(logRank(six, Uint8Array.of(1, 0, 1, 1, 0, 1), two));
    expect([some.chiSquare, some.p]).toEqual([expect.closeTo(0.384615, 6), expect.closeTo(0.535143, 6)]);
    const {text, numbers} = columns("waltons_dataset.csv");
    const waltons = valueOf(
      logRank(numbers("T"), Uint8Array.from(numbers("E")), grouped(text("group"), "miR-137", "control"))
    );
    expect(waltons.chiSquare).toBeCloseTo(122.25, 2);
  });

  it.each<[LogRankWeights, number, number]>([
    ["log-rank", 16.792941, 6],
    ["gehan-wilcoxon", 13.457852, 6],
    ["tarone-ware", 15.123575, 6],
    ["peto", 14.084139, 5]
  ])("weighs Freireich's trial as lifelines does: %s", (weights, chiSquare, digits) => {
    const {treated, treatedEvents, placebo} = freireich;
    const found = valueOf(
      logRank(
        Float64Array.of(...treated, ...placebo),
        Uint8Array.of(...treatedEvents, ...placebo.map(() => 1)),
        {codes: Uint8Array.of(...treated.map(() => 0), ...placebo.map(() => 1)), names: ["6-MP", "placebo"]},
        weights
      )
    );
    expect(found.chiSquare).toBeCloseTo(chiSquare, digits);
    if (weights === "log-rank") expect(found.p).toBeCloseTo(4.17e-5, 7);
  });
});

describe("a comparison of any groups", () => {
  it("shares out the events, and does not mind the order of rows or of groups", () => {
    const weights = fc.constantFrom<LogRankWeights>("log-rank", "gehan-wilcoxon", "tarone-ware", "peto");
    fc.assert(
      fc.property(drawn(), weights, (rows, weighted) => {
        const found = logRank(rows.durations, rows.events, rows.groups, weighted);
        const other = reversed(rows);
        const again = logRank(other.durations, other.events, other.groups, weighted);
        const turned = logRank(
          rows.durations,
          rows.events,
          {codes: Int32Array.from(rows.groups.codes, (code) => 2 - code), names: ["c", "b", "a"]},
          weighted
        );
        expect([again.ok, turned.ok]).toEqual([found.ok, found.ok]);
        if (!found.ok || !again.ok || !turned.ok) return;
        const {chiSquare, groups} = found.value;
        expect(again.value).toEqual(found.value);
        expect(Math.abs(turned.value.chiSquare - chiSquare)).toBeLessThan(1e-9 * (1 + chiSquare));
        const [observed, shared] = groups.reduce(
          ([o, e], group) => [o + group.observed, e + group.expected],
          [0, 0]
        );
        expect(Math.abs(observed - shared)).toBeLessThan(1e-9 * observed);
      }),
      {numRuns: 60}
    );
  });

  it("is the score test of Cox's model where no two durations are equal", () => {
    fc.assert(
      fc.property(drawn(true), ({durations, events, groups}) => {
        const codes = groups.codes.map((code) => Number(code > 0));
        const test = logRank(durations, events, {codes: Uint8Array.from(codes), names: ["a", "b"]});
        const model = coxModel(durations, events, [{name: "b", values: Float64Array.from(codes)}], "breslow");
        if (!test.ok || !model.ok) return;
        expect(model.value.score.chiSquare).toBeCloseTo(test.value.chiSquare, 8);
      }),
      {numRuns: 40}
    );
  });
});

describe("a comparison that there is not", () => {
  const all = new Uint8Array(6).fill(1);

  it("leaves out groups without rows and those that nobody of was at risk", () => {
    const found = valueOf(logRank(six, all, {codes: two.codes, names: ["a", "b", "nobody"]}));
    expect(found.df).toBe(1);
    expect(found.chiSquare).toBeCloseTo(0.254237, 6);
    expect(found.groups[2]).toEqual({name: "nobody", rows: 0, observed: 0, expected: 0});
  });

  it("refuses one group, no rows, no events, and an event that everybody had at once", () => {
    expect(refusal(logRank(six, all, {codes: new Uint8Array(6), names: ["a"]}))).toContain("two groups");
    expect(refusal(logRank(six, new Uint8Array(6), two))).toContain("Nobody has had the event");
    const nothing = {codes: new Uint8Array(0), names: ["a", "b"]};
    expect(refusal(logRank(new Float64Array(0), new Uint8Array(0), nothing))).toContain("Nobody");
    expect(refusal(logRank(new Float64Array(6).fill(3), all, two))).toContain("cannot be told apart");
  });

  it("throws at a code without a name", () => {
    expect(() => logRank(six, all, {codes: Uint8Array.of(0, 0, 0, 1, 1, 2), names: ["a", "b"]})).toThrow(
      "group code: 2"
    );
  });
});
