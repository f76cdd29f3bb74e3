import {html} from "npm:htl";
import {formatCount, formatDay, formatNumber, formatShare} from "../../../lib/format.js";
import {findReviews} from "../../../lib/reviews/findReviews.js";
import type {ReviewStudy} from "../../../lib/reviews/study.js";
import {table} from "../../table.js";
import type {searchableReviews} from "./data.js";
import {aspectNames} from "./names.js";

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

/** So many letters of a review stand in a table; the file has it whole. */
const shownLetters = 600;

const shortened = (text: string) => (text.length > shownLetters ? `${text.slice(0, shownLetters)} …` : text);

/** Reviews whose text contradicts their stars. */
export const mismatchTable = ({mismatches}: ReviewStudy): HTMLElement =>
  table(
    mismatches.map(({score, says, confidence, text}) => ({
      score,
      says: says === "low" ? "complains" : "praises",
      confidence,
      review: text
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
        review: {label: "Review", format: shortened}
      }
    }
  );

const foundAtMost = 200;

/** Reviews with a text in them, as they were written. */
export function quotes(
  {reviews: {texts, scores, times}, forms}: Awaited<ReturnType<typeof searchableReviews>>,
  find: string
): HTMLElement {
  const found = findReviews(forms, find);
  if (!found.length) return html`<p>No review holds “${find.trim()}”.</p>`;
  const rows = found.slice(0, foundAtMost).map((row) => ({
    score: scores[row],
    sent: Number.isNaN(times[row]) ? null : new Date(times[row]),
    review: texts[row]
  }));
  const mean = found.reduce((sum, row) => sum + scores[row], 0) / found.length;
  return html`<div>
    <p>
      ${found.length === 1 ? "1 review holds" : `${formatCount(found.length)} reviews hold`} it, with
      ${formatNumber(mean, 2)} stars on average.
    </p>
    ${table(rows, {
      caption: found.length > rows.length ? `The first ${formatCount(rows.length)} of them` : "Reviews found",
      name: `reviews ${find.trim()}`,
      columns: {
        score: {label: "Stars"},
        sent: {label: "Sent", format: (day: Date | null) => formatDay(day)},
        review: {label: "Review", format: shortened}
      }
    })}
  </div>`;
}

/** What stands in place of quotes while nothing is looked for. */
export const noQuotes = (): HTMLElement =>
  html`<p>
    Type a word to read the reviews that hold it, or press one above; in quotes it counts as the models count
    it.
  </p>`;
