import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {Examples} from "../learn/examples.js";
import {expandingWindows} from "../learn/validation/expandingWindows.js";
import type {Split} from "../learn/validation/split.js";
import {foldSplit} from "../learn/validation/split.js";
import {stratifiedFolds} from "../learn/validation/stratifiedFolds.js";
import {stratifiedHoldout} from "../learn/validation/stratifiedHoldout.js";

/** How models are judged. */
export interface SplitChoice {
  validation: "holdout" | "folds" | "windows";
  /** Share held out, for "holdout". */
  held: number;
  seed: number;
}

const folds = 5;
const windows = 3;

/**
 * The parts to learn from and to judge by: one hold-out, five folds, or three windows of time.
 * @example splitsOf(examples, {validation: "folds", held: 0.2, seed: 1}).value.length => 5
 */
export function splitsOf(
  {labels, times, knownAt}: Pick<Examples, "labels" | "times" | "knownAt">,
  {validation, held, seed}: SplitChoice
): Result<Split[]> {
  if (validation === "holdout") {
    const split = stratifiedHoldout(labels, {share: held, seed, stream: "split.holdout"});
    return split.ok ? ok([split.value]) : split;
  }
  if (validation === "folds") {
    const foldOf = stratifiedFolds(labels, {folds, seed, stream: "split.folds"});
    return foldOf.ok ? ok(Array.from({length: folds}, (_, fold) => foldSplit(foldOf.value, fold))) : foldOf;
  }
  const periods = expandingWindows(times, {windows, knownAt});
  if (!periods.ok) return periods;
  const splits = periods.value.map(({train, test}) => ({
    train: train.slice().sort(),
    test: test.slice().sort()
  }));
  const poor = splits.findIndex(({train}) => new Set(train.map((row) => labels[row])).size < 2);
  return poor < 0
    ? ok(splits)
    : fail(
        "one-class",
        `All rows before window ${poor + 1} have the same outcome: judge by a hold-out, or choose another label.`
      );
}
