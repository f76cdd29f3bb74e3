import type {Convolution} from "./convolutionNetwork.js";
import type {SubwordOptions} from "./subwordFeatures.js";
import type {WordTable} from "./wordVectors.js";

type Sizes = SubwordOptions & Pick<Convolution, "dimensions" | "width" | "filters">;
type Whole = Sizes & Convolution & WordTable;

/**
 * A convolution to learn from: numbers even between bounds by which signals keep their size (Glorot and Bengio 2010).
 * @param random gives numbers in [0, 1)
 * @example newConvolution({...sizes, filters: 32}, random).output.length => 32
 */
export function newConvolution(
  {buckets, shortest, longest, dimensions, width, filters}: Sizes,
  random: () => number
): Whole {
  const drawn = (length: number, reach: number) =>
    Float32Array.from({length}, () => (2 * random() - 1) * reach);
  return {
    ...{buckets, shortest, longest, dimensions, width, filters},
    embeddings: drawn(buckets * dimensions, 1),
    kernel: drawn(width * dimensions * filters, Math.sqrt(6 / (width * dimensions + filters))),
    offsets: new Float32Array(filters),
    output: drawn(filters, Math.sqrt(6 / (filters + 1))),
    bias: new Float32Array(1)
  };
}

type Numbers = Record<"embeddings" | "kernel" | "offsets" | "output" | "bias", Float32Array>;

const each = (model: Whole, made: (array: Float32Array) => Float32Array): Numbers => {
  const {embeddings, kernel, offsets, output, bias} = model;
  return {
    ...{embeddings: made(embeddings), kernel: made(kernel), offsets: made(offsets)},
    ...{output: made(output), bias: made(bias)}
  };
};

/** Zeros in the shape of a model's numbers. @example zerosLike(model).bias => [0] */
export const zerosLike = (model: Whole): Numbers => each(model, ({length}) => new Float32Array(length));

/** A model with numbers of its own. @example copyOf(model).kernel === model.kernel => false */
export const copyOf = (model: Whole): Whole => ({...model, ...each(model, (array) => array.slice())});
