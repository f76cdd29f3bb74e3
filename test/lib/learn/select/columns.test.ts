import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {finish} from "../../../../lib/learn/finish.js";
import {commonestShare, contingency} from "../../../../lib/learn/select/contingency.js";
import {columnAuc, singleFeatureAucs} from "../../../../lib/learn/select/singleFeatureAuc.js";
import {rocAuc} from "../../../../lib/metrics/rocAuc.js";
import {messageOf, valueOf} from "../support.js";
import {examplesOf, labels, made} from "./made.js";

const cells = fc.array(
  fc.tuple(fc.option(fc.integer({min: -3, max: 3}), {nil: NaN}), fc.integer({min: 0, max: 1})),
  {minLength: 2, maxLength: 50}
);
const columnsOf = (rows: [number, number][]) => ({
  values: Float32Array.from(rows, ([value]) => value),
  outcome: Uint8Array.from(rows, ([, label]) => label)
});

describe("examples of the documentation", () => {
  it("hold", () => {
    expect(contingency(Float32Array.of(2, 1, 2), Uint8Array.of(0, 0, 1))).toEqual({
      values: Float32Array.of(1, 2),
      negatives: Uint32Array.of(1, 1),
      positives: Uint32Array.of(0, 1),
      missingNegatives: 0,
      missingPositives: 0
    });
    expect(commonestShare(contingency(Float32Array.of(2, 1, 2, NaN), Uint8Array.of(0, 0, 1, 1)))).toBe(0.5);
    expect(columnAuc(contingency(Float32Array.of(1, 2, NaN), Uint8Array.of(0, 0, 1)))).toEqual({
      auc: 1,
      higher: true,
      missing: "highest"
    });
    expect(valueOf(finish(singleFeatureAucs(examplesOf(made))))[0].alarming).toBe(false);
  });
});

describe("the counts of a column", () => {
  it("are those of looking at each value", () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const {values, outcome} = columnsOf(rows);
        const counts = contingency(values, outcome);
        const seen = (value: number, label: number) =>
          rows.filter((row) => Object.is(row[0], value) && row[1] === label).length;
        expect([...counts.values]).toEqual(
          [...new Set(values)].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)
        );
        counts.values.forEach((value, i) =>
          expect([counts.negatives[i], counts.positives[i]]).toEqual([seen(value, 0), seen(value, 1)])
        );
        expect([counts.missingNegatives, counts.missingPositives]).toEqual([seen(NaN, 0), seen(NaN, 1)]);
      })
    );
  });

  it("hold infinities and both zeros as values", () => {
    const {values, negatives, positives} = contingency(
      Float32Array.of(Infinity, -0, 0, -Infinity, Infinity),
      Uint8Array.of(1, 0, 1, 0, 1)
    );
    expect([values, negatives, positives]).toEqual([
      Float32Array.of(-Infinity, 0, Infinity),
      Uint32Array.of(1, 1, 0),
      Uint32Array.of(0, 1, 2)
    ]);
  });
});

describe("the AUC of one column", () => {
  it("is scikit-learn 1.2.1's, the better of both ends for what is missing", () => {
    const aucs = valueOf(finish(singleFeatureAucs(examplesOf(made))));
    const expected = [0.901018923, 0.896856406, 1 - 0.489236191, 1 - 0.497152634, 0.62204091];
    expected.forEach((auc, j) => expect(aucs[j].auc).toBeCloseTo(auc, 8));
    expect(aucs.slice(0, 5).map(({higher}) => higher)).toEqual([true, true, false, false, true]);
    expect(aucs.map(({missing}) => missing)).toEqual([null, null, null, null, "lowest", null]);
    expect(labels.reduce((sum, label) => sum + label, 0)).toBe(171);
  });

  it("is the ROC-AUC of the values, whichever way they point and wherever the missing stand", () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const {values, outcome} = columnsOf(rows);
        fc.pre(outcome.includes(0) && outcome.includes(1));
        const areas = [-99, 99].map((end) =>
          rocAuc(
            outcome,
            values.map((v) => (Number.isNaN(v) ? end : v))
          )!
        );
        const best = Math.max(...areas.flatMap((area) => [area, 1 - area]));
        expect(columnAuc(contingency(values, outcome)).auc).toBeCloseTo(best, 12);
      })
    );
  });

  it("raises the alarm at .98, where a column gives the outcome away, by its gaps too", () => {
    const gap = Float32Array.from(labels, (label) => (label ? NaN : 1));
    const against = Float32Array.from(labels, (label, row) => -label - (row % 50 === 0 ? 1 : 0));
    const aucs = valueOf(finish(singleFeatureAucs(examplesOf({gap, against, a: made.a}))));
    expect(aucs.map(({alarming}) => alarming)).toEqual([true, true, false]);
    expect(aucs[0]).toEqual({
      name: "gap",
      feature: "gap",
      auc: 1,
      higher: true,
      missing: "highest",
      alarming: true
    });
    expect(aucs[1].higher).toBe(false);
    expect(aucs[1].auc).toBeLessThan(1);
  });

  it("is .5 for a column that never changes or has no value, and a sentence without both classes", () => {
    const empty = new Float32Array(400).fill(NaN);
    const aucs = valueOf(finish(singleFeatureAucs(examplesOf({same: new Float32Array(400), empty}))));
    expect(aucs.map(({auc}) => auc)).toEqual([0.5, 0.5]);
    const one = examplesOf(made, new Uint8Array(400));
    expect(messageOf(finish(singleFeatureAucs(one)))).toMatch(/same outcome/);
    expect(messageOf(finish(singleFeatureAucs(examplesOf({}, new Uint8Array()))))).toMatch(
      /^There are no rows/
    );
  });
});
