import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {RfmInput} from "../../../lib/rfm/score.js";
import {quantileScores, quintileScores, repeatScore, rfmScores} from "../../../lib/rfm/score.js";
import {segmentNames, segmentOf} from "../../../lib/rfm/segments.js";

const quintiles = (values: number[]) => quintileScores(values, (a, b) => a - b);
const customer = fc.record({
  recencyDays: fc.integer({min: 0, max: 30}),
  frequency: fc.integer({min: 1, max: 6}),
  monetary: fc.integer({min: 1, max: 40})
});
const customers = fc.array(customer, {minLength: 1, maxLength: 60});
const five = [1, 2, 3, 4, 5];

describe("the map of 25 cells", () => {
  it("gives each of the 125 score combinations one of eight names, and reaches all eight", () => {
    const names = five.flatMap((r) => five.flatMap((fm) => five.map(() => segmentOf(r, fm))));
    expect(names).toHaveLength(125);
    expect(new Set(names)).toEqual(new Set(segmentNames));
    expect(segmentNames).toHaveLength(8);
  });
});

describe("midrank quintiles", () => {
  it("score the worked cases of the method", () => {
    expect(quintiles([1, 1, 1, 1])).toEqual([3, 3, 3, 3]);
    expect(quintiles([1, 2, 3, 4, 5])).toEqual([1, 2, 3, 4, 5]);
    expect(quintiles([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    expect(quintiles([1, 1, 1, 1, 9])).toEqual([3, 3, 3, 3, 5]);
    expect(quintiles([])).toEqual([]);
    expect(quintiles([7])).toEqual([3]);
  });

  it("without ties make groups that differ by at most one customer", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), {minLength: 5, maxLength: 80}), (values) => {
        const scored = quintiles(values);
        const sizes = five.map((score) => scored.filter((d) => d === score).length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      })
    );
  });
});

describe("the R package's bins", () => {
  it("leave groups empty where many values are equal", () => {
    expect(quantileScores([1, 1, 1, 1, 9])).toEqual([1, 1, 1, 1, 5]);
  });
});

describe("RFM scores", () => {
  it("turn the fifths of recency round, so that a tie across two fifths counts as the less recent", () => {
    const recency = (days: number[]) =>
      rfmScores(days.map((recencyDays) => ({recencyDays, frequency: 1, monetary: 1}))).map(({r}) => r);
    expect(recency([1, 2, 3, 4, 5])).toEqual([5, 4, 3, 2, 1]);
    expect(recency([1, 1, 9, 9, 9])).toEqual([4, 4, 2, 2, 2]);
    expect(recency([1, 1, 1, 1, 2, 2, 2, 2, 2, 2])).toEqual([4, 4, 4, 4, 2, 2, 2, 2, 2, 2]);
  });

  it("do not depend on the order of the rows", () => {
    fc.assert(
      fc.property(customers, fc.array(fc.nat(), {minLength: 60, maxLength: 60}), (list, keys) => {
        const shuffled = list.map((d, index) => ({d, index, key: keys[index]})).sort((a, b) => a.key - b.key);
        const scored = rfmScores(list);
        rfmScores(shuffled.map(({d}) => d)).forEach((score, place) =>
          expect(score).toEqual(scored[shuffled[place].index])
        );
      })
    );
  });

  it("stay the same when every customer is there twice", () => {
    fc.assert(
      fc.property(customers, (list) => {
        expect(rfmScores([...list, ...list]).slice(0, list.length)).toEqual(rfmScores(list));
      })
    );
  });

  it("never fall for a more recent, more frequent or better paying customer", () => {
    fc.assert(
      fc.property(customers, (list) => {
        const scored = rfmScores(list);
        const better = (a: RfmInput, b: RfmInput) =>
          a.frequency > b.frequency || (a.frequency === b.frequency && a.monetary >= b.monetary);
        list.forEach((a, i) =>
          list.forEach((b, j) => {
            if (a.recencyDays <= b.recencyDays) expect(scored[i].r).toBeGreaterThanOrEqual(scored[j].r);
            if (better(a, b)) expect(scored[i].fm).toBeGreaterThanOrEqual(scored[j].fm);
          })
        );
      }),
      {numRuns: 40}
    );
  });

  it("count orders by themselves where only repetition is to count", () => {
    expect([1, 2, 3, 4, 17].map(repeatScore)).toEqual([1, 3, 4, 5, 5]);
    expect(rfmScores([{recencyDays: 3, frequency: 2, monetary: 900}])).toEqual([
      {r: 3, f: 3, m: 3, fm: 3, repeat: 3}
    ]);
  });
});
