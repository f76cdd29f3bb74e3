import type {FileRecommendation, RecommenderFile} from "../recommend/modelFile.js";
import {recommendFromFile} from "../recommend/modelFile.js";
import type {Result} from "../result.js";
import type {CustomerColumns} from "./customerColumns.js";
import type {CustomerField} from "./field.js";
import type {PackedModel} from "./packed.js";
import {unpacked} from "./packed.js";
import type {Prediction, ServedModel} from "./predictor.js";
import {predictor} from "./predictor.js";
import type {CustomerSegment, SegmentCuts} from "./segmenter.js";
import {segmenter} from "./segmenter.js";

/** What a published module holds of its model. */
export interface ModuleData extends Omit<ServedModel, "model" | "fields"> {
  model: PackedModel;
  fields: CustomerField[];
}

/** A value, or a TypeError with the sentence on what is wrong with the input. */
function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new TypeError(result.message);
}

/**
 * What a published module of a model exports; bad input throws a TypeError with a sentence.
 * @example modelModule(data).predict(customer).hash => data.hash
 */
export function modelModule({model, ...about}: ModuleData): {
  predict: (customer: unknown, top?: number) => Prediction;
  predictBatch: (columns: CustomerColumns) => Float64Array;
  fields: CustomerField[];
  hash: string;
  found: 0 | 1;
  threshold: number;
} {
  const {predict, predictBatch} = predictor({...about, model: unpacked(model)});
  const {fields, hash, found, threshold} = about;
  return {
    predict: (customer, top) => orThrow(predict(customer, top)),
    predictBatch: (columns) => orThrow(predictBatch(columns)),
    ...{fields, hash, found, threshold}
  };
}

/** What the published module of the segments exports. @example segmentModule(cuts).cutoff => cuts.cutoff */
export function segmentModule(cuts: SegmentCuts): {
  segment: (customer: unknown) => CustomerSegment;
  cutoff: string;
} {
  const segment = segmenter(cuts);
  return {segment: (customer) => orThrow(segment(customer)), cutoff: cuts.cutoff};
}

/** Ids of products that a customer bought. */
function boughtOf(customer: unknown): string[] {
  const bought: unknown =
    typeof customer === "object" && customer !== null && "bought" in customer ? customer.bought : undefined;
  if (Array.isArray(bought) && bought.every((id) => typeof id === "string")) return bought;
  throw new TypeError('A customer is an object with the ids of products bought: {"bought": ["1e9e8ef0…"]}.');
}

/** What the published module of the recommender exports. @example recommendModule(file).recommend({bought: []}, 3).length => 3 */
export const recommendModule = (
  file: RecommenderFile
): {recommend: (customer: unknown, count?: number) => FileRecommendation[]; hash: string} => ({
  recommend: (customer, count = 10) => orThrow(recommendFromFile(file, boughtOf(customer), count)),
  hash: file.hash
});
