import {formatCount} from "../../format.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";

/**
 * Row numbers of label 0 and of label 1, ascending. Fails, with a sentence, without rows, on labels other than 0 and
 * 1, and where a class has fewer rows than `least`.
 * @example rowsByClass(Uint8Array.of(1, 0, 1), 1) => {ok: true, value: [[1], [0, 2]]}
 */
export function rowsByClass(labels: Uint8Array, least: number): Result<[Uint32Array, Uint32Array]> {
  if (!labels.length) return fail("empty", "There are no rows: widen the period or the filters.");
  if (labels.some((label) => label > 1)) return fail("labels", "Every label must be 0 or 1.");
  const rows = Uint32Array.from(labels.keys());
  const classes: [Uint32Array, Uint32Array] = [
    rows.filter((row) => !labels[row]),
    rows.filter((row) => labels[row])
  ];
  const fewest = Math.min(classes[0].length, classes[1].length);
  if (!fewest)
    return fail(
      "one-class",
      `All ${formatCount(labels.length)} rows have the same outcome: there is nothing to tell apart.`
    );
  if (fewest < least)
    return fail(
      "few-of-class",
      `The rarer outcome has ${formatCount(fewest)} of ${formatCount(labels.length)} rows, and at least ${formatCount(least)} are needed.`
    );
  return ok(classes);
}
