import type {Result} from "../../../lib/result.js";
import {fail} from "../../../lib/result.js";
import type {StudyChoice} from "../../../lib/reviews/studyChoice.js";
import type {TrainedReviews} from "../../../lib/reviews/trained.js";
import type {TaskOptions} from "../../../lib/task.js";
import type {ReviewsApi} from "../../../workers/reviews.worker.js";
import {background} from "../../background.js";
import type {LabPanel} from "../../panel.js";
import {labPanel} from "../../panel.js";
import {publishedResult} from "../../publishedFiles.js";
import {loadReviews} from "./data.js";
import {builtWords, sameWords, trainedText} from "./text.js";

interface ReviewsPanelOptions {
  /** Train as soon as the first choice is made. */
  begin?: boolean;
  /** Called with true when a training begins, with false when the choice is no longer what was trained. */
  onRan?: (ran: boolean) => void;
}

/**
 * Studies the reviews in a worker when asked; what is cancelled stops at once. Before that the outcome that the site was
 * published with is there.
 */
export function reviewsPanel({begin, onRan}: ReviewsPanelOptions): LabPanel<StudyChoice, TrainedReviews> {
  const workers = background<ReviewsApi>(() => import.meta.resolve("../../../workers/reviews.worker.js"));

  async function run(
    choice: StudyChoice,
    {signal, onProgress}: TaskOptions
  ): Promise<Result<TrainedReviews>> {
    const reviews = await loadReviews();
    if (!reviews.texts.length) return fail("no-texts", "This shop has no reviews with a text to learn from.");
    return workers.ask((worker, report) => worker.study(reviews, choice, report), {signal, onProgress});
  }

  const panel = labPanel<StudyChoice, TrainedReviews>({
    ...{verb: "Train", label: "Training the models of texts", run, begin, onRan},
    published: (choice) => publishedResult<TrainedReviews>("reviews", choice),
    publishedWords: builtWords,
    same: sameWords,
    follows: true,
    summary: trainedText
  });
  return {
    ...panel,
    dispose: () => {
      panel.dispose();
      workers.dispose();
    }
  };
}
