import type {Result} from "../result.js";
import {ok} from "../result.js";
import type {StateValues} from "../state/parameter.js";
import {choice, integer, text} from "../state/parameters.js";
import type {Aspect} from "./aspectNames.js";
import {aspects} from "./aspectNames.js";
import {aspectSentiment} from "./aspectSentiment.js";
import type {ComparedModel} from "./compareReviewModels.js";
import {compareReviewModels} from "./compareReviewModels.js";
import {findDuplicates} from "./duplicates.js";
import type {KeyTerm} from "./keyness.js";
import {keyness} from "./keyness.js";
import {lowScores} from "./lowScores.js";
import type {Mismatch} from "./mismatches.js";
import {mismatches} from "./mismatches.js";
import {outOfFold} from "./outOfFold.js";
import type {TextProgress} from "./part.js";
import {part} from "./part.js";
import {sentiment} from "./sentiment.js";
import {shownTerms} from "./shownTerms.js";
import {splitReviews} from "./splitReviews.js";
import type {TextModel} from "./textModel.js";
import {termsOf} from "./textModel.js";

/** Reviews side by side. */
export interface ReviewTexts {
  texts: readonly string[];
  /** 1 to 5. */
  scores: Uint8Array;
  /** Of each review, in any unit; a review without a time counts as the earliest. */
  times: Float64Array;
}

/** What a reader chooses on the page. */
export const studyParameters = {
  by: choice("time", ["time", "random"]),
  copies: choice("oneSide", ["oneSide", "first", "keep"]),
  seed: integer(1, {min: 0, max: 999_999}),
  find: text("", {max: 80}),
  say: text("Produto ótimo, mas não chegou no prazo", {max: 300})
};

export type StudyChoice = Pick<StateValues<typeof studyParameters>, "by" | "copies" | "seed">;

/** A model on reviews that it has not learnt from, without each review's probability. */
export type StudiedModel = Omit<ComparedModel, "probabilities">;

/** What reviews say of one aspect. */
export interface AspectRow {
  aspect: Aspect;
  /** Reviews that speak of it, and those of them that speak ill of it. */
  reviews: number;
  negative: number;
  /** Mean stars of the reviews that speak of it. */
  meanScore: number | null;
}

export interface ReviewStudy {
  reviews: number;
  low: number;
  high: number;
  /** Reviews whose text another one has as well. */
  copies: number;
  train: number;
  test: number;
  leftOut: number;
  models: StudiedModel[];
  /** Words of low and of high scores, as readers write them. */
  words: {low: KeyTerm[]; high: KeyTerm[]};
  aspects: AspectRow[];
  mismatches: Mismatch[];
}

/** The words model of a study, to ask it about other texts. */
export interface StudiedTexts {
  study: ReviewStudy;
  words: TextModel;
}

const shownWords = 15;
const shownMismatches = 60;

/**
 * What reviews' texts tell of their scores: three models judged on reviews that they have not learnt from, the words that
 * tell low from high scores, what is said of which aspect, and reviews whose text contradicts their stars.
 */
export function* studyReviews(
  {texts, scores, times}: ReviewTexts,
  {by, copies, seed}: StudyChoice
): Generator<TextProgress, Result<StudiedTexts>> {
  const {rows, labels} = lowScores(scores);
  const some = Array.from(rows, (row) => texts[row]);
  const when = Float64Array.from(rows, (row) => times[row]);
  yield {share: 0, doing: "Looking for copies"};
  const duplicates = findDuplicates(some);
  const split = splitReviews(when, duplicates.groupOf, {by, duplicates: copies, seed});
  if (!split.ok) return split;
  const compared = yield* part(
    compareReviewModels({texts: some, labels, times: when}, split.value, {seed}),
    ...([0.05, 0.5, "Comparing models"] as const)
  );
  if (!compared.ok) return compared;
  const documents = yield* part(termsOf(some, {longest: 1}), 0.55, 0.1, "Reading words");
  const found = keyness(documents, labels, {count: shownWords});
  if (!found.ok) return found;
  const judged = yield* part(outOfFold(some, labels, {seed}), 0.65, 0.25, "Looking for contradictions");
  if (!judged.ok) return judged;
  yield {share: 0.9, doing: "Reading aspects"};
  const polarities = Float64Array.from(some, (one) => sentiment(one).score);
  const shown = shownTerms(
    some,
    [...found.value.low, ...found.value.high].map(({term}) => term),
    {}
  );
  const named = (term: KeyTerm): KeyTerm => ({...term, term: shown.get(term.term) ?? term.term});
  const low = labels.reduce((sum, label) => sum + label, 0);
  return ok({
    words: compared.value.words,
    study: {
      ...{reviews: texts.length, low, high: labels.length - low, copies: duplicates.copies},
      ...{train: split.value.train.length, test: split.value.test.length, leftOut: split.value.leftOut},
      models: compared.value.models.map(({name, scorecard, macroF1, calibration}) => ({
        ...{name, scorecard, macroF1, calibration}
      })),
      words: {low: found.value.low.map(named), high: found.value.high.map(named)},
      aspects: aspectRows(texts, scores),
      mismatches: mismatches(
        Array.from(rows, (row) => scores[row]),
        judged.value,
        {polarities}
      )
        .slice(0, shownMismatches)
        .map((one) => ({...one, row: rows[one.row]}))
    }
  });
}

function aspectRows(texts: readonly string[], scores: Uint8Array): AspectRow[] {
  const sums = new Map(aspects.map((aspect) => [aspect, {reviews: 0, negative: 0, stars: 0}]));
  for (const [row, one] of texts.entries())
    for (const {aspect, score} of aspectSentiment(one)) {
      const sum = sums.get(aspect);
      if (!sum) continue;
      sum.reviews++;
      sum.stars += scores[row];
      if (score < 0) sum.negative++;
    }
  return [...sums].map(([aspect, {reviews, negative, stars}]) => ({
    ...{aspect, reviews, negative},
    meanScore: reviews > 0 ? stars / reviews : null
  }));
}
