import {html} from "npm:htl";
import {formatNumber, formatShare} from "../../../lib/format.js";
import {explainText} from "../../../lib/reviews/explainText.js";
import {sentiment} from "../../../lib/reviews/sentiment.js";
import type {TextModel} from "../../../lib/reviews/textModel.js";

const signed = (value: number) =>
  `${value > 0 ? "+" : value < 0 ? "−" : ""}${formatNumber(Math.abs(value), 2)}`;

const listedTerms = 6;

/** What the words model makes of a text, in a sentence. */
function wordsText(model: TextModel | null, text: string): string {
  if (!model) return "The words model is there once the models are trained.";
  const {probability, terms} = explainText(model, text);
  const parts = terms
    .slice(0, listedTerms)
    .map(({term, contribution}) => `“${term}” ${signed(contribution)}`)
    .join(", ");
  return `Words model: a low score with probability ${formatShare(probability, 0)}${
    parts ? `; towards low (+) or high (−): ${parts}` : "; it knows none of these words"
  }.`;
}

/** What lexicon and words model make of a sentence, and of which words. */
export function livePart(text: string, model: TextModel | null): HTMLElement {
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
    <p>${wordsText(model, text)}</p>
  </div>`;
}
