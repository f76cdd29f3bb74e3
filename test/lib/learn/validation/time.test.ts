import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {expandingWindows} from "../../../../lib/learn/validation/expandingWindows.js";
import {rollingOrigins} from "../../../../lib/learn/validation/rollingOrigins.js";
import {messageOf, valueOf} from "../support.js";

const windowsOf = (times: ArrayLike<number>, windows: number, knownAt?: ArrayLike<number>) =>
  valueOf(expandingWindows(times, {windows, knownAt}));

describe("examples of the documentation", () => {
  it("hold", () => {
    expect(windowsOf([1, 2, 3, 4, 5], 2).map(({train, test}) => [[...train], [...test]])).toEqual([
      [[0, 1, 2], [3]],
      [[0, 1, 2, 3], [4]]
    ]);
    expect(rollingOrigins([0, 30, 60, 90], 60)).toEqual({
      ok: true,
      value: [
        {test: 2, train: [0]},
        {test: 3, train: [0, 1]}
      ]
    });
  });
});

describe("expanding windows", () => {
  it.each([
    // Rows, windows; rows before and in each test period by scikit-learn 1.2.1's TimeSeriesSplit.
    [
      12,
      3,
      [
        [3, 3],
        [6, 3],
        [9, 3]
      ]
    ],
    [
      10,
      4,
      [
        [2, 2],
        [4, 2],
        [6, 2],
        [8, 2]
      ]
    ],
    [
      23,
      5,
      [
        [8, 3],
        [11, 3],
        [14, 3],
        [17, 3],
        [20, 3]
      ]
    ]
  ])("of %i rows in %i are cut as scikit-learn cuts them", (rows, windows, expected) => {
    const times = Float64Array.from({length: rows}, (_, row) => 1000 - row);
    const splits = windowsOf(times, windows);
    expect(splits.map(({train, test}) => [train.length, test.length])).toEqual(expected);
    expect(splits[0].train[0]).toBe(rows - 1);
  });

  it("never learn from the test period or what was not known when it began, and keep moments whole", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({min: 0, max: 30}), fc.integer({min: 0, max: 20})), {
          minLength: 3,
          maxLength: 60
        }),
        fc.integer({min: 2, max: 5}),
        (rows, windows) => {
          const times = rows.map(([time]) => time);
          const knownAt = rows.map(([time, wait]) => time + wait);
          const result = expandingWindows(times, {windows, knownAt});
          fc.pre(result.ok);
          const splits = valueOf(result);
          splits.forEach(({train, test, embargoed, boundary}, window) => {
            const end = splits[window + 1]?.boundary ?? Infinity;
            const inside = times.flatMap((time, row) => (time >= boundary && time < end ? [row] : []));
            expect([...test].sort((a, b) => a - b)).toEqual(inside);
            expect(train.length + embargoed.length).toBe(times.filter((time) => time < boundary).length);
            for (const row of train) expect(knownAt[row]).toBeLessThanOrEqual(boundary);
            for (const row of embargoed) expect(knownAt[row]).toBeGreaterThan(boundary);
          });
          expect(splits).toHaveLength(windows);
        }
      )
    );
  });

  it("do not depend on the order of the rows", () => {
    const times = [5, 1, 4, 2, 3, 6, 8, 7];
    const moments = (values: number[]) =>
      windowsOf(values, 3).map(({train, test}) =>
        [train, test].map((rows) => [...rows].map((row) => values[row]))
      );
    expect(moments(times)).toEqual(moments([...times].sort((a, b) => a - b)));
  });

  it("refuse what leaves a part empty, with a sentence", () => {
    const of = (times: number[], windows: number, knownAt?: number[]) =>
      messageOf(expandingWindows(times, {windows, knownAt}));
    expect(of([], 3)).toMatch(/^There are no rows/);
    expect(of([1, 2, 3], 3)).toBe("3 windows need at least 4 rows, and there are 3.");
    expect(of([7, 7, 7, 7, 7], 2)).toBe(
      "All rows have the same time: there is no earlier one to learn from."
    );
    expect(of([1, 2, 2, 2, 2, 2], 2)).toMatch(/^Too many rows share a moment/);
    expect(of([1, 1, 1, 1, 2, 3], 3)).toMatch(/^Too many rows share a moment/);
    expect(of([1, 2, NaN], 2)).toMatch(/no time/);
    expect(of([1, 2, 3, 4, 5, 6], 2, [9, 9, 9, 9, 9, 9])).toMatch(
      /^No row's outcome was known when window 1 of 2/
    );
    for (const windows of [1, 0, 1.5, NaN]) expect(of([1, 2, 3], windows)).toMatch(/whole number from 2/);
  });
});

describe("rolling origins", () => {
  it("learn only from cutoffs whose window is closed, however they are ordered", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({min: 0, max: 400}), {minLength: 1, maxLength: 9}),
        fc.integer({min: 1, max: 200}),
        (cutoffs, horizon) => {
          const result = rollingOrigins(cutoffs, horizon);
          const closed = (early: number, test: number) => early + horizon <= test;
          const testable = cutoffs.filter((test) => cutoffs.some((early) => closed(early, test)));
          expect(result.ok).toBe(testable.length > 0);
          if (!result.ok) return;
          expect(result.value.map(({test}) => cutoffs[test])).toEqual(testable.sort((a, b) => a - b));
          for (const {test, train} of result.value)
            expect(train.map((early) => cutoffs[early])).toEqual(
              cutoffs.filter((early) => closed(early, cutoffs[test])).sort((a, b) => a - b)
            );
        }
      )
    );
  });

  it("refuse what cannot roll, with a sentence", () => {
    expect(messageOf(rollingOrigins([], 30))).toMatch(/^No cutoff lies a whole horizon after another/);
    expect(messageOf(rollingOrigins([0, 20], 30))).toMatch(/shorten the horizon/);
    expect(messageOf(rollingOrigins([0, 0], 30))).toBe("A cutoff stands there twice.");
    expect(messageOf(rollingOrigins([0, NaN], 30))).toBe("Every cutoff must be a moment in time.");
    for (const horizon of [0, -1, NaN, Infinity])
      expect(messageOf(rollingOrigins([0, 90], horizon))).toMatch(/must be above 0/);
  });
});
