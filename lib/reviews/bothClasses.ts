import {formatCount} from "../format.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";

/** Whether there are reviews of both classes to learn from. @example bothClasses(Uint8Array.of(0, 1)).ok => true */
export function bothClasses(labels: Uint8Array): Result<{positives: number}> {
  if (!labels.length)
    return fail("no-texts", "There is no review with a text to learn from: choose a longer period.");
  let positives = 0;
  for (const label of labels) positives += label;
  if (!positives || positives === labels.length)
    return fail(
      "one-class",
      `All ${formatCount(labels.length)} reviews have ${positives ? "low" : "high"} scores: there is nothing to tell apart. Choose a longer period.`
    );
  return ok({positives});
}
