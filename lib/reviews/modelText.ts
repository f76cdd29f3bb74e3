import {sha256} from "@noble/hashes/sha2.js";
import {bytesToHex, utf8ToBytes} from "@noble/hashes/utils.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {TextModel} from "./textModel.js";
import {vocabularyOf} from "./tfidf.js";

const format = "vitrine-text-model";
const digits = 6;

const short = (value: number) => Number(value.toPrecision(digits));

/**
 * A model with its numbers to six digits, as its file holds them.
 * @example roundedModel({...model, intercept: 0.12345678}).intercept => 0.123457
 */
export const roundedModel = (model: TextModel): TextModel => ({
  ...model,
  intercept: short(model.intercept),
  coefficients: model.coefficients.map(short)
});

/**
 * A bag-of-words model as JSON text that other tools can read too: terms with the number of texts each stood in, from
 * which its idf follows, and coefficients of the log-odds of a low score.
 * @example fromModelText(toModelText(roundedModel(model))).value.intercept => roundedModel(model).intercept
 */
export function toModelText({vocabulary, terms, intercept, coefficients}: TextModel): string {
  const {longest = 2, stems = false, keepStopWords = false} = terms;
  return JSON.stringify({
    ...{format, version: 1, label: "1 for a score of 1 or 2, 0 for 4 or 5"},
    words: {longest, stems, keepStopWords},
    ...{counted: vocabulary.counted, intercept: short(intercept)},
    terms: vocabulary.terms,
    documents: Array.from(vocabulary.documents),
    coefficients: Array.from(coefficients, short)
  });
}

/** What names a model: the SHA-256 of its file. @example modelTextHash("").length => 64 */
export const modelTextHash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** A model from the text of its file; fails with a sentence where it is none. */
export function fromModelText(text: string): Result<TextModel> {
  let file: Partial<ModelFields> | null;
  try {
    file = JSON.parse(text) as Partial<ModelFields> | null;
  } catch {
    return fail("model", "The file is no JSON: take the site’s own sentiment/model.json.");
  }
  if (!file || file.format !== format || !isWhole(file))
    return fail("model", "The file is no text model of this site: take its own sentiment/model.json.");
  const {words, counted, intercept, terms, documents, coefficients} = file;
  return ok({
    ...{intercept, coefficients: Float64Array.from(coefficients), iterations: 0, converged: true},
    vocabulary: vocabularyOf(
      terms.map((term, i) => [term, documents[i]]),
      counted
    ),
    terms: words
  });
}

interface ModelFields {
  format: string;
  words: {longest: number; stems: boolean; keepStopWords: boolean};
  counted: number;
  intercept: number;
  terms: string[];
  documents: number[];
  coefficients: number[];
}

function isWhole(file: Partial<ModelFields>): file is ModelFields {
  const {words, counted, intercept, terms, documents, coefficients} = file;
  const numbers = (list: unknown): list is number[] => Array.isArray(list) && list.every(Number.isFinite);
  return (
    typeof words?.longest === "number" &&
    numbers([counted, intercept]) &&
    Array.isArray(terms) &&
    terms.every((term) => typeof term === "string") &&
    numbers(documents) &&
    numbers(coefficients) &&
    documents.length === terms.length &&
    coefficients.length === terms.length
  );
}
