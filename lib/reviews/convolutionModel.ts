import {sigmoid} from "../stats/sigmoid.js";
import {logLossTerm} from "../metrics/logLoss.js";
import {shuffle} from "../random/shuffle.js";
import {randomStream} from "../random/streams.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import {classWeights} from "./classWeights.js";
import type {Convolution, Pooled, WordBatch} from "./convolutionNetwork.js";
import {convolutionSlopes, marginsOf, poolWords} from "./convolutionNetwork.js";
import {copyOf, newConvolution, zerosLike} from "./convolutionStart.js";
import type {LabelledTexts, StopRows} from "./heldBack.js";
import {heldBack} from "./heldBack.js";
import type {TextProgress} from "./part.js";
import type {SubwordOptions} from "./subwordFeatures.js";
import type {WordTable} from "./wordVectors.js";
import {adagrad, partsOfTexts, pushParts, wordBatch} from "./wordVectors.js";

/** A convolution over the means of hashed parts of words. */
export interface ConvolutionModel extends SubwordOptions, Convolution, WordTable {
  /** Mean log loss after each epoch; the model is that of the least validation loss. */
  curve: {train: number[]; validation: number[]};
  bestEpoch: number;
  rows: StopRows;
}

/** The defaults are in `convolutionDefaults`. */
export interface ConvolutionOptions extends Partial<typeof convolutionDefaults> {
  seed: number;
}

export const convolutionDefaults = {
  ...{buckets: 16_384, shortest: 3, longest: 5, dimensions: 8, width: 3, filters: 32},
  ...{epochs: 6, patience: 1, learningRate: 0.1, batch: 32, validationShare: 0.1, balanced: false}
};

/** Finds the largest answers of a batch: in this thread, or on a GPU, which takes a while. */
export type PoolOf = (model: Convolution, batch: WordBatch) => Pooled | Promise<Pooled>;

/**
 * Learns to tell low scores from high ones with one convolution over the vectors of words (Kim 2014), each the mean of
 * the embeddings of its hashed parts, by AdaGrad in small batches (Duchi, Hazan and Singer 2011). The latest reviews are
 * held back to stop early. The same reviews and seed give the same model, whatever their order. Gives way after each
 * batch, with a promise to wait for where a device finds the largest answers.
 * @example finish(fitConvolution({texts, labels, times}, {seed: 1})).value.filters => 32
 */
export function* fitConvolution(
  reviews: LabelledTexts,
  options: ConvolutionOptions,
  poolOf: PoolOf = poolWords
): Generator<TextProgress, Result<ConvolutionModel>, unknown> {
  const chosen = {...convolutionDefaults, ...options};
  const {epochs, patience, seed, learningRate} = chosen;
  const {texts, labels} = reviews;
  const parted = heldBack(reviews, chosen.validationShare);
  if (!parted.ok) return parted;
  const {train, validation} = parted.value;
  const parts = partsOfTexts(texts, chosen);
  const partsAt = (rows: ArrayLike<number>) => Array.from(rows, (row) => parts[row]);

  const model = newConvolution(chosen, randomStream("reviews.convolution", seed));
  const sums = zerosLike(model);
  const trainLabels = Uint8Array.from(train, (row) => labels[row]);
  const weights = classWeights(trainLabels, chosen.balanced);
  const order = Uint32Array.from(train, (_, place) => place);
  const curve: ConvolutionModel["curve"] = {train: [], validation: []};
  let best = copyOf(model);
  let bestEpoch = 0;
  for (let epoch = 1; epoch <= epochs && epoch - bestEpoch <= patience; epoch++) {
    shuffle(order, randomStream("reviews.convolution.order", seed, epoch));
    let loss = 0;
    for (let from = 0; from < order.length; from += chosen.batch) {
      const places = order.subarray(from, from + chosen.batch);
      const words = partsAt(places.map((place) => train[place]));
      const batch = wordBatch(model, words);
      const progress = {share: (epoch - 1 + from / order.length) / epochs, doing: `epoch ${epoch}`};
      const made = poolOf(model, batch);
      const waited = yield made instanceof Promise ? {...progress, wait: made} : progress;
      const pooled = made instanceof Promise ? (waited as Pooled) : made;
      const pushes = marginsOf(model, pooled).map((margin, i) => {
        const p = sigmoid(margin);
        loss += logLossTerm(trainLabels[places[i]], p);
        return (weights[places[i]] * (p - trainLabels[places[i]])) / places.length;
      });
      const slopes = convolutionSlopes(model, batch, pooled, pushes);
      for (const name of ["kernel", "offsets", "output", "bias"] as const)
        adagrad(model[name], sums[name], slopes[name], learningRate);
      pushParts(model, sums.embeddings, {parts: words, slopes: slopes.vectors, rate: learningRate});
    }
    curve.train.push(loss / order.length);
    const margins = marginsAt(model, partsAt(validation));
    let held = 0;
    for (const [i, margin] of margins.entries()) held += logLossTerm(labels[validation[i]], sigmoid(margin));
    curve.validation.push(held / validation.length);
    if (epoch > 1 && !(curve.validation[epoch - 1] < curve.validation[bestEpoch - 1])) continue;
    bestEpoch = epoch;
    best = copyOf(model);
  }
  const rows = {train: train.length, validation: validation.length};
  return ok({...best, curve, bestEpoch, rows});
}

/** Text by text, so that one long text does not need room for all. */
function marginsAt(model: Convolution & WordTable, texts: readonly (readonly Uint32Array[])[]): Float64Array {
  return Float64Array.from(
    texts,
    (words) => marginsOf(model, poolWords(model, wordBatch(model, [words])))[0]
  );
}

/** Probability of a low score for each text. @example convolutionProbabilities(model, ["não recebi"])[0] => 0.98 */
export const convolutionProbabilities = (model: ConvolutionModel, texts: readonly string[]): Float64Array =>
  marginsAt(model, partsOfTexts(texts, model)).map(sigmoid);
