import {html} from "npm:htl";
import {formatCount, formatNumber, formatShare} from "../../../lib/format.js";
import type {Estimate} from "../../../lib/metrics/scorecard.js";
import type {Aspect} from "../../../lib/reviews/aspectNames.js";
import type {ReviewModelName} from "../../../lib/reviews/compareReviewModels.js";
import type {KeyTerm} from "../../../lib/reviews/keyness.js";
import {sentiment} from "../../../lib/reviews/sentiment.js";
import type {ReviewStudy, ReviewTexts} from "../../../lib/reviews/study.js";
import {chart} from "../../chart.js";
import {importanceDots} from "../../charts/importanceDots.js";
import {answered} from "../../pending.js";
import {table} from "../../table.js";
import {explained} from "./data.js";

const modelNames: Record<ReviewModelName, string> = {
  lexicon: "Lexicon",
  words: "TF-IDF and logistic regression",
  subwords: "Subword network"
};

const aspectNames: Record<Aspect, string> = {
  delivery: "Delivery",
  product: "Product",
  wrongItem: "Wrong or missing item",
  service: "Service",
  packaging: "Packaging",
  price: "Price"
};

const three = (value: number | null) => formatNumber(value, 3);
const interval = ({interval: ends}: Estimate) =>
  ends ? ` (95 % interval ${three(ends.low)} to ${three(ends.high)})` : "";

/** The page's answer. */
export function reviewsAnswer({models, low, high, test}: ReviewStudy): string {
  const auc = (name: ReviewModelName) =>
    models.find((model) => model.name === name)?.scorecard.metrics.rocAuc;
  const [words, lexicon, network] = [auc("words"), auc("lexicon"), auc("subwords")];
  if (!words || !lexicon || !network) return "";
  return `The text of a review tells low scores (1 or 2 stars) from high ones (4 or 5) with a ROC-AUC of ${three(words.value)}${interval(words)} by its words, on ${formatCount(test)} reviews that were not trained on; a lexicon reaches ${three(lexicon.value)}, a small neural network ${three(network.value)}. Of the reviews with a text and such a score, ${formatShare(low / Math.max(1, low + high))} are low.`;
}

/** How reviews were split, in a sentence. */
export const splitText = ({reviews, train, test, leftOut, copies}: ReviewStudy): string =>
  `${formatCount(reviews)} reviews have a text. The models are trained on ${formatCount(train)} of them and judged on ${formatCount(test)}; reviews with 3 stars are neither low nor high.${leftOut > 0 ? ` ${formatCount(leftOut)} are left out, as their text is in the other part too.` : ""} ${formatCount(copies)} reviews repeat the text of an earlier one.`;

/** The three models on the same reviews. */
export const modelTable = ({models}: ReviewStudy): HTMLElement =>
  table(
    models.map(({name, scorecard: {metrics, baseline}, macroF1}) => ({
      model: modelNames[name],
      rocAuc: metrics.rocAuc.value,
      low: metrics.rocAuc.interval?.low ?? null,
      high: metrics.rocAuc.interval?.high ?? null,
      averagePrecision: metrics.averagePrecision.value,
      accuracy: metrics.accuracy.value,
      baseline: baseline.accuracy,
      macroF1,
      brier: metrics.brier.value
    })),
    {
      caption: "Models of low scores",
      name: "review-models",
      columns: {
        model: {label: "Model"},
        rocAuc: {label: "ROC-AUC", format: three},
        low: {label: "From", format: three, align: "right"},
        high: {label: "To", format: three, align: "right"},
        averagePrecision: {label: "PR-AUC", format: three},
        accuracy: {label: "Accuracy", format: three},
        baseline: {label: "Always high", format: three},
        macroF1: {label: "Macro F1", format: three},
        brier: {label: "Brier score", format: three}
      }
    }
  );

/** Words that one side uses more, with intervals. */
export function wordsChart({words, low, high}: ReviewStudy, side: "low" | "high"): HTMLElement {
  const sign = side === "low" ? 1 : -1;
  const rows = words[side].map(({term, logOdds, interval: ends, low: inLow, high: inHigh}: KeyTerm) => ({
    label: term,
    mean: sign * logOdds,
    low: side === "low" ? ends.low : -ends.high,
    high: side === "low" ? ends.high : -ends.low,
    inLow,
    inHigh
  }));
  return chart({
    name: `words-${side}`,
    title: rows.length
      ? `“${rows[0].label}” tells ${side === "low" ? "1 or 2 stars" : "4 or 5 stars"} most surely`
      : `Words of ${side} scores`,
    note: "Log-odds ratio of a word’s use between low and high scores, with its 95 % interval (Monroe, Colaresi and Quinn 2008; the prior is the use in all reviews). Ordered by how surely the ratio differs from 0. Stop words are left out, words count without their accents.",
    data: rows,
    counted: () => `${formatCount(side === "low" ? low : high)} reviews`,
    empty: "No word tells the two apart.",
    columns: {
      label: {label: "Word"},
      mean: {label: "Log-odds ratio", format: (value: number) => formatNumber(value, 2)},
      low: {label: "From", format: (value: number) => formatNumber(value, 2)},
      high: {label: "To", format: (value: number) => formatNumber(value, 2)},
      inLow: {label: "Uses in low scores"},
      inHigh: {label: "Uses in high scores"}
    },
    render: (shown, {width}) =>
      importanceDots(shown, {width, axis: "Log-odds ratio", format: (value) => formatNumber(value, 1)})
  });
}

/** What is said of which aspect. */
export const aspectTable = ({aspects, reviews}: ReviewStudy): HTMLElement =>
  table(
    aspects.map(({aspect, reviews: own, negative, meanScore}) => ({
      aspect: aspectNames[aspect],
      reviews: own,
      share: reviews > 0 ? own / reviews : null,
      negative: own > 0 ? negative / own : null,
      meanScore
    })),
    {
      caption: "Aspects, by rules",
      name: "review-aspects",
      sort: "reviews",
      reverse: true,
      columns: {
        aspect: {label: "Aspect"},
        reviews: {label: "Reviews"},
        share: {label: "Of all with a text", format: (share: number | null) => formatShare(share)},
        negative: {label: "Negative", format: (share: number | null) => formatShare(share)},
        meanScore: {label: "Mean stars", format: (stars: number | null) => formatNumber(stars, 2)}
      }
    }
  );

/** Reviews whose text contradicts their stars. */
export const mismatchTable = ({mismatches}: ReviewStudy, {texts}: ReviewTexts): HTMLElement =>
  table(
    mismatches.map(({row, score, says, confidence}) => ({
      score,
      says: says === "low" ? "complains" : "praises",
      confidence,
      review: texts[row]
    })),
    {
      caption: "Texts that contradict their stars",
      name: "review-contradictions",
      columns: {
        score: {label: "Stars"},
        says: {label: "The text"},
        confidence: {
          label: "Probability",
          format: (share: number) => (share > 0.995 ? `over ${formatShare(0.995)}` : formatShare(share))
        },
        review: {label: "Review"}
      }
    }
  );

const foundAtMost = 200;

/** Reviews with a text in them, as they were written. */
export function quotes({texts, scores, times}: ReviewTexts, find: string): HTMLElement {
  const wanted = find.trim().toLowerCase();
  if (wanted === "") return html`<p>Type a word to read the reviews that use it.</p>`;
  const rows: {score: number; created: Date; review: string}[] = [];
  let found = 0;
  for (const [row, text] of texts.entries()) {
    if (!text.toLowerCase().includes(wanted)) continue;
    found++;
    if (rows.length < foundAtMost)
      rows.push({score: scores[row], created: new Date(times[row]), review: text});
  }
  return table(rows, {
    caption:
      found > rows.length
        ? `The first ${formatCount(rows.length)} of ${formatCount(found)}`
        : "Reviews found",
    name: `reviews-${wanted}`,
    columns: {score: {label: "Stars"}, created: {label: "Sent"}, review: {label: "Review"}}
  });
}

const signed = (value: number) =>
  `${value > 0 ? "+" : value < 0 ? "−" : ""}${formatNumber(Math.abs(value), 2)}`;

/** What lexicon and words model make of a sentence, and of which words. */
export function livePart(text: string): HTMLElement {
  const {score, words} = sentiment(text);
  const marked: (string | HTMLElement)[] = [];
  let at = 0;
  for (const {start, end, contribution} of [...words].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    marked.push(
      text.slice(at, start),
      html`<mark data-sign=${contribution < 0 ? "low" : "high"} title=${signed(contribution)}
        >${text.slice(start, end)}</mark
      >`
    );
    at = end;
  }
  marked.push(text.slice(at));
  return html`<div class="card live-review">
    <p class="live-text">${marked}</p>
    <p>
      Lexicon: ${signed(score)} on a scale from −1 to
      +1${
        words.length
          ? `, from ${words.map((one) => `“${one.text}” ${signed(one.contribution)}`).join(", ")}`
          : ": it knows none of these words"
      }.
    </p>
    ${answered(
      "review-live",
      explained(text),
      ({probability, terms}) =>
        html`<p>
          Words model: a low score with probability
          ${formatShare(probability, 0)}${
            terms.length
              ? `; towards low (+) or high (−): ${terms
                  .slice(0, 6)
                  .map(({term, contribution}) => `“${term}” ${signed(contribution)}`)
                  .join(", ")}`
              : "; it knows none of these words"
          }.
        </p>`
    )}
  </div>`;
}
