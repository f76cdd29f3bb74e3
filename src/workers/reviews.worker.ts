import * as Comlink from "comlink";
import type {Progress} from "../lib/driven.js";
import {driven} from "../lib/driven.js";
import type {Result} from "../lib/result.js";
import {fail, ok} from "../lib/result.js";
import type {TextExplanation} from "../lib/reviews/explainText.js";
import {explainText} from "../lib/reviews/explainText.js";
import type {ReviewStudy, ReviewTexts, StudyChoice} from "../lib/reviews/study.js";
import {studyReviews} from "../lib/reviews/study.js";
import type {TextModel} from "../lib/reviews/textModel.js";

let words: TextModel | undefined;

/** Studies reviews, and keeps the words model to be asked about other texts. */
function study(
  reviews: ReviewTexts,
  choice: StudyChoice,
  report: (progress: Progress) => unknown
): Result<ReviewStudy> {
  const made = driven(studyReviews(reviews, choice), report);
  if (!made.ok) return made;
  ({words} = made.value);
  return ok(made.value.study);
}

const explain = (text: string): Result<TextExplanation> =>
  words ? ok(explainText(words, text)) : fail("model", "No model has been fitted yet.");

const api = {ping: () => true, study, explain};

export type ReviewsApi = typeof api;

Comlink.expose(api);
