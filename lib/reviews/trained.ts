import type {Backend} from "../learn/backend.js";
import type {ReviewModelName} from "./compareReviewModels.js";
import type {ReviewStudy} from "./study.js";

/** Which device found the largest answers of the convolution. */
export interface ReviewsRanOn {
  backend: Backend;
  /** What WebGL calls itself, also where it was not taken; null where there is none. */
  renderer: string | null;
  /** Why it is not the backend that was asked for; empty if it is. */
  fellBack: string;
  /** Milliseconds for a batch on both, where both were tried. */
  timed: Record<Backend, number> | null;
}

/** A study as a page shows it, be it published with the site or worked out in the tab. */
export interface TrainedReviews {
  study: ReviewStudy;
  /** What each model took to train. */
  milliseconds: Record<ReviewModelName, number>;
  ranOn: ReviewsRanOn;
  /** The words model's file; absent where it is published beside the study. */
  model?: string;
}
