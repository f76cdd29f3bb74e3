import {html} from "npm:htl";
import {formatCount, formatNumber} from "../../../lib/format.js";
import type {KeyTerm} from "../../../lib/reviews/keyness.js";
import type {ReviewStudy} from "../../../lib/reviews/study.js";
import {chart} from "../../chart.js";
import {importanceDots} from "../../charts/importanceDots.js";
import type {ValueElement} from "../../stateInput.js";

const two = (value: number) => formatNumber(value, 2);

type Side = "low" | "high";

const starsOf = (side: Side) => (side === "low" ? "1 or 2 stars" : "4 or 5 stars");

/** Buttons that put a term into the search field, in quotes, and go there. */
function readButtons(terms: readonly string[], label: string, field: ValueElement): HTMLElement {
  const read = (term: string) => {
    field.value = `“${term}”`;
    field.dispatchEvent(new Event("input", {bubbles: true}));
    field.dispatchEvent(new Event("change", {bubbles: true}));
    const input = field.querySelector("input");
    input?.scrollIntoView({block: "start", behavior: "instant"});
    input?.focus({preventScroll: true});
  };
  return html`<p class="read-words" role="group" aria-label=${label}>
    <span>${label}:</span>
    ${terms.map(
      (term) => html`<button type="button" class="read-word" onclick=${() => read(term)}>${term}</button>`
    )}
  </p>`;
}

/** Words that one side uses more, with intervals, and the quotes behind each a press away. */
function wordsChart({words, low, high}: ReviewStudy, side: Side, field: ValueElement): HTMLElement {
  const sign = side === "low" ? 1 : -1;
  const rows = words[side].map(({term, logOdds, interval: ends, low: inLow, high: inHigh}: KeyTerm) => ({
    label: term,
    mean: sign * logOdds,
    low: side === "low" ? ends.low : -ends.high,
    high: side === "low" ? ends.high : -ends.low,
    inLow,
    inHigh
  }));
  const picture = chart({
    name: `words-${side}`,
    title: rows.length ? `“${rows[0].label}” tells ${starsOf(side)} most surely` : `Words of ${side} scores`,
    note: "Log-odds ratio of a word’s use between low and high scores, with its 95 % interval (Monroe, Colaresi and Quinn 2008; the prior is the use in all reviews). Ordered by how surely the ratio differs from 0. Stop words are left out, words count without their accents.",
    data: rows,
    counted: () => `${formatCount(side === "low" ? low : high)} reviews`,
    empty: "No word tells the two apart.",
    columns: {
      label: {label: "Word"},
      mean: {label: "Log-odds ratio", format: two},
      low: {label: "From", format: two},
      high: {label: "To", format: two},
      inLow: {label: "Uses in low scores"},
      inHigh: {label: "Uses in high scores"}
    },
    render: (shown, {width}) =>
      importanceDots(shown, {width, axis: "Log-odds ratio", format: (value) => formatNumber(value, 1)})
  });
  const terms = rows.map(({label}) => label);
  return html`<div>
    ${picture} ${readButtons(terms, `Read reviews with a word of ${starsOf(side)}`, field)}
  </div>`;
}

/** The terms that weigh most in the words model, with the quotes behind each a press away. */
const tellingPart = ({telling}: ReviewStudy, field: ValueElement): HTMLElement =>
  html`<div>
    ${(["low", "high"] as const).map((side) =>
      readButtons(
        telling[side].map(({term}) => term),
        `Terms that weigh most for ${starsOf(side)} in the words model`,
        field
      )
    )}
  </div>`;

/** The words of both sides. */
export const wordsPart = (study: ReviewStudy, field: ValueElement): HTMLElement =>
  html`<div>
    <div class="grid grid-cols-2 fitting">
      ${wordsChart(study, "low", field)} ${wordsChart(study, "high", field)}
    </div>
    ${tellingPart(study, field)}
  </div>`;
