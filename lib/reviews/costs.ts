import type {ConvolutionModel} from "./convolutionModel.js";
import {lexicon} from "./lexicon.js";
import {toModelText} from "./modelText.js";
import type {SubwordModel} from "./subwordModel.js";
import type {TextModel} from "./textModel.js";

/** What a model takes to be sent to a reader. */
export interface ModelCost {
  /** Numbers that were learnt, or in the lexicon given. */
  parameters: number;
  /** Of the words model its file; of the networks float32 numbers alone, as hashes need no list of words. */
  bytes: number;
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** The lexicon: its entries with their weights, and the line that turns a score into a probability. */
export const lexiconCost = (): ModelCost => ({
  parameters: lexicon.length + 2,
  bytes: bytesOf(JSON.stringify(lexicon.map(({entry, weight}) => [entry, weight])))
});

/** The words model as its file holds it. @example wordsCost(model).parameters => 7489 */
export const wordsCost = (model: TextModel): ModelCost => ({
  parameters: model.coefficients.length + 1,
  bytes: bytesOf(toModelText(model))
});

const floats = (parameters: number): ModelCost => ({parameters, bytes: 4 * parameters});

/** Embeddings, one output per dimension, and the bias. */
export const subwordsCost = ({embeddings, output}: SubwordModel): ModelCost =>
  floats(embeddings.length + output.length + 1);

/** Embeddings, filters with their offsets, one output per filter, and the bias. */
export const convolutionCost = ({embeddings, kernel, offsets, output}: ConvolutionModel): ModelCost =>
  floats(embeddings.length + kernel.length + offsets.length + output.length + 1);
