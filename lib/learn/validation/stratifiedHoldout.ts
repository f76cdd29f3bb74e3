import {concat} from "../../stats/concat.js";
import type {StreamName} from "../../random/streams.js";
import {randomStream} from "../../random/streams.js";
import {shuffle} from "../../random/shuffle.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import {rowsByClass} from "./rowsByClass.js";
import type {Split} from "./split.js";

export interface HoldoutOptions {
  /** Share of the rows to judge by, between 0 and 1. */
  share?: number;
  seed: number;
  /** What the rows are held out for. */
  stream: StreamName;
}

const between = (low: number, value: number, high: number) => Math.max(low, Math.min(high, value));

/**
 * Holds out a share of the rows, of both classes alike: ceil(share * rows) rows as scikit-learn's `train_test_split`
 * with `stratify`, of each class the nearest whole number. Both parts get at least one row of each class, so a class
 * of fewer than two rows fails, with a sentence.
 * @example stratifiedHoldout(Uint8Array.of(0, 0, 1, 1), {share: 0.5, seed: 1, stream: "split.holdout"}) => a row of each class in both parts
 */
export function stratifiedHoldout(
  labels: Uint8Array,
  {share = 0.2, seed, stream}: HoldoutOptions
): Result<Split> {
  if (!(share > 0 && share < 1))
    return fail("share", `The share held out must be between 0 and 1, not ${share}`);
  const classes = rowsByClass(labels, 2);
  if (!classes.ok) return classes;
  const [negatives, positives] = classes.value;
  const held = between(2, Math.ceil(share * labels.length), labels.length - 2);
  const heldPositives = between(
    1,
    Math.round((positives.length * held) / labels.length),
    positives.length - 1
  );
  const heldNegatives = between(1, held - heldPositives, negatives.length - 1);
  shuffle(negatives, randomStream(stream, seed, 0));
  shuffle(positives, randomStream(stream, seed, 1));
  return ok({
    train: ascending(negatives.subarray(heldNegatives), positives.subarray(heldPositives)),
    test: ascending(negatives.subarray(0, heldNegatives), positives.subarray(0, heldPositives))
  });
}

const ascending = (a: Uint32Array, b: Uint32Array): Uint32Array => concat(a, b).sort();
