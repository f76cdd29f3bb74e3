import type {PlattScaling} from "../calibrate/platt.js";
import {applyPlatt, platt} from "../calibrate/platt.js";
import type {Result} from "../result.js";
import {sentiment} from "./sentiment.js";

/**
 * What the lexicon's score says of the probability of a low score: a line in the log-odds, by Platt's method. Nothing
 * else is learnt from the texts.
 * @param labels 1 for a low score, 0 for a high one
 * @example fitLexiconModel(["ótimo", "péssimo", "ruim", "bom"], Uint8Array.of(0, 1, 1, 0)).ok => true
 */
export const fitLexiconModel = (texts: readonly string[], labels: Uint8Array): Result<PlattScaling> =>
  platt(
    labels,
    texts.map((text) => -sentiment(text).score)
  );

/** Probability of a low score for each text by the lexicon. @example lexiconProbabilities(model, ["ótimo"])[0] => 0.1 */
export const lexiconProbabilities = (model: PlattScaling, texts: readonly string[]): Float64Array =>
  Float64Array.from(texts, (text) => applyPlatt(model, -sentiment(text).score));
