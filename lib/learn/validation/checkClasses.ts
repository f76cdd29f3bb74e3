import {formatCount} from "../../format.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {Split} from "./split.js";

/**
 * Makes sure that every part of every split has both outcomes: with one alone nothing can be learnt, or no curve be
 * drawn. Gives the splits back, or a sentence about the first that lacks one.
 * @param part what the reader calls a split: "fold", "window", "cutoff"
 * @example checkClasses(Uint8Array.of(0, 1, 1), [{train: Uint32Array.of(0, 1), test: Uint32Array.of(2)}], "fold")
 *   => {ok: false, code: "one-class", message: "Fold 1 of 1: only one row is held out, so …"}
 */
export function checkClasses<S extends Split>(
  labels: Uint8Array,
  splits: readonly S[],
  part: "fold" | "window" | "cutoff"
): Result<readonly S[]> {
  const name = `${part[0].toUpperCase()}${part.slice(1)}`;
  for (const [index, {train, test}] of splits.entries())
    for (const [rows, what, so] of [
      [train, "learnt from", "there is nothing to tell apart"],
      [test, "held out", "there is nothing to judge by"]
    ] as const) {
      const positives = rows.reduce((sum, row) => sum + labels[row], 0);
      if (positives > 0 && positives < rows.length) continue;
      const all =
        rows.length > 1
          ? `all ${formatCount(rows.length)} rows ${what} have the same outcome`
          : `${rows.length ? "only one" : "no"} row is ${what}`;
      return fail(
        rows.length ? "one-class" : "empty",
        `${name} ${index + 1} of ${splits.length}: ${all}, so ${so}. Use fewer ${part}s.`
      );
    }
  return ok(splits);
}
