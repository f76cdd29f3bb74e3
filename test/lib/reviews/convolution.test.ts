import {describe, expect, it} from "vitest";
import {drivenWaiting} from "../../../lib/drivenWaiting.js";
import {finish} from "../../../lib/learn/finish.js";
import {sigmoid} from "../../../lib/stats/sigmoid.js";
import {logLossTerm} from "../../../lib/metrics/logLoss.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {shuffle} from "../../../lib/random/shuffle.js";
import {randomSource} from "../../../lib/random/source.js";
import {convolutionProbabilities, fitConvolution} from "../../../lib/reviews/convolutionModel.js";
import type {Convolution, WordBatch} from "../../../lib/reviews/convolutionNetwork.js";
import {convolutionSlopes, marginsOf, poolWords} from "../../../lib/reviews/convolutionNetwork.js";
import {newConvolution} from "../../../lib/reviews/convolutionStart.js";
import {pushParts, wordBatch} from "../../../lib/reviews/wordVectors.js";
import {madeUpReviews, value} from "./support.js";

const sizes = {buckets: 1, shortest: 3, longest: 3, dimensions: 2, width: 3, filters: 4};
const random = randomSource(5);
const model: Convolution = newConvolution(sizes, random);
const batch: WordBatch = {
  starts: Uint32Array.of(0, 3, 3, 4),
  vectors: Float32Array.from({length: 8}, () => 2 * random() - 1)
};
const labels = [1, 0, 1];

describe("the convolution", () => {
  it("takes the largest answer of each filter to a word and its neighbours, and none from another text", () => {
    const {largest, places} = poolWords(model, batch);
    const answer = (word: number, [first, end]: [number, number], f: number) => {
      let sum = model.offsets[f];
      for (const k of [0, 1, 2])
        for (const d of [0, 1]) {
          const at = word + k - 1;
          if (at >= first && at < end) sum += batch.vectors[2 * at + d] * model.kernel[(2 * k + d) * 4 + f];
        }
      return sum;
    };
    for (const f of [0, 1, 2, 3]) {
      const answers = [0, 1, 2].map((word) => answer(word, [0, 3], f));
      expect(largest[f]).toBeCloseTo(Math.max(0, ...answers), 6);
      if (places[f] >= 0) expect(answers[places[f]]).toBeCloseTo(largest[f], 6);
      expect([largest[4 + f], places[4 + f]]).toEqual([0, -1]);
      expect(largest[8 + f]).toBeCloseTo(Math.max(0, answer(3, [3, 4], f)), 6);
    }
    expect(marginsOf(model, {largest, places})[1]).toBe(model.bias[0]);
  });

  it("steps by the slopes of the log loss", () => {
    const loss = (changed: Convolution, vectors = batch.vectors) => {
      const margins = marginsOf(changed, poolWords(changed, {...batch, vectors}));
      return margins.reduce((sum, margin, i) => sum + logLossTerm(labels[i], sigmoid(margin)), 0);
    };
    const pooled = poolWords(model, batch);
    const pushes = marginsOf(model, pooled).map((margin, i) => sigmoid(margin) - labels[i]);
    const slopes = convolutionSlopes(model, batch, pooled, pushes);
    const moved = (values: Float32Array, place: number, by: number) =>
      values.map((x, i) => (i === place ? x + by : x));
    const size = 1e-3;
    for (const name of ["kernel", "offsets", "output", "bias"] as const)
      for (const place of model[name].keys()) {
        const at = (by: number) => loss({...model, [name]: moved(model[name], place, by)});
        expect(slopes[name][place], `${name} ${place}`).toBeCloseTo((at(size) - at(-size)) / (2 * size), 3);
      }
    for (const place of batch.vectors.keys()) {
      const at = (by: number) => loss(model, moved(batch.vectors, place, by));
      expect(slopes.vectors[place]).toBeCloseTo((at(size) - at(-size)) / (2 * size), 3);
    }
  });

  it("hands the slope of a word's vector on to its parts", () => {
    const table = {dimensions: 1, embeddings: Float32Array.of(1, 3, 5)};
    const parts = [[Uint32Array.of(0, 1)]];
    expect([...wordBatch(table, parts).vectors]).toEqual([2]);
    pushParts(table, new Float32Array(3), {parts, slopes: Float32Array.of(4), rate: 0.5});
    expect([...table.embeddings]).toEqual([0.5, 2.5, 5]);
  });
});

describe("the network with a convolution", () => {
  const reviews = madeUpReviews(700, 6);
  const options = {seed: 1, buckets: 2048, dimensions: 6, epochs: 4};
  const fitted = value(finish(fitConvolution(reviews, options)));

  it("tells low scores from high ones on reviews that it has not seen, and stops at its best epoch", () => {
    const others = madeUpReviews(400, 7);
    expect(rocAuc(others.labels, convolutionProbabilities(fitted, others.texts))).toBeGreaterThan(0.85);
    expect(fitted.curve.validation[fitted.bestEpoch - 1]).toBe(Math.min(...fitted.curve.validation));
    expect(fitted.curve.validation.length).toBeLessThanOrEqual(fitted.bestEpoch + 1);
    expect(fitted.rows).toEqual({train: 630, validation: 70});
  });

  it("is the same for the same seed, whatever the order of the reviews, and whether a device is waited for", async () => {
    const order = shuffle(
      Uint32Array.from(reviews.texts, (_, row) => row),
      randomSource(8)
    );
    const pick = <T>(list: ArrayLike<T>) => Array.from(order, (row) => list[row]);
    const shuffled = {
      texts: pick(reviews.texts),
      labels: Uint8Array.from(pick(reviews.labels)),
      times: pick(reviews.times)
    };
    expect(value(finish(fitConvolution(shuffled, options)))).toEqual(fitted);
    const shares: number[] = [];
    const waiting = fitConvolution(reviews, options, (...given) => Promise.resolve(poolWords(...given)));
    const waited = await drivenWaiting(waiting, ({share}) => shares.push(share));
    expect(value(waited)).toEqual(fitted);
    expect(value(finish(fitConvolution(reviews, {...options, seed: 2}))).bias).not.toEqual(fitted.bias);
  });

  it("says in a sentence what it cannot learn from, and reads a text without words", () => {
    const few = (texts: string[], own: number[]) =>
      finish(fitConvolution({texts, labels: Uint8Array.from(own), times: texts.map((_, i) => i)}, options));
    expect(few([], [])).toMatchObject({ok: false, code: "no-texts"});
    expect(few(["a", "b", "c"], [0, 0, 0])).toMatchObject({ok: false, code: "one-class"});
    expect(finish(fitConvolution(reviews, {...options, validationShare: 0}))).toMatchObject({
      code: "validation"
    });
    const [empty] = convolutionProbabilities(fitted, [""]);
    expect(empty).toBeCloseTo(sigmoid(fitted.bias[0]), 12);
  });
});
