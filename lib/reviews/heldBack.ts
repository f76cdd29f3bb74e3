import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {bothClasses} from "./bothClasses.js";
import {datedTimes} from "./datedTimes.js";

/** Reviews with a low or high score, side by side. */
export interface LabelledTexts {
  texts: readonly string[];
  /** 1 for a low score, 0 for a high one. */
  labels: Uint8Array;
  /** Of each review, in any unit; NaN, without a time, is the earliest. */
  times: ArrayLike<number>;
}

/** How many reviews were learnt from, and how many said when to stop. */
export interface StopRows {
  train: number;
  validation: number;
}

/**
 * Parts reviews by time into those to learn from and the latest, whose loss says when to stop; of the same time they are
 * ordered by text and label, so that the order they come in does not matter.
 * @param share of the reviews to hold back
 * @example heldBack({texts: ["a", "b", "c"], labels: Uint8Array.of(0, 1, 0), times: [3, 1, 2]}, 0.3).value.validation => [0]
 */
export function heldBack(
  {texts, labels, times: dates}: LabelledTexts,
  share: number
): Result<{train: Uint32Array; validation: Uint32Array}> {
  const times = datedTimes(dates);
  const textOrder = (a: number, b: number) => (texts[a] < texts[b] ? -1 : texts[a] > texts[b] ? 1 : 0);
  const order = Uint32Array.from(texts, (_, row) => row).sort(
    (a, b) => times[a] - times[b] || textOrder(a, b) || labels[a] - labels[b]
  );
  const cut = Math.floor(order.length * (1 - share));
  const [train, validation] = [order.subarray(0, cut), order.subarray(cut)];
  const checked = bothClasses(Uint8Array.from(train, (row) => labels[row]));
  if (!checked.ok) return checked;
  if (!validation.length)
    return fail("validation", "No review is left to stop the training by: hold back a larger share.");
  return ok({train, validation});
}
