import {sigmoid} from "../stats/sigmoid.js";
import {shuffle} from "../random/shuffle.js";
import {randomStream} from "../random/streams.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {bothClasses} from "./bothClasses.js";
import {findDuplicates} from "./duplicates.js";
import {part} from "./part.js";
import type {TextProgress} from "./part.js";
import type {TextModelOptions} from "./textModel.js";
import {fitTerms, termMargins, termsOf} from "./textModel.js";

/** `folds` 5 where not given. */
export interface OutOfFoldOptions extends TextModelOptions {
  folds?: number;
  seed: number;
}

/**
 * The probability of a low score for each review by a bag-of-words model that has seen neither it nor another review
 * with the same text: the reviews are dealt into folds, and each fold is judged by a model of the others. For finding
 * reviews that do not fit; as an estimate of quality a split by time is more honest.
 * @param labels 1 for a low score, 0 for a high one
 * @example finish(outOfFold(texts, labels, {seed: 1})).value.length => texts.length
 */
export function* outOfFold(
  texts: readonly string[],
  labels: Uint8Array,
  {folds = 5, seed, ...options}: OutOfFoldOptions
): Generator<TextProgress, Result<Float64Array>> {
  const checked = bothClasses(labels);
  if (!checked.ok) return checked;
  const {groupOf, groups} = findDuplicates(texts);
  if (!(Number.isInteger(folds) && folds >= 2 && folds <= groups))
    return fail("folds", `The folds must be a whole number from 2 to ${groups}, not ${folds}.`);
  const order = shuffle(
    Uint32Array.from({length: groups}, (_, group) => group),
    randomStream("reviews.folds", seed)
  );
  const foldOf = new Uint32Array(groups);
  for (let place = 0; place < groups; place++) foldOf[order[place]] = place % folds;
  const probabilities = new Float64Array(texts.length);
  const rows = Uint32Array.from(labels, (_, row) => row);
  const documents = yield* part(termsOf(texts, options), 0, 0.2, "reading the texts");
  for (let fold = 0; fold < folds; fold++) {
    const others = rows.filter((row) => foldOf[groupOf[row]] !== fold);
    const fitted = yield* part(
      fitTerms(
        Array.from(others, (row) => documents[row]),
        Uint8Array.from(others, (row) => labels[row]),
        options
      ),
      ...([0.2 + (0.8 * fold) / folds, 0.8 / folds, `fold ${fold + 1} of ${folds}`] as const)
    );
    if (!fitted.ok) return fitted;
    const own = rows.filter((row) => foldOf[groupOf[row]] === fold);
    const margins = termMargins(
      fitted.value,
      Array.from(own, (row) => documents[row])
    );
    for (let i = 0; i < own.length; i++) probabilities[own[i]] = sigmoid(margins[i]);
  }
  return ok(probabilities);
}
