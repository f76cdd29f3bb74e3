import type {Result} from "../result.js";
import {ok} from "../result.js";
import type {ComparedModel, ReviewComparison, WonAgainst} from "./compareReviewModels.js";
import {compareReviewModels} from "./compareReviewModels.js";
import type {PoolOf} from "./convolutionModel.js";
import type {LabelledTexts} from "./heldBack.js";
import type {TextProgress} from "./part.js";
import {splitReviews} from "./splitReviews.js";
import type {StudyChoice} from "./studyChoice.js";

/** A model on reviews that it has not learnt from, without each review's probability. */
export type StudiedModel = Omit<ComparedModel, "probabilities">;

/** The models on one split. */
export interface SplitStudy {
  by: StudyChoice["by"];
  train: number;
  test: number;
  leftOut: number;
  models: StudiedModel[];
  won: WonAgainst[];
}

/** Where the convolution's largest answers are found, and a clock in milliseconds. */
export interface StudyWorld {
  poolOf?: PoolOf;
  now?: () => number;
}

/** Settings of the words model that a reader does not choose. */
export const wordsSettings = {C: 3, minDocuments: 5};

const withoutRows = (model: ComparedModel): StudiedModel => {
  const {name, scorecard, macroF1, calibration, withCopies, parameters, bytes} = model;
  return {name, scorecard, macroF1, calibration, withCopies, parameters, bytes};
};

/**
 * Four models judged on one split of the reviews, with the words model.
 * @param groupOf `Duplicates.groupOf` of their texts
 * @example finish(studySplit(reviews, groupOf, choice)).value.judged.models.length => 4
 */
export function* studySplit(
  reviews: LabelledTexts,
  groupOf: Uint32Array,
  {by, copies, longest, seed}: Omit<StudyChoice, "backend">,
  world: StudyWorld = {}
): Generator<
  TextProgress,
  Result<Pick<ReviewComparison, "words" | "milliseconds"> & {judged: SplitStudy}>,
  unknown
> {
  const split = splitReviews(reviews.times, groupOf, {by, duplicates: copies, seed});
  if (!split.ok) return split;
  const {train, test, leftOut} = split.value;
  const settings = {seed, words: {longest, ...wordsSettings}, ...world};
  const compared = yield* compareReviewModels(reviews, split.value, settings);
  if (!compared.ok) return compared;
  const {models, won, words, milliseconds} = compared.value;
  const judged: SplitStudy = {
    ...{by, train: train.length, test: test.length, leftOut, won},
    models: models.map(withoutRows)
  };
  return ok({judged, words, milliseconds});
}
