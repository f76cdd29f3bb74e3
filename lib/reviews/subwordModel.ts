import {sigmoid} from "../stats/sigmoid.js";
import {logLossTerm} from "../metrics/logLoss.js";
import {shuffle} from "../random/shuffle.js";
import {randomStream} from "../random/streams.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import {classWeights} from "./classWeights.js";
import type {StopRows} from "./heldBack.js";
import {heldBack} from "./heldBack.js";
import type {SubwordOptions} from "./subwordFeatures.js";
import {subwordFeatures} from "./subwordFeatures.js";
import type {Network} from "./subwordNetwork.js";
import {forward, step} from "./subwordNetwork.js";
import type {TextProgress} from "./part.js";

/** A neural model of one hidden layer: the mean of the embeddings of a text's parts, then a logistic unit. */
export interface SubwordModel extends SubwordOptions, Network {
  /** Mean log loss after each epoch; the model is that of the least validation loss. */
  curve: {train: number[]; validation: number[]};
  bestEpoch: number;
  rows: StopRows;
}

/** The defaults are in `subwordDefaults`. */
export interface SubwordModelOptions extends Partial<SubwordOptions> {
  seed: number;
  dimensions?: number;
  epochs?: number;
  /** Epochs without a better validation loss after which training ends. */
  patience?: number;
  /** Step size of the first step; it falls in a straight line to 0 at the last epoch. */
  learningRate?: number;
  /** Share of the reviews, the latest, whose loss says when to stop. */
  validationShare?: number;
  balanced?: boolean;
}

export const subwordDefaults = {
  ...{buckets: 65_536, shortest: 3, longest: 5, dimensions: 8, epochs: 10, patience: 2},
  ...{learningRate: 0.1, validationShare: 0.1, balanced: false}
};

const textsBetweenYields = 500;

/**
 * Learns to tell low scores from high ones with a fastText-like network (Joulin, Grave, Bojanowski and Mikolov 2016) by
 * stochastic gradient descent in this thread, without a library. The latest reviews are held back to stop early. The
 * same reviews and seed give the same model, whatever their order. Gives way every few hundred texts.
 * @param labels 1 for a low score, 0 for a high one
 * @param times of each review, in any unit
 * @example finish(fitSubwordModel(texts, labels, times, {seed: 1})).value.bestEpoch => 4
 */
export function* fitSubwordModel(
  texts: readonly string[],
  labels: Uint8Array,
  times: ArrayLike<number>,
  options: SubwordModelOptions
): Generator<TextProgress, Result<SubwordModel>> {
  const chosen = {...subwordDefaults, ...options};
  const {buckets, shortest, longest, dimensions, epochs, patience, seed} = chosen;
  const parted = heldBack({texts, labels, times}, chosen.validationShare);
  if (!parted.ok) return parted;
  const {train, validation} = parted.value;
  const featuresOf = subwordFeatures({buckets, shortest, longest});
  const features: Uint32Array[] = [];
  for (const text of texts) {
    features.push(featuresOf(text));
    if (features.length % textsBetweenYields === 0)
      yield {share: (0.1 * features.length) / texts.length, doing: "reading the texts"};
  }

  const start = randomStream("reviews.subwords", seed);
  const embeddings = Float32Array.from({length: buckets * dimensions}, () => (2 * start() - 1) / dimensions);
  const network = {dimensions, embeddings, output: new Float32Array(dimensions), bias: 0};
  const trainLabels = Uint8Array.from(train, (row) => labels[row]);
  const weights = classWeights(trainLabels, chosen.balanced);
  const places = Uint32Array.from(train, (_, place) => place);
  const hidden = new Float64Array(dimensions);
  const curve: SubwordModel["curve"] = {train: [], validation: []};
  let best = {...network, embeddings: embeddings.slice(), output: network.output.slice()};
  let bestEpoch = 0;
  for (let epoch = 1; epoch <= epochs && epoch - bestEpoch <= patience; epoch++) {
    shuffle(places, randomStream("reviews.order", seed, epoch));
    let loss = 0;
    for (let done = 0; done < places.length; done++) {
      const place = places[done];
      const rate = chosen.learningRate * (1 - (epoch - 1 + done / places.length) / epochs);
      const p = step(network, features[train[place]], trainLabels[place], rate * weights[place], hidden);
      loss += logLossTerm(trainLabels[place], p);
      if (done % textsBetweenYields === 0)
        yield {share: 0.1 + (0.9 * (epoch - 1 + done / places.length)) / epochs, doing: `epoch ${epoch}`};
    }
    curve.train.push(loss / places.length);
    let validationLoss = 0;
    for (const row of validation)
      validationLoss += logLossTerm(labels[row], sigmoid(forward(network, features[row], hidden)));
    curve.validation.push(validationLoss / validation.length);
    if (epoch > 1 && !(curve.validation[epoch - 1] < curve.validation[bestEpoch - 1])) continue;
    bestEpoch = epoch;
    best = {...network, embeddings: embeddings.slice(), output: network.output.slice()};
  }
  const rows = {train: train.length, validation: validation.length};
  return ok({...best, buckets, shortest, longest, curve, bestEpoch, rows});
}

/** Log-odds of a low score for each text. @example subwordMargins(model, [""])[0] => model.bias */
export function subwordMargins(model: SubwordModel, texts: readonly string[]): Float64Array {
  const featuresOf = subwordFeatures(model);
  const hidden = new Float64Array(model.dimensions);
  return Float64Array.from(texts, (text) => forward(model, featuresOf(text), hidden));
}

/** Probability of a low score for each text. @example subwordProbabilities(model, ["não recebi"])[0] => 0.98 */
export const subwordProbabilities = (model: SubwordModel, texts: readonly string[]): Float64Array =>
  subwordMargins(model, texts).map(sigmoid);
