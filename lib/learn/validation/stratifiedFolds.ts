import {formatCount} from "../../format.js";
import type {StreamName} from "../../random/streams.js";
import {randomStream} from "../../random/streams.js";
import {shuffle} from "../../random/shuffle.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import {rowsByClass} from "./rowsByClass.js";

export interface FoldOptions {
  /** 2 to 255. */
  folds: number;
  seed: number;
  /** What the folds are for. */
  stream: StreamName;
}

/**
 * Fold of each row, from 0, each fold with both classes in (nearly) the proportion of all rows. A class's rows are
 * dealt out one by one after a shuffle, the second class from where the first left off: the counts of each class in
 * each fold are those of scikit-learn's `StratifiedKFold(shuffle=True)`. Fails, with a sentence, where a fold would
 * have no row of a class.
 * @example stratifiedFolds(Uint8Array.of(0, 1, 0, 1), {folds: 2, seed: 1, stream: "split.folds"}) => a row of each class in each fold
 */
export function stratifiedFolds(labels: Uint8Array, {folds, seed, stream}: FoldOptions): Result<Uint8Array> {
  if (!Number.isInteger(folds) || folds < 2 || folds > 255)
    return fail("folds", `The number of folds must be a whole number from 2 to 255, not ${folds}`);
  if (labels.length && labels.length < folds)
    return fail(
      "few-rows",
      `There are fewer rows (${formatCount(labels.length)}) than folds (${folds}): use fewer folds.`
    );
  const classes = rowsByClass(labels, folds);
  if (!classes.ok) return classes;
  const foldOf = new Uint8Array(labels.length);
  // Whichever class comes first is dealt out first, as in scikit-learn.
  const order = labels[0] ? [1, 0] : [0, 1];
  let dealt = 0;
  for (const label of order)
    for (const row of shuffle(classes.value[label], randomStream(stream, seed, label)))
      foldOf[row] = dealt++ % folds;
  return ok(foldOf);
}
