import type {Result} from "../result.js";
import {ok} from "../result.js";
import type {ReviewJudgement} from "./judgeReviews.js";
import {judgeReviews} from "./judgeReviews.js";
import {fitLexiconModel, lexiconProbabilities} from "./lexiconModel.js";
import {part} from "./part.js";
import type {ReviewSplit} from "./splitReviews.js";
import type {SubwordModel, SubwordModelOptions} from "./subwordModel.js";
import {fitSubwordModel, subwordProbabilities} from "./subwordModel.js";
import type {TextProgress} from "./part.js";
import type {TextModel, TextModelOptions} from "./textModel.js";
import {fitTextModel, textProbabilities} from "./textModel.js";

export const reviewModels = ["lexicon", "words", "subwords"] as const;

export type ReviewModelName = (typeof reviewModels)[number];

/** A model of low scores on the test reviews of a split. */
export interface ComparedModel extends ReviewJudgement {
  name: ReviewModelName;
  /** Of a low score, in the order of the split's test rows. */
  probabilities: Float64Array;
}

/** The models on the same test reviews, with those that were fitted. */
export interface ReviewComparison {
  models: ComparedModel[];
  words: TextModel;
  subwords: SubwordModel;
}

/** Reviews with a low or high score, side by side. */
export interface LabelledTexts {
  texts: readonly string[];
  /** 1 for a low score, 0 for a high one. */
  labels: Uint8Array;
  /** Of each review, in any unit. */
  times: ArrayLike<number>;
}

export interface CompareOptions {
  seed: number;
  words?: TextModelOptions;
  subwords?: Omit<SubwordModelOptions, "seed">;
  threshold?: number;
  resamples?: number;
}

/**
 * Fits the lexicon's scale, the bag of words and the subword network on the training reviews of a split, and judges all
 * three on its test reviews. Gives way often; fails with a sentence where there is nothing to learn.
 * @example finish(compareReviewModels({texts, labels, times}, split, {seed: 1})).value.models.map(({name}) => name) => ["lexicon", "words", "subwords"]
 */
export function* compareReviewModels(
  {texts, labels, times}: LabelledTexts,
  {train, test}: ReviewSplit,
  {seed, words, subwords, threshold, resamples}: CompareOptions
): Generator<TextProgress, Result<ReviewComparison>> {
  const trainTexts = Array.from(train, (row) => texts[row]);
  const testTexts = Array.from(test, (row) => texts[row]);
  const trainLabels = Uint8Array.from(train, (row) => labels[row]);
  const testLabels = Uint8Array.from(test, (row) => labels[row]);
  const trainTimes = Float64Array.from(train, (row) => times[row]);

  yield {share: 0, doing: "reading by the lexicon"};
  const scale = fitLexiconModel(trainTexts, trainLabels);
  if (!scale.ok) return scale;
  const bag = yield* part(fitTextModel(trainTexts, trainLabels, words), 0.1, 0.3, "words");
  if (!bag.ok) return bag;
  const network = yield* part(
    fitSubwordModel(trainTexts, trainLabels, trainTimes, {...subwords, seed}),
    ...([0.4, 0.5, "subwords"] as const)
  );
  if (!network.ok) return network;
  const probabilities: Record<ReviewModelName, Float64Array> = {
    lexicon: lexiconProbabilities(scale.value, testTexts),
    words: textProbabilities(bag.value, testTexts),
    subwords: subwordProbabilities(network.value, testTexts)
  };
  const models: ComparedModel[] = [];
  for (const [index, name] of reviewModels.entries()) {
    const judging = judgeReviews(testLabels, probabilities[name], {seed, trainLabels, threshold, resamples});
    const judged = yield* part(judging, 0.9 + index / 30, 1 / 30, "judging");
    models.push({name, probabilities: probabilities[name], ...judged});
  }
  return ok({models, words: bag.value, subwords: network.value});
}
