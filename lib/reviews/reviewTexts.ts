import {untold} from "../untold.js";
import {reviewText} from "./reviewText.js";
import type {ReviewTexts} from "./study.js";

/** The columns of the mart of texts that a study reads. */
export const reviewColumns = ["title", "message", "score", "created_at", "state", "category"] as const;

/**
 * The mart of texts by its columns as reviews side by side.
 * @example reviewTextsOf({title: ["Bom"], message: [null], score: [5], created_at: [null], state: ["SP"], category: ["Toys"]}).texts => ["Bom"]
 */
export const reviewTextsOf = ({
  title,
  message,
  score,
  created_at,
  state,
  category
}: Readonly<Record<string, ArrayLike<unknown>>>): ReviewTexts => ({
  texts: Array.from(title, (one, i) => reviewText(one as string | null, message[i] as string | null)),
  scores: Uint8Array.from(score as ArrayLike<number>),
  times: Float64Array.from(created_at as ArrayLike<Date | null>, (date) => date?.getTime() ?? NaN),
  states: Array.from(state as ArrayLike<string | null>, (name) => name ?? untold),
  categories: Array.from(category as ArrayLike<string>)
});
