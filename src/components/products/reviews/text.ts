import {formatCount, formatNumber, formatShare} from "../../../lib/format.js";
import {inBrief} from "../../../lib/shop.js";
import type {Estimate} from "../../../lib/metrics/scorecard.js";
import type {ReviewModelName} from "../../../lib/reviews/compareReviewModels.js";
import type {SentimentOf} from "../../../lib/reviews/sentimentOver.js";
import type {ReviewStudy} from "../../../lib/reviews/study.js";
import type {SplitStudy} from "../../../lib/reviews/studySplit.js";
import type {TrainedReviews} from "../../../lib/reviews/trained.js";
import {rendererName} from "../../models/late/text.js";
import {modelPhrases} from "./names.js";

/** A figure to three digits. */
export const three = (value: number | null) => formatNumber(value, 3);

/** The share of reviews that complain. */
export const shareOf = ({negative, reviews}: Pick<SentimentOf, "negative" | "reviews">): number =>
  negative / reviews;

const interval = ({interval: ends}: Estimate) =>
  ends ? ` (95 % interval ${three(ends.low)} to ${three(ends.high)})` : "";

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A model of a split. */
export const modelOf = ({models}: SplitStudy, name: ReviewModelName) =>
  models.find((model) => model.name === name);

const aucOf = (split: SplitStudy, name: ReviewModelName) =>
  modelOf(split, name)?.scorecard.metrics.rocAuc ?? {value: null, interval: null};

/** The page's answer, before and after there is a study. */
export function reviewsAnswer(trained: TrainedReviews | null, reviews: number): string {
  if (reviews === 0)
    return "This shop has no reviews with a text: add the file of reviews to read what customers write.";
  if (!trained)
    return `${formatCount(reviews)} reviews have a text: press Train to see how well it tells low scores from high ones.`;
  const {splits, low, high} = trained.study;
  const [split] = splits;
  const words = aucOf(split, "words");
  return `The text of a review tells low scores (1 or 2 stars) from high ones (4 or 5) with a ROC-AUC of ${three(words.value)}${interval(words)} by its words, on ${formatCount(split.test)} reviews that were not trained on; a lexicon reaches ${three(aucOf(split, "lexicon").value)}, a small network with a convolution ${three(aucOf(split, "convolution").value)}. Of the reviews with a text and such a score, ${formatShare(low / Math.max(1, low + high))} are low.`;
}

/** What others have reached with Olist's reviews; nothing where they are another shop's. */
export const publishedText = inBrief
  ? `For a bag of words on a random split of Olist’s reviews others have published an accuracy of ${three(0.931)} and a macro F1 of ${three(0.919)}.`
  : "";

/** How reviews were split, in a sentence. */
export function splitText({reviews, copies, splits: [{train, test, leftOut}]}: ReviewStudy): string {
  const left =
    leftOut > 0 ? ` ${formatCount(leftOut)} are left out, as their text is in the other part too.` : "";
  return `${formatCount(reviews)} reviews have a text. The models are trained on ${formatCount(train)} of them and judged on ${formatCount(test)}; reviews with 3 stars are neither low nor high.${left} ${formatCount(copies)} reviews repeat the text of an earlier one.`;
}

/** Which model wins, and by how much. */
export function wonText({splits: [split]}: ReviewStudy): string {
  if (!split.won.length) return "These reviews cannot tell which model is best.";
  const [{best}] = split.won;
  const unsure = split.won.filter(({interval: ends}) => ends.low <= 0);
  const against = split.won.map(
    ({other, difference, interval: ends}) =>
      `${three(difference)} above ${modelPhrases[other]} (${three(ends.low)} to ${three(ends.high)})`
  );
  const though = unsure.length
    ? `, though not significantly larger than ${unsure.map(({other}) => modelPhrases[other]).join(" or ")}`
    : "";
  return `${capital(modelPhrases[best])} has the largest ROC-AUC${though}: ${against.join(", ")}; 95 % intervals of the difference on the same reviews, by DeLong’s method.`;
}

/** What reviews that repeat a text would make of the words model’s figure; empty where none were left out. */
export function copiesText({splits: [split]}: ReviewStudy): string {
  const words = modelOf(split, "words");
  if (!words?.withCopies) return "";
  return `With the reviews left out because their text was learnt from, the words would reach ${three(words.withCopies.value)}${interval(words.withCopies)}.`;
}

/** Which device found the largest answers of the convolution. */
export function deviceText({ranOn: {backend, renderer, fellBack, timed}}: TrainedReviews): string {
  const ms = (value: number) => `${formatNumber(value, 2)} ms`;
  const trial = timed ? ` (a batch took ${ms(timed.webgl)} on WebGL, ${ms(timed.cpu)} on the CPU)` : "";
  const where =
    backend === "webgl" && renderer !== null
      ? `The convolution ran on WebGL by TensorFlow.js (${rendererName(renderer)}, float32)`
      : "The convolution ran on the CPU";
  return `${where}${trial}; all other work is TypeScript on the CPU. ${fellBack}`.trim();
}

/** Where a published study comes from. */
export const builtWords = ({study}: TrainedReviews): string =>
  `Trained when the site was built, hash ${study.hash.slice(0, 12)}: press Train to train here.`;

/** Whether a study in the tab gave the published words model, as the end of a sentence. */
export function sameWords(published: TrainedReviews | null, {study}: TrainedReviews): string {
  if (!published) return `, hash ${study.hash.slice(0, 12)}`;
  return published.study.hash === study.hash
    ? `, with the same hash as when the site was built, ${study.hash.slice(0, 12)}`
    : ", with another hash than when the site was built: the browser does its arithmetic in another way";
}

/** How a training ended. */
export const trainedText = ({study}: TrainedReviews): string =>
  `Trained on ${formatCount(study.splits[0].train)} reviews`;
