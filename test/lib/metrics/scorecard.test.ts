import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {averagePrecision} from "../../../lib/metrics/averagePrecision.js";
import {brier} from "../../../lib/metrics/brier.js";
import {confusion} from "../../../lib/metrics/confusion.js";
import {drawCounts} from "../../../lib/random/drawCounts.js";
import {logLoss, logLossTerm} from "../../../lib/metrics/logLoss.js";
import {majorityBaseline} from "../../../lib/metrics/majorityBaseline.js";
import type {Measures} from "../../../lib/metrics/measure.js";
import {measure, metricNames, named, topRows} from "../../../lib/metrics/measure.js";
import {percentileInterval} from "../../../lib/metrics/percentileInterval.js";
import {rankRows, tieEnds} from "../../../lib/metrics/rankRows.js";
import {resampledMeasures} from "../../../lib/metrics/resampledMeasures.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {scorecard} from "../../../lib/metrics/scorecard.js";
import {randomSource} from "../../../lib/random/source.js";
import {formula, labelled} from "./support.js";

const cuts = {threshold: 0.5, top: 0.25};
const measured = (labels: number[], probabilities: number[]) =>
  named(measure(rankRows(labels, probabilities), cuts));

/** Every metric by its own function; the lift by counting the winners of all orders of the tied rows. */
function oneByOne(labels: number[], probabilities: number[]): Measures {
  const {accuracy, balancedAccuracy, precision, recall, f1} = confusion(
    labels,
    probabilities,
    cuts.threshold
  );
  const wanted = topRows(labels.length, cuts.top);
  const least = [...probabilities].sort((a, b) => b - a)[wanted - 1];
  const above = labels.filter((_, row) => probabilities[row] > least);
  const tied = labels.filter((_, row) => probabilities[row] === least);
  const total = (these: number[]) => these.reduce((sum, label) => sum + label, 0);
  const caught = total(above) + (total(tied) * (wanted - above.length)) / tied.length;
  return {
    ...{accuracy, balancedAccuracy, precision, recall, f1},
    rocAuc: rocAuc(labels, probabilities),
    averagePrecision: averagePrecision(labels, probabilities),
    brier: brier(labels, probabilities),
    logLoss: logLoss(labels, probabilities),
    lift: total(labels) ? (caught * labels.length) / (wanted * total(labels)) : null
  };
}

function expectSame(actual: Measures, expected: Measures) {
  for (const name of metricNames) {
    if (expected[name] === null) expect(actual[name], name).toBeNull();
    else expect(actual[name], name).toBeCloseTo(expected[name], 11);
  }
}

describe("all metrics in one pass", () => {
  it("are what each metric's own function gives", () => {
    fc.assert(
      fc.property(labelled(), (data) => {
        const [labels, p] = [data.map(([y]) => y), data.map(([, d]) => d)];
        expectSame(measured(labels, p), oneByOne(labels, p));
      })
    );
  });

  it("are what they are over rows written out as often as they count", () => {
    fc.assert(
      fc.property(labelled(), fc.integer(), (data, seed) => {
        const [labels, p] = [data.map(([y]) => y), data.map(([, d]) => d)];
        const [drawn] = finish(
          resampledMeasures([rankRows(labels, p)], {
            ...cuts,
            random: randomSource(Math.abs(seed)),
            resamples: 2
          })
        );
        const random = randomSource(Math.abs(seed));
        const counts = new Uint16Array(labels.length);
        for (const resample of [0, 1]) {
          drawCounts(counts, random);
          const rows = [...counts].flatMap((count, row) => Array<number>(count).fill(row));
          expectSame(
            named(drawn.map((values) => values[resample])),
            oneByOne(rows.map((row) => labels[row]), rows.map((row) => p[row])) // prettier-ignore
          );
        }
      })
    );
  });

  it("are scikit-learn 1.2.1's of the two made-up scores", () => {
    const {accuracy, balancedAccuracy, precision, recall, f1, ...rest} = measured(formula.labels, formula.a);
    expect(accuracy).toBeCloseTo(0.54, 12);
    expect(balancedAccuracy).toBeCloseTo(0.5400476539589443, 12);
    expect(precision).toBeCloseTo(0.4527027027027027, 12);
    expect(recall).toBeCloseTo(0.5403225806451613, 12);
    expect(f1).toBeCloseTo(0.49264705882352944, 12);
    expect(rest.rocAuc).toBeCloseTo(0.579797470674487, 12);
    expect(rest.averagePrecision).toBeCloseTo(0.4883596731417674, 12);
    expect(rest.brier).toBeCloseTo(0.293828056072934, 12);
    expect(rest.logLoss).toBeCloseTo(1.0798506030891883, 12);
  });
});

describe("a scorecard", () => {
  const {labels, a} = formula;
  const draw = (seed: number, resamples = 200) =>
    finish(scorecard(labels, a, {trainLabels: labels, random: randomSource(seed), resamples}));

  it("has every value inside its interval and the baseline beside it", () => {
    const card = draw(1);
    expect(card).toMatchObject({rows: 300, positives: 124, threshold: 0.5, top: 0.1});
    for (const name of metricNames) {
      const {value, interval} = card.metrics[name];
      expect(interval!.low, name).toBeLessThan(value!);
      expect(interval!.high, name).toBeGreaterThan(value!);
    }
    expect(card.baseline).toEqual(majorityBaseline(labels, labels));
  });

  it("has intervals as wide as the closed form of a share, to a tenth", () => {
    const {value, interval} = draw(2, 2000).metrics.accuracy;
    const half = 1.959964 * Math.sqrt((value! * (1 - value!)) / 300);
    expect((interval!.high - interval!.low) / (2 * half)).toBeGreaterThan(0.9);
    expect((interval!.high - interval!.low) / (2 * half)).toBeLessThan(1.1);
  });

  it("is the same for the same seed and another for another", () => {
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });

  it("gives way with the share done", () => {
    const shares = [...scorecard(labels, a, {trainLabels: labels, random: randomSource(1), resamples: 4000})];
    expect(shares.length).toBeGreaterThan(3);
    for (const {share} of shares) expect(share).toBeLessThan(1);
  });

  it("leaves open what one class, or no rows, cannot tell", () => {
    const random = randomSource(1);
    const one = finish(scorecard([0, 0, 0], [0, 0.5, 1], {trainLabels: [0], random, resamples: 9}));
    for (const name of ["balancedAccuracy", "recall", "rocAuc", "averagePrecision", "lift"] as const)
      expect(one.metrics[name], name).toEqual({value: null, interval: null});
    expect(one.metrics.accuracy.value).toBeCloseTo(1 / 3, 12);
    expect(one.metrics.logLoss.value).toBeLessThan(40);
    const none = finish(scorecard([], [], {trainLabels: [], random}));
    for (const name of metricNames) expect(none.metrics[name]).toEqual({value: null, interval: null});
    expect(new Set(Object.values(none.baseline))).toEqual(new Set([null]));
  });

  it("refuses what is no probability", () => {
    expect(() => rankRows([0, 1], [0.1, NaN])).toThrow("no probability: NaN");
    expect(() => rankRows([0, 1], [0.1, 1.2])).toThrow(RangeError);
    expect(() => rankRows([0, 1], [0.1])).toThrow("as many labels as probabilities: 2, 1");
  });
});

describe("the majority baseline", () => {
  it("is the training rows' majority at their share", () => {
    const test = [0, 0, 0, 1, 0];
    expectSame(majorityBaseline([0, 0, 0, 1], test), {
      accuracy: 0.8,
      balancedAccuracy: 0.5,
      precision: null,
      recall: 0,
      f1: 0,
      rocAuc: 0.5,
      averagePrecision: 0.2,
      brier: (4 * 0.25 ** 2 + 0.75 ** 2) / 5,
      logLoss: -(4 * Math.log(0.75) + Math.log(0.25)) / 5,
      lift: 1
    });
    expect(majorityBaseline([0, 1, 1], test)).toMatchObject({accuracy: 0.2, precision: 0.2, recall: 1});
    expect(majorityBaseline([0, 1], test)).toMatchObject({accuracy: 0.8, recall: 0});
  });

  it("is null, not .5, where the test rows are of one class", () => {
    expect(majorityBaseline([0, 1], [0, 0])).toMatchObject({
      ...{accuracy: 1, balancedAccuracy: null, rocAuc: null, averagePrecision: null, lift: null},
      brier: 0.25
    });
  });
});

it("the examples of the documentation hold", () => {
  expect([...rankRows([0, 1, 1], [0.2, 0.2, 0.7]).ends]).toEqual([1, 3]);
  expect([...tieEnds([0.7, 0.2, 0.2])]).toEqual([1, 3]);
  expect(measure(rankRows([0, 1], [0.2, 0.7]), {threshold: 0.5, top: 0.5})[0]).toBe(1);
  expect(topRows(250, 0.01)).toBe(2);
  expect(logLossTerm(1, 0.5)).toBe(0.6931471805599453);
  expect(topRows(100, 0.29)).toBe(29);
  expect(named([NaN, 0.5]).balancedAccuracy).toBe(0.5);
  expect(percentileInterval([4, NaN, 1, 2, 3], 0.5)).toEqual({low: 1.75, high: 3.25});
  expect(majorityBaseline([0, 0, 0, 1], [0, 0, 1, 0]).accuracy).toBe(0.75);
  const counts = new Uint16Array(50);
  drawCounts(counts, randomSource(1));
  expect(counts.reduce((sum, count) => sum + count)).toBe(50);
  const card = finish(
    scorecard([0, 1], [0.2, 0.7], {trainLabels: [0, 0, 1], random: randomSource(1), resamples: 5})
  );
  expect(card.metrics.rocAuc.value).toBe(1);
});
