import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {asofSeries, latestAsof} from "../../../lib/pipeline/question.js";
import {splitsOf} from "../../../lib/pipeline/splits.js";
import {standardOf, standardised, unstandardised} from "../../../lib/learn/standard.js";

describe("the day that a label is asked at", () => {
  it("is as late as the label allows", () => {
    expect(latestAsof("forward", 180, "2018-08-30T00:00:00")).toBe("2018-03-01");
    expect(latestAsof("forward", 28, "2018-03-01T00:00:00")).toBe("2018-02-01");
    expect(latestAsof("rule", 180, "2018-08-30T00:00:00")).toBe("2018-08-30");
    expect(latestAsof("recency", 180, "2018-08-30T00:00:00")).toBe("2018-08-30");
  });

  it("leaves a whole horizon before the end of the data, and no whole month more", () => {
    fc.assert(
      fc.property(
        fc.date({min: new Date("2017-01-01"), max: new Date("2019-12-31"), noInvalidDate: true}),
        fc.integer({min: 7, max: 365}),
        (end, horizon) => {
          const asof = new Date(latestAsof("forward", horizon, end.toISOString()));
          const last = Date.parse(end.toISOString().slice(0, 10));
          const slack = (last - asof.getTime()) / 86_400_000 - horizon;
          return slack >= 0 && slack <= 31 && asof.getUTCDate() === 1;
        }
      )
    );
  });

  it("comes in series that leave a horizon of history before the first", () => {
    expect(asofSeries({start: "2017-01-01", end: "2018-08-30", horizon: 180, step: 3})).toEqual([
      "2017-09-01",
      "2017-12-01",
      "2018-03-01"
    ]);
    expect(asofSeries({start: "2018-08-01", end: "2018-08-30", horizon: 180, step: 1})).toEqual([]);
  });
});

describe("standardising", () => {
  const values = [
    Float32Array.of(1, 3, NaN, 99),
    Float32Array.of(7, 7, 7, 7),
    Float32Array.of(NaN, NaN, NaN, 5)
  ];
  const train = Uint32Array.of(0, 1, 2);

  it("learns median, mean and deviation from the training rows alone, gaps filled", () => {
    const {median, mean, deviation} = standardOf(values, train);
    expect([...median]).toEqual([2, 7, 0]);
    expect([...mean]).toEqual([2, 7, 0]);
    expect(deviation[0]).toBeCloseTo(Math.sqrt(2 / 3), 12);
    expect([...deviation.slice(1)]).toEqual([1, 1]);
  });

  it("goes there and back again", () => {
    const standard = standardOf(values, train);
    const scores = standardised(values, Uint32Array.of(0, 1), standard);
    const back = unstandardised(scores, standard);
    expect(back[0][0]).toBeCloseTo(1, 6);
    expect(back[0][1]).toBeCloseTo(3, 6);
    expect([...back[1]]).toEqual([7, 7]);
  });
});

describe("the splits of a choice", () => {
  const labels = Uint8Array.from({length: 60}, (_, i) => Number(i % 6 === 0));
  const times = Float64Array.from({length: 60}, (_, i) => i);
  const split = (validation: "holdout" | "folds" | "windows", some = labels) =>
    splitsOf({labels: some, times}, {validation, held: 0.25, seed: 1});

  it("judge each row at most once, by a model that has not seen it", () => {
    for (const [validation, count, judged] of [
      ["holdout", 1, 15],
      ["folds", 5, 60],
      ["windows", 3, 45]
    ] as const) {
      const splits = split(validation);
      if (!splits.ok) throw new Error(splits.message);
      expect(splits.value.length).toBe(count);
      const tested = splits.value.flatMap(({test}) => [...test]);
      expect(new Set(tested).size).toBe(tested.length);
      expect(tested.length).toBe(judged);
      for (const {train, test} of splits.value)
        expect([...train].some((row) => test.includes(row))).toBe(false);
    }
  });

  it("of time learn from what came before", () => {
    const splits = split("windows");
    if (!splits.ok) throw new Error(splits.message);
    for (const {train, test} of splits.value) expect(Math.max(...train)).toBeLessThan(Math.min(...test));
  });

  it("say in a sentence where a class is missing", () => {
    expect(split("folds", new Uint8Array(60))).toMatchObject({ok: false, code: "one-class"});
    const late = Uint8Array.from({length: 60}, (_, i) => Number(i > 50));
    expect(split("windows", late)).toMatchObject({ok: false, code: "one-class"});
  });
});
