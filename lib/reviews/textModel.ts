import {sigmoid} from "../stats/sigmoid.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {bothClasses} from "./bothClasses.js";
import type {TextProgress} from "./part.js";
import {part} from "./part.js";
import type {SparseLogistic, SparseLogisticOptions} from "./sparseLogistic.js";
import {sparseLogistic} from "./sparseLogistic.js";
import {times} from "./sparseRows.js";
import type {TermOptions} from "./terms.js";
import {termsBy} from "./terms.js";
import type {Vocabulary, VocabularyOptions} from "./tfidf.js";
import {tfidf, vocabulary} from "./tfidf.js";

/** Everything that may be chosen about a bag-of-words model; the defaults are those of its parts. */
export interface TextModelOptions extends TermOptions, VocabularyOptions, SparseLogisticOptions {}

/** A bag-of-words model of low scores. */
export interface TextModel extends SparseLogistic {
  vocabulary: Vocabulary;
  terms: TermOptions;
}

const textsBetweenYields = 1000;

/** The terms of texts, giving way every thousand. @example finish(termsOf(["bom"], {})) => [["bom"]] */
export function* termsOf(
  texts: readonly string[],
  options: TermOptions
): Generator<{share: number}, string[][]> {
  const terms = termsBy(options);
  const documents: string[][] = [];
  for (const text of texts) {
    documents.push(terms(text));
    if (documents.length % textsBetweenYields === 0) yield {share: documents.length / texts.length};
  }
  return documents;
}

/**
 * Learns to tell low scores from high ones by the words of a review: tf-idf of words and pairs, then logistic
 * regression. The order of the reviews changes nothing but roundings.
 * @param labels 1 for a low score, 0 for a high one
 * @example finish(fitTextModel(texts, labels)).value.vocabulary.terms.length => 13117
 */
export function* fitTextModel(
  texts: readonly string[],
  labels: Uint8Array,
  options: TextModelOptions = {}
): Generator<TextProgress, Result<TextModel>> {
  const documents = yield* part(termsOf(texts, options), 0, 0.5, "reading the texts");
  return yield* part(fitTerms(documents, labels, options), 0.5, 0.5, "fitting the coefficients");
}

/**
 * `fitTextModel` of texts that have been turned into their terms, by the same options.
 * @example finish(fitTerms(documents, labels)).value.converged => true
 */
export function* fitTerms(
  documents: readonly (readonly string[])[],
  labels: Uint8Array,
  options: TextModelOptions = {}
): Generator<{share: number}, Result<TextModel>> {
  const checked = bothClasses(labels);
  if (!checked.ok) return checked;
  const words = vocabulary(documents, options);
  if (!words.terms.length)
    return fail(
      "no-words",
      "No word stands in enough of the texts to learn from: choose a longer period or a smaller minimum."
    );
  const fitted = yield* sparseLogistic(tfidf(words, documents), labels, options);
  const {longest, stems, keepStopWords} = options;
  return fitted.ok
    ? ok({...fitted.value, vocabulary: words, terms: {longest, stems, keepStopWords}})
    : fitted;
}

/** Log-odds of a low score for the terms of each text. @example [...termMargins(model, [[]])] => [model.intercept] */
export const termMargins = (
  {vocabulary: words, coefficients, intercept}: TextModel,
  documents: readonly (readonly string[])[]
): Float64Array => times(tfidf(words, documents), coefficients, intercept);

/** Probability of a low score for each text. @example textProbabilities(model, ["não recebi"])[0] => 0.98 */
export const textProbabilities = (model: TextModel, texts: readonly string[]): Float64Array =>
  termMargins(model, texts.map(termsBy(model.terms))).map(sigmoid);
