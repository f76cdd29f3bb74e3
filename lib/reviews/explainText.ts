import {sigmoid} from "../stats/sigmoid.js";
import {termsBy} from "./terms.js";
import type {TextModel} from "./textModel.js";
import {tfidf} from "./tfidf.js";

/** A term's part in a text's log-odds of a low score. */
export interface TermPart {
  term: string;
  /** Its tf-idf in the text. */
  value: number;
  coefficient: number;
  /** Value times coefficient. */
  contribution: number;
}

/** A text's log-odds of a low score: the intercept and the contributions of its terms in sum. */
export interface TextExplanation {
  probability: number;
  margin: number;
  intercept: number;
  /** The largest contribution, of either sign, first. */
  terms: TermPart[];
  /** Terms of the text that the model does not know. */
  unknown: string[];
}

/**
 * Why a bag-of-words model gives a text its probability of a low score.
 * @example explainText(model, "não recebi").terms[0].term => "nao recebi"
 */
export function explainText(model: TextModel, text: string): TextExplanation {
  const {vocabulary, coefficients, intercept} = model;
  const terms = termsBy(model.terms)(text);
  const {indices, values} = tfidf(vocabulary, [terms]);
  let margin = intercept;
  const parts = Array.from(indices, (column, place): TermPart => {
    const contribution = values[place] * coefficients[column];
    margin += contribution;
    return {
      ...{term: vocabulary.terms[column], value: values[place]},
      ...{coefficient: coefficients[column], contribution}
    };
  });
  parts.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const unknown = [...new Set(terms)].filter((term) => !vocabulary.columnOf.has(term));
  return {probability: sigmoid(margin), margin, intercept, terms: parts, unknown};
}
