import {concat} from "../../stats/concat.js";
import {notTrained, cityRates} from "../../features/targetEncoding.js";
import type {Estimate} from "../../metrics/scorecard.js";
import {scorecard} from "../../metrics/scorecard.js";
import {shuffle} from "../../random/shuffle.js";
import type {StreamName} from "../../random/streams.js";
import {randomStream} from "../../random/streams.js";
import type {Result} from "../../result.js";
import {ok} from "../../result.js";
import {stratifiedFolds} from "../../learn/validation/stratifiedFolds.js";

/** What the rate by city alone seems to tell of labels that nothing can tell. */
export interface EncodingCheck {
  rows: number;
  positives: number;
  cities: number;
  /** ROC-AUC where each row's rate counts the row's own label, and where it leaves its fold out. */
  inFold: Estimate;
  outOfFold: Estimate;
}

const folds = 5;

/**
 * Shuffles the labels, so that no city differs from another but by chance, and judges the rate by city alone: counted
 * with the row's own label it still seems to predict, out of fold it must not. Gives way often; fails, with a
 * sentence, where a fold would lack a class.
 * @example finish(encodingCheck({labels, city}, 1)).value.outOfFold.value => about 0.5
 */
export function* encodingCheck(
  {labels, city}: {labels: Uint8Array; city: Int32Array},
  seed: number
): Generator<{share: number}, Result<EncodingCheck>> {
  const shuffled = shuffle(labels.slice(), randomStream("leakage.labels", seed));
  const foldOf = stratifiedFolds(shuffled, {folds, seed, stream: "leakage.folds"});
  if (!foldOf.ok) return foldOf;
  // A second copy of each row, not trained on, gets the rate of all rows: its own label among them.
  const rates = cityRates({
    city: concat(city, city),
    labels: concat(shuffled, shuffled),
    folds: concat(foldOf.value, new Uint8Array(labels.length).fill(notTrained))
  });
  if (!rates.ok) return rates;
  const judged = (scores: Float32Array, stream: StreamName) =>
    scorecard(shuffled, scores, {trainLabels: shuffled, random: randomStream(stream, seed)});
  const outOfFold = yield* judged(rates.value.subarray(0, labels.length), "leakage.outOfFold");
  const inFold = yield* judged(rates.value.subarray(labels.length), "leakage.inFold");
  return ok({
    rows: labels.length,
    positives: inFold.positives,
    cities: new Set(city).size,
    inFold: inFold.metrics.rocAuc,
    outOfFold: outOfFold.metrics.rocAuc
  });
}
