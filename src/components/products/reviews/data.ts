import * as Comlink from "comlink";
import type {Progress} from "../../../lib/driven.js";
import type {Result} from "../../../lib/result.js";
import type {TextExplanation} from "../../../lib/reviews/explainText.js";
import {reviewText} from "../../../lib/reviews/reviewText.js";
import type {ReviewStudy, ReviewTexts, StudyChoice} from "../../../lib/reviews/study.js";
import type {ReviewsApi} from "../../../workers/reviews.worker.js";
import {readColumns} from "../../marts.js";
import {onSourceChange} from "../../martsSource.js";
import type {Pool} from "../../pool.js";
import {createPool} from "../../pool.js";

let loaded: Promise<ReviewTexts> | undefined;
onSourceChange(() => (loaded = undefined));

/** All reviews with a text, read when first needed. */
export function loadReviews(): Promise<ReviewTexts> {
  loaded ??= readColumns("review_texts").then(({title, message, score, created_at}) => ({
    texts: title.map((one, i) => reviewText(one as string | null, message[i] as string | null)),
    scores: Uint8Array.from(score as number[]),
    times: Float64Array.from(created_at as (Date | null)[], (date) => date?.getTime() ?? 0)
  }));
  loaded.catch(() => (loaded = undefined));
  return loaded;
}

let pool: Pool<ReviewsApi> | undefined;
const workers = () =>
  (pool ??= createPool<ReviewsApi>(
    () => new Worker(import.meta.resolve("../../../workers/reviews.worker.js"), {type: "module"}),
    1
  ));

/** Studies the reviews in the worker; what is aborted stops at once. */
export const studyOf = (
  reviews: ReviewTexts,
  choice: StudyChoice,
  signal: AbortSignal
): Promise<Result<ReviewStudy>> =>
  workers().run(
    (worker, onProgress) =>
      worker.study(
        reviews,
        choice,
        Comlink.proxy(({share, doing}: Progress) => onProgress(share, doing))
      ),
    {signal}
  );

/** What the words model of the last study says of a text. */
export const explained = (text: string): Promise<Result<TextExplanation>> =>
  workers().run((worker) => worker.explain(text));
