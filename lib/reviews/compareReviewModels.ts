import type {DeLong} from "../metrics/deLong.js";
import {deLong} from "../metrics/deLong.js";
import {rocAuc} from "../metrics/rocAuc.js";
import {rocAucInterval} from "../metrics/rocAucInterval.js";
import type {Estimate} from "../metrics/scorecard.js";
import {randomStream} from "../random/streams.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import type {ConvolutionOptions, PoolOf} from "./convolutionModel.js";
import {convolutionProbabilities, fitConvolution} from "./convolutionModel.js";
import type {ModelCost} from "./costs.js";
import {convolutionCost, lexiconCost, subwordsCost, wordsCost} from "./costs.js";
import type {LabelledTexts} from "./heldBack.js";
import type {ReviewJudgement} from "./judgeReviews.js";
import {judgeReviews} from "./judgeReviews.js";
import {fitLexiconModel, lexiconProbabilities} from "./lexiconModel.js";
import {roundedModel} from "./modelText.js";
import type {TextProgress} from "./part.js";
import {part} from "./part.js";
import type {ReviewSplit} from "./splitReviews.js";
import type {SubwordModelOptions} from "./subwordModel.js";
import {fitSubwordModel, subwordProbabilities} from "./subwordModel.js";
import type {TextModel, TextModelOptions} from "./textModel.js";
import {fitTextModel, textProbabilities} from "./textModel.js";

export const reviewModels = ["lexicon", "words", "subwords", "convolution"] as const;

export type ReviewModelName = (typeof reviewModels)[number];

/** A model of low scores on the test reviews of a split. */
export interface ComparedModel extends ReviewJudgement, ModelCost {
  name: ReviewModelName;
  /** Of a low score, in the order of the split's test rows. */
  probabilities: Float64Array;
  /** ROC-AUC with the reviews that were left out because their text was learnt from; null where there are none. */
  withCopies: Estimate | null;
}

/** The model with the largest ROC-AUC against another on the same reviews. */
export interface WonAgainst extends Pick<DeLong, "difference" | "interval"> {
  best: ReviewModelName;
  other: ReviewModelName;
}

/** The models on the same test reviews, with the words model, and how long each took to train. */
export interface ReviewComparison {
  models: ComparedModel[];
  /** By DeLong's method for two areas on the same rows. */
  won: WonAgainst[];
  words: TextModel;
  milliseconds: Record<ReviewModelName, number>;
}

export interface CompareOptions {
  seed: number;
  words?: TextModelOptions;
  subwords?: Omit<SubwordModelOptions, "seed">;
  convolution?: Omit<ConvolutionOptions, "seed">;
  threshold?: number;
  resamples?: number;
  /** Where the largest answers of the convolution are found; in this thread where not given. */
  poolOf?: PoolOf;
  /** A clock in milliseconds; without one everything takes 0. */
  now?: () => number;
}

/**
 * Fits the lexicon's scale, the bag of words and two networks on the training reviews of a split, and judges all four on
 * its test reviews. Gives way often; fails with a sentence where there is nothing to learn.
 * @example finish(compareReviewModels({texts, labels, times}, split, {seed: 1})).value.models.map(({name}) => name) =>
 *   ["lexicon", "words", "subwords", "convolution"]
 */
export function* compareReviewModels(
  {texts, labels, times}: LabelledTexts,
  {train, test, copied}: ReviewSplit,
  options: CompareOptions
): Generator<TextProgress, Result<ReviewComparison>, unknown> {
  const {seed, threshold, resamples, now = () => 0} = options;
  const learnt = Array.from(train, (row) => texts[row]);
  const judged = [...test, ...copied].map((row) => texts[row]);
  const trainLabels = Uint8Array.from(train, (row) => labels[row]);
  const testLabels = Uint8Array.from(test, (row) => labels[row]);
  const allLabels = Uint8Array.from([...test, ...copied], (row) => labels[row]);
  const trainTimes = Float64Array.from(train, (row) => times[row]);
  const milliseconds: ReviewComparison["milliseconds"] = {lexicon: 0, words: 0, subwords: 0, convolution: 0};
  function* timed<T>(name: ReviewModelName, work: Generator<TextProgress, T, unknown>) {
    const before = now();
    const made = yield* work;
    milliseconds[name] = now() - before;
    return made;
  }

  yield {share: 0, doing: "reading by the lexicon"};
  const before = now();
  const scale = fitLexiconModel(learnt, trainLabels);
  if (!scale.ok) return scale;
  milliseconds.lexicon = now() - before;
  const fitting = part(fitTextModel(learnt, trainLabels, options.words), 0.1, 0.15, "words");
  const bag = yield* timed("words", fitting);
  if (!bag.ok) return bag;
  const averaging = fitSubwordModel(learnt, trainLabels, trainTimes, {...options.subwords, seed});
  const averaged = yield* timed("subwords", part(averaging, 0.25, 0.2, "subwords"));
  if (!averaged.ok) return averaged;
  const {poolOf} = options;
  const convolving = fitConvolution(
    {texts: learnt, labels: trainLabels, times: trainTimes},
    {...options.convolution, seed},
    poolOf
  );
  const convolved = yield* timed("convolution", part(convolving, 0.45, 0.4, "convolution"));
  if (!convolved.ok) return convolved;

  const words = roundedModel(bag.value);
  const made: Record<ReviewModelName, ModelCost & {probabilities: Float64Array}> = {
    lexicon: {...lexiconCost(), probabilities: lexiconProbabilities(scale.value, judged)},
    words: {...wordsCost(words), probabilities: textProbabilities(words, judged)},
    subwords: {...subwordsCost(averaged.value), probabilities: subwordProbabilities(averaged.value, judged)},
    convolution: {
      ...convolutionCost(convolved.value),
      probabilities: convolutionProbabilities(convolved.value, judged)
    }
  };
  const models: ComparedModel[] = [];
  for (const [index, name] of reviewModels.entries()) {
    const {probabilities: all, ...cost} = made[name];
    const probabilities = all.subarray(0, test.length);
    const judging = judgeReviews(testLabels, probabilities, {seed, trainLabels, threshold, resamples});
    const judgement = yield* part(judging, 0.85 + 0.15 * (index / 4), 0.15 / 4, "judging");
    const withCopies = copied.length ? aucOf(allLabels, all, {seed, resamples}) : null;
    models.push({name, ...cost, probabilities, ...judgement, withCopies});
  }
  return ok({models, won: wonBy(testLabels, models), words, milliseconds});
}

const aucOf = (
  labels: Uint8Array,
  probabilities: Float64Array,
  {seed, resamples = 300}: Pick<CompareOptions, "seed" | "resamples">
): Estimate => ({
  value: rocAuc(labels, probabilities),
  interval: rocAucInterval(labels, probabilities, {
    random: randomStream("reviews.withCopies", seed),
    resamples
  })
});

/** The best model by ROC-AUC against each other; nothing where an area cannot be told. */
function wonBy(labels: Uint8Array, models: readonly ComparedModel[]): WonAgainst[] {
  const auc = ({scorecard}: ComparedModel) => scorecard.metrics.rocAuc.value ?? -1;
  const best = models.reduce((most, model) => (auc(model) > auc(most) ? model : most));
  return models.flatMap((other) => {
    const told = other === best ? null : deLong(labels, best.probabilities, other.probabilities);
    if (!told) return [];
    return {best: best.name, other: other.name, difference: told.difference, interval: told.interval};
  });
}
