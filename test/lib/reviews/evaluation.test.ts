import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {shuffle} from "../../../lib/random/shuffle.js";
import {randomSource} from "../../../lib/random/source.js";
import {compareReviewModels} from "../../../lib/reviews/compareReviewModels.js";
import {findDuplicates} from "../../../lib/reviews/duplicates.js";
import {judgeReviews} from "../../../lib/reviews/judgeReviews.js";
import {keyness} from "../../../lib/reviews/keyness.js";
import {logOdds} from "../../../lib/reviews/logOdds.js";
import {lowScores} from "../../../lib/reviews/lowScores.js";
import {macroF1} from "../../../lib/reviews/macroF1.js";
import {mismatches} from "../../../lib/reviews/mismatches.js";
import {outOfFold} from "../../../lib/reviews/outOfFold.js";
import {splitReviews} from "../../../lib/reviews/splitReviews.js";
import {fitSubwordModel, subwordProbabilities} from "../../../lib/reviews/subwordModel.js";
import {forward, step} from "../../../lib/reviews/subwordNetwork.js";
import {madeUpReviews, value} from "./support.js";

it("a score of 3 is neither low nor high", () => {
  const {rows, labels} = lowScores([1, 2, 3, 4, 5]);
  expect([[...rows], [...labels]]).toEqual([
    [0, 1, 3, 4],
    [1, 1, 0, 0]
  ]);
});

describe("duplicates and splits", () => {
  const texts = ["bom", "ruim", "bom", "caro", "bom", "ok", "ruim", "sim", "lixo", "top"];
  const times = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const found = findDuplicates(texts);
  const split = (by: "time" | "random", duplicates: "keep" | "first" | "oneSide") =>
    value(splitReviews(times, found.groupOf, {by, duplicates, testShare: 0.4, seed: 2}));

  it("are counted", () => {
    expect(found).toMatchObject({groups: 7, repeatedTexts: 2, repeatedRows: 5, copies: 3});
    expect(findDuplicates([])).toMatchObject({groups: 0, repeatedTexts: 0, repeatedRows: 0, copies: 0});
  });

  it("by time test on the latest, without the texts learnt from where they are kept on one side", () => {
    expect([...split("time", "keep").test]).toEqual([6, 7, 8, 9]);
    expect(split("time", "oneSide")).toMatchObject({
      ...{leftOut: 1, test: Uint32Array.of(7, 8, 9)},
      copied: Uint32Array.of(6)
    });
    expect(split("time", "keep").copied).toHaveLength(0);
    const first = split("time", "first");
    expect([[...first.train], [...first.test], first.leftOut]).toEqual([[0, 1, 3, 5], [7, 8, 9], 3]);
  });

  it("by time put what has no time first, and lose nothing", () => {
    const dates = times.map((time, i) => (i === 8 ? NaN : time));
    const {train, test, leftOut} = value(
      splitReviews(dates, found.groupOf, {by: "time", duplicates: "keep", testShare: 0.4, seed: 2})
    );
    expect([...train, ...test].sort((a, b) => a - b)).toEqual([...texts.keys()]);
    expect([train.includes(8), leftOut]).toEqual([true, 0]);
  });

  it("at random keep copies together, whatever the seed", () => {
    for (let seed = 0; seed < 10; seed++) {
      const {train, test, leftOut} = value(
        splitReviews(times, found.groupOf, {by: "random", duplicates: "oneSide", testShare: 0.4, seed})
      );
      const learnt = new Set(Array.from(train, (row) => texts[row]));
      expect(Array.from(test, (row) => texts[row]).some((text) => learnt.has(text))).toBe(false);
      expect(train.length + test.length + leftOut).toBe(10);
    }
    expect(split("random", "keep").test).toHaveLength(4);
  });

  it("say in a sentence what cannot be split", () => {
    const options = {by: "time", duplicates: "keep", seed: 1} as const;
    expect(splitReviews([], new Uint32Array(), options)).toMatchObject({ok: false, code: "few-texts"});
    expect(splitReviews(times, found.groupOf, {...options, testShare: 1})).toMatchObject({code: "share"});
  });
});

describe("the subword network", () => {
  const {texts, labels, times} = madeUpReviews(700, 6);
  const options = {seed: 1, buckets: 4096, dimensions: 6, learningRate: 0.3, epochs: 8};
  const model = value(finish(fitSubwordModel(texts, labels, times, options)));

  it("tells low scores from high ones on reviews that it has not seen, misspelt too", () => {
    const others = madeUpReviews(400, 7);
    expect(rocAuc(others.labels, subwordProbabilities(model, others.texts))).toBeGreaterThan(0.85);
    const [bad, good] = subwordProbabilities(model, ["pessimmo pesimoo", "perfeitoo adoreii"]);
    expect(bad).toBeGreaterThan(good);
  });

  it("steps down the slope of the log loss", () => {
    const network = {
      dimensions: 2,
      embeddings: Float32Array.of(0.5, -0.25, 0.1, 0.2),
      output: Float32Array.of(1, 2),
      bias: 0.5
    };
    const features = Uint32Array.of(0, 1);
    const hidden = new Float64Array(2);
    const loss = (changed: typeof network) => Math.log1p(Math.exp(-forward(changed, features, hidden)));
    const slope = (loss({...network, bias: 0.5 + 1e-5}) - loss({...network, bias: 0.5 - 1e-5})) / 2e-5;
    const slopeAt = (place: number) => {
      const at = (by: number) =>
        loss({...network, embeddings: network.embeddings.map((x, i) => (i === place ? x + by : x))});
      return (at(1e-2) - at(-1e-2)) / 2e-2;
    };
    const wanted = network.embeddings.map((x, place) => x - 0.1 * slopeAt(place));
    const stepped = {...network, embeddings: network.embeddings.slice(), output: network.output.slice()};
    step(stepped, features, 1, 0.1, hidden);
    expect(stepped.bias).toBeCloseTo(0.5 - 0.1 * slope, 7);
    wanted.forEach((x, place) => expect(stepped.embeddings[place]).toBeCloseTo(x, 5));
  });

  it("is the same for the same seed, whatever the order of the reviews, and stops at its best epoch", () => {
    const order = shuffle(
      Uint32Array.from(texts, (_, row) => row),
      randomSource(8)
    );
    const pick = <T>(list: ArrayLike<T>) => Array.from(order, (row) => list[row]);
    const again = value(
      finish(fitSubwordModel(pick(texts), Uint8Array.from(pick(labels)), pick(times), options))
    );
    expect(again).toEqual(model);
    expect(model.curve.validation[model.bestEpoch - 1]).toBe(Math.min(...model.curve.validation));
    expect(model.rows).toEqual({train: 630, validation: 70});
  });

  it("says in a sentence what it cannot learn from", () => {
    const fitted = (own: string[], ownLabels: number[], more = {}) =>
      finish(
        fitSubwordModel(
          own,
          Uint8Array.from(ownLabels),
          own.map((_, i) => i),
          {...options, ...more}
        )
      );
    expect(fitted([], [])).toMatchObject({ok: false, code: "no-texts"});
    expect(fitted(["a", "b", "c"], [0, 0, 0])).toMatchObject({ok: false, code: "one-class"});
    expect(fitted(["a", "b"], [0, 1], {validationShare: 0})).toMatchObject({ok: false, code: "validation"});
    expect(
      [...subwordProbabilities(value(fitted(["", "", ""], [0, 1, 1])), [""])].every(Number.isFinite)
    ).toBe(true);
  });
});

describe("judging", () => {
  it("takes the mean F1 of both classes", () => {
    // Low: 1 right, 1 missed, 1 called wrongly, F1 1/2; high: 2 right, F1 2/3.
    expect(macroF1([1, 1, 0, 0, 0], [0.9, 0.1, 0.8, 0.2, 0.3], 0.5)).toBeCloseTo((1 / 2 + 2 / 3) / 2, 12);
    expect(macroF1([0, 0], [0, 0], 0.5)).toBeNull();
    expect(macroF1([], [], 0.5)).toBeNull();
  });

  it("gives the project's metrics, and null where rows cannot tell", () => {
    const judged = finish(
      judgeReviews([0, 1, 1], [0.2, 0.7, 0.4], {seed: 1, trainLabels: [0, 1], resamples: 20})
    );
    expect(judged.scorecard.metrics.rocAuc.value).toBe(1);
    const none = finish(judgeReviews([], [], {seed: 1, trainLabels: [], resamples: 5}));
    expect([none.scorecard.metrics.rocAuc.value, none.macroF1, none.calibration]).toEqual([null, null, []]);
  });

  it("compares the models on the same test reviews", () => {
    const reviews = madeUpReviews(500, 9);
    const split = value(
      splitReviews(reviews.times, findDuplicates(reviews.texts).groupOf, {
        by: "time",
        duplicates: "keep",
        seed: 1
      })
    );
    const work = compareReviewModels(reviews, split, {
      seed: 1,
      resamples: 20,
      subwords: {buckets: 2048, dimensions: 4, learningRate: 0.5},
      convolution: {buckets: 2048, dimensions: 4}
    });
    const shares: number[] = [];
    let done = work.next();
    for (; !done.done; done = work.next()) shares.push(done.value.share);
    const {models} = value(done.value);
    expect(models.map(({name}) => name)).toEqual(["lexicon", "words", "subwords", "convolution"]);
    for (const {probabilities, scorecard} of models) {
      expect(probabilities).toHaveLength(split.test.length);
      expect(scorecard.metrics.rocAuc.value).toBeGreaterThan(0.8);
    }
    expect(shares.every((share, i) => share >= 0 && share <= 1 && (i === 0 || share >= shares[i - 1]))).toBe(
      true
    );
    const single = {...reviews, labels: new Uint8Array(500)};
    expect(finish(compareReviewModels(single, split, {seed: 1}))).toMatchObject({
      ok: false,
      code: "one-class"
    });
  });
});

describe("log-odds with a prior", () => {
  it("are those of the formula", () => {
    // ln((10 + 1) / (100 + 10 - 11)) - ln((2 + 1) / (200 + 10 - 3)) and sqrt(1 / 11 + 1 / 3), by hand.
    const {
      logOdds: ratio,
      standardError,
      z
    } = logOdds({low: 10, high: 2, lowTotal: 100, highTotal: 200}, 1, 10) ?? {};
    expect(ratio).toBeCloseTo(Math.log(1 / 9) - Math.log(1 / 69), 12);
    expect(standardError).toBeCloseTo(0.651338947, 8);
    expect(z).toBeCloseTo(2.036881927 / 0.651338947, 7);
    expect(logOdds({low: 5, high: 5, lowTotal: 5, highTotal: 5}, 3, 3)).toBeNull();
  });

  it("turn their sign where the sides are exchanged", () => {
    const count = fc.integer({min: 0, max: 50});
    fc.assert(
      fc.property(count, count, count, count, (low, high, moreLow, moreHigh) => {
        const one = logOdds({low, high, lowTotal: low + moreLow, highTotal: high + moreHigh}, 0.5, 10);
        const other = logOdds(
          {low: high, high: low, lowTotal: high + moreHigh, highTotal: low + moreLow},
          0.5,
          10
        );
        expect(one?.logOdds).toBeCloseTo(-(other?.logOdds ?? NaN), 12);
        expect(one?.z).toBeCloseTo(-(other?.z ?? NaN), 12);
      }),
      {numRuns: 50}
    );
  });

  it("list the words of each side, and the other way round with the labels", () => {
    const {texts, labels} = madeUpReviews(300, 10);
    const documents = texts.map((text) => text.split(" "));
    const {low, high} = value(keyness(documents, labels, {count: 5}));
    expect(low.map(({term}) => term)).toContain("não");
    expect(high.every(({z, interval}) => z < 0 && interval.low < interval.high)).toBe(true);
    const turned = value(
      keyness(
        documents,
        labels.map((label) => 1 - label),
        {count: 5}
      )
    );
    expect(turned.high.map(({term}) => term)).toEqual(low.map(({term}) => term));
    turned.high.forEach(({z}, i) => expect(z).toBeCloseTo(-low[i].z, 12));
    expect(keyness([], new Uint8Array())).toMatchObject({ok: false, code: "no-texts"});
    expect(keyness([["a"]], Uint8Array.of(1))).toMatchObject({ok: false, code: "one-class"});
    expect(value(keyness([[], []], Uint8Array.of(0, 1)))).toEqual({low: [], high: []});
  });
});

describe("reviews that contradict their stars", () => {
  it("are those that are sure of the opposite, the surest first", () => {
    const found = mismatches([5, 1, 3, 4, 2], [0.99, 0.02, 0.99, 0.5, 0.97]);
    expect(found.map(({row, says}) => [row, says])).toEqual([
      [0, "low"],
      [1, "high"]
    ]);
    expect(mismatches([5, 1], [0.99, 0.01], {polarities: [0.4, 0.4]}).map(({row}) => row)).toEqual([1]);
    expect(mismatches([], [])).toEqual([]);
  });

  it("are found by models that have not seen their text", () => {
    const {texts, labels} = madeUpReviews(400, 11);
    const odd = Uint8Array.from(labels, (label, row) => (row === 7 ? 1 - label : label));
    const probabilities = value(finish(outOfFold(texts, odd, {seed: 1})));
    expect(probabilities.every((p) => p > 0 && p < 1)).toBe(true);
    expect(value(finish(outOfFold(texts, odd, {seed: 1})))).toEqual(probabilities);
    expect(finish(outOfFold(texts, odd, {seed: 1, folds: 1}))).toMatchObject({ok: false, code: "folds"});
    expect(finish(outOfFold([], new Uint8Array(), {seed: 1}))).toMatchObject({ok: false, code: "no-texts"});
  });
});
