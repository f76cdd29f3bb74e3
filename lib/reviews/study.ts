import type {Result} from "../result.js";
import {ok} from "../result.js";
import type {AspectRow} from "./aspectRows.js";
import {aspectRows} from "./aspectRows.js";
import type {ReviewModelName} from "./compareReviewModels.js";
import {findDuplicates} from "./duplicates.js";
import type {KeyTerm} from "./keyness.js";
import {keyness} from "./keyness.js";
import {lowScores} from "./lowScores.js";
import type {Mismatch} from "./mismatches.js";
import {mismatches} from "./mismatches.js";
import {modelTextHash, toModelText} from "./modelText.js";
import {outOfFold} from "./outOfFold.js";
import type {TextProgress} from "./part.js";
import {part} from "./part.js";
import {sentiment} from "./sentiment.js";
import type {SentimentOf} from "./sentimentOver.js";
import {sentimentOver} from "./sentimentOver.js";
import {shownTerms} from "./shownTerms.js";
import type {StudyChoice} from "./studyChoice.js";
import type {SplitStudy, StudyWorld} from "./studySplit.js";
import {studySplit, wordsSettings} from "./studySplit.js";
import type {TellingWord} from "./tellingWords.js";
import {tellingWords} from "./tellingWords.js";
import type {TextModel} from "./textModel.js";
import {termsOf} from "./textModel.js";

/** Reviews side by side. */
export interface ReviewTexts {
  texts: readonly string[];
  /** 1 to 5. */
  scores: Uint8Array;
  /** Of each review, in milliseconds (UTC); a review without a time, NaN, counts as the earliest. */
  times: Float64Array;
  /** Of each review's order. */
  states: readonly string[];
  categories: readonly string[];
}

export interface ReviewStudy {
  reviews: number;
  low: number;
  high: number;
  /** Reviews whose text another one has as well. */
  copies: number;
  /** On the split that was asked for, and on the other one. */
  splits: [SplitStudy, SplitStudy];
  /** Terms that weigh most in the words model. */
  telling: {low: TellingWord[]; high: TellingWord[]};
  /** Words of low and of high scores, as readers write them. */
  words: {low: KeyTerm[]; high: KeyTerm[]};
  aspects: AspectRow[];
  /** With the review's text. */
  mismatches: (Mismatch & {text: string})[];
  months: ({month: Date} & SentimentOf)[];
  groups: Record<"state" | "category", ({group: string} & SentimentOf)[]>;
  /** Reviews without a time, which no month has. */
  undated: number;
  /** Of the words model's file. */
  hash: string;
}

/** What came of a study: the words model to ask it about other texts, and how long each model took to train. */
export interface StudiedTexts {
  study: ReviewStudy;
  words: TextModel;
  milliseconds: Record<ReviewModelName, number>;
}

const shownWords = 15;
const shownMismatches = 60;

/**
 * What reviews' texts tell of their scores: four models judged on reviews that they have not learnt from, by time and at
 * random; the words that tell low from high scores; sentiment over time, by state and by category; what is said of which
 * aspect; and reviews whose text contradicts their stars.
 */
export function* studyReviews(
  {texts, scores, times, states, categories}: ReviewTexts,
  {by, copies, longest, seed}: StudyChoice,
  world: StudyWorld = {}
): Generator<TextProgress, Result<StudiedTexts>, unknown> {
  const {rows, labels} = lowScores(scores);
  const some = Array.from(rows, (row) => texts[row]);
  const when = Float64Array.from(rows, (row) => times[row]);
  yield {share: 0, doing: "Looking for copies"};
  const duplicates = findDuplicates(some);
  const labelled = {texts: some, labels, times: when};
  const judging = (split: StudyChoice["by"]) =>
    studySplit(labelled, duplicates.groupOf, {by: split, copies, longest, seed}, world);
  const asked = yield* part(judging(by), 0.02, 0.38, "Comparing models");
  if (!asked.ok) return asked;
  const other = yield* part(judging(by === "time" ? "random" : "time"), 0.4, 0.38, "On the other split");
  if (!other.ok) return other;
  const documents = yield* part(termsOf(some, {longest: 1}), 0.78, 0.02, "Reading words");
  const found = keyness(documents, labels, {count: shownWords});
  if (!found.ok) return found;
  const judged = yield* part(
    outOfFold(some, labels, {seed, longest, ...wordsSettings}),
    ...([0.8, 0.16, "Looking for contradictions"] as const)
  );
  if (!judged.ok) return judged;
  yield {share: 0.96, doing: "Reading sentiment"};
  const polarities = Float64Array.from(texts, (one) => sentiment(one).score);
  yield {share: 0.98, doing: "Reading aspects"};
  const {words} = asked.value;
  const telling = tellingWords(words, shownWords);
  const shown = shownTerms(
    some,
    [...found.value.low, ...found.value.high, ...telling.low, ...telling.high].map(({term}) => term),
    {}
  );
  const named = <Word extends {term: string}>(word: Word): Word => ({
    ...word,
    term: shown.get(word.term) ?? word.term
  });
  const low = labels.reduce((sum, label) => sum + label, 0);
  const grouped = (groups: readonly string[]) =>
    [...sentimentOver(groups, polarities, scores)].map(([group, said]) => ({group, ...said}));
  const contradicting = mismatches(
    Array.from(rows, (row) => scores[row]),
    judged.value,
    {polarities: Float64Array.from(rows, (row) => polarities[row])}
  );
  const months = Array.from(times, (time) =>
    Number.isNaN(time) ? "" : new Date(time).toISOString().slice(0, 7)
  );
  return ok({
    words,
    milliseconds: asked.value.milliseconds,
    study: {
      ...{reviews: texts.length, low, high: labels.length - low, copies: duplicates.copies},
      splits: [asked.value.judged, other.value.judged],
      telling: {low: telling.low.map(named), high: telling.high.map(named)},
      words: {low: found.value.low.map(named), high: found.value.high.map(named)},
      aspects: aspectRows(texts, scores),
      mismatches: contradicting.slice(0, shownMismatches).map((one) => {
        const row = rows[one.row];
        return {...one, row, text: texts[row]};
      }),
      months: grouped(months).map(({group, ...said}) => ({
        month: new Date(`${group}-01T00:00:00Z`),
        ...said
      })),
      groups: {state: grouped(states), category: grouped(categories)},
      undated: months.filter((month) => month === "").length,
      hash: modelTextHash(toModelText(words))
    }
  });
}
