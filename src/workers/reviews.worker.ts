import * as Comlink from "comlink";
import type {Progress} from "../lib/driven.js";
import {drivenWaiting} from "../lib/drivenWaiting.js";
import type {Result} from "../lib/result.js";
import {ok} from "../lib/result.js";
import {toModelText} from "../lib/reviews/modelText.js";
import type {ReviewTexts} from "../lib/reviews/study.js";
import {studyReviews} from "../lib/reviews/study.js";
import type {StudyChoice} from "../lib/reviews/studyChoice.js";
import type {TrainedReviews} from "../lib/reviews/trained.js";
import {reviewsDevice} from "./reviewsDevice.js";

/** Studies reviews; gives the words model too, to be asked about other texts. */
async function study(
  reviews: ReviewTexts,
  choice: StudyChoice,
  report: (progress: Progress) => unknown
): Promise<Result<TrainedReviews>> {
  const {poolOf, ranOn} = await reviewsDevice(choice.backend);
  const now = () => performance.now();
  const made = await drivenWaiting(studyReviews(reviews, choice, {poolOf, now}), report);
  if (!made.ok) return made;
  const {words, ...rest} = made.value;
  return ok({...rest, ranOn: ranOn(), model: toModelText(words)});
}

const api = {ping: () => true, study};

export type ReviewsApi = typeof api;

Comlink.expose(api);
