import type {SubwordOptions} from "./subwordFeatures.js";
import {wordParts} from "./subwordFeatures.js";
import {tokenise} from "./tokenise.js";

/** Embeddings of the parts of words: a row of `dimensions` for each bucket. */
export interface WordTable {
  dimensions: number;
  embeddings: Float32Array;
}

/** Of each word of each text, the places of its parts. */
export function partsOfTexts(texts: readonly string[], options: SubwordOptions): (readonly Uint32Array[])[] {
  const partsOf = wordParts(options);
  return texts.map((text) => tokenise(text).words.map(partsOf));
}

/**
 * The vectors of the words of some texts, one after the other: each the mean of the embeddings of its parts.
 * @example wordBatch({dimensions: 1, embeddings: Float32Array.of(1, 3)}, [[Uint32Array.of(0, 1)]]).vectors => [2]
 */
export function wordBatch(
  {dimensions, embeddings}: WordTable,
  texts: readonly (readonly Uint32Array[])[]
): {starts: Uint32Array; vectors: Float32Array} {
  const starts = new Uint32Array(texts.length + 1);
  for (let i = 0; i < texts.length; i++) starts[i + 1] = starts[i] + texts[i].length;
  const vectors = new Float32Array(starts[texts.length] * dimensions);
  let to = 0;
  for (const words of texts)
    for (const parts of words) {
      for (let i = 0; i < parts.length; i++) {
        const from = parts[i] * dimensions;
        for (let d = 0; d < dimensions; d++) vectors[to + d] += embeddings[from + d];
      }
      for (let d = 0; d < dimensions; d++) vectors[to + d] /= parts.length;
      to += dimensions;
    }
  return {starts, vectors};
}

/** Steps down slopes, each parameter by less the more it has been moved (AdaGrad); in place, with its sums of squares. */
export function adagrad(
  parameters: Float32Array,
  sums: Float32Array,
  slopes: Float32Array,
  rate: number
): void {
  for (let j = 0; j < parameters.length; j++) {
    const slope = slopes[j];
    if (slope === 0) continue;
    sums[j] += slope * slope;
    parameters[j] -= (rate * slope) / Math.sqrt(sums[j] + tiny);
  }
}

const tiny = 1e-12;

/** Hands the slopes of the words' vectors on to the embeddings of their parts, by AdaGrad. */
export function pushParts(
  {dimensions, embeddings}: WordTable,
  sums: Float32Array,
  {
    parts: texts,
    slopes,
    rate
  }: {parts: readonly (readonly Uint32Array[])[]; slopes: Float32Array; rate: number}
): void {
  let from = 0;
  for (const words of texts)
    for (const parts of words) {
      for (let d = 0; d < dimensions; d++) {
        const slope = slopes[from + d] / parts.length;
        if (slope === 0) continue;
        for (let i = 0; i < parts.length; i++) {
          const at = parts[i] * dimensions + d;
          sums[at] += slope * slope;
          embeddings[at] -= (rate * slope) / Math.sqrt(sums[at] + tiny);
        }
      }
      from += dimensions;
    }
}
