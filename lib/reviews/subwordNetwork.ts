import {sigmoid} from "../stats/sigmoid.js";

/** The mean of embeddings, then a logistic unit. */
export interface Network {
  dimensions: number;
  /** A row of `dimensions` for each bucket. */
  embeddings: Float32Array;
  output: Float32Array;
  bias: number;
}

/**
 * Log-odds of a text by the places of its parts; leaves the mean of its embeddings in `hidden`.
 * @example forward(network, new Uint32Array(), new Float64Array(network.dimensions)) => network.bias
 */
export function forward(
  {dimensions, embeddings, output, bias}: Network,
  features: Uint32Array,
  hidden: Float64Array
) {
  hidden.fill(0);
  for (let i = 0; i < features.length; i++) {
    const at = features[i] * dimensions;
    for (let d = 0; d < dimensions; d++) hidden[d] += embeddings[at + d];
  }
  let margin = bias;
  for (let d = 0; d < dimensions; d++) {
    if (features.length) hidden[d] /= features.length;
    margin += hidden[d] * output[d];
  }
  return margin;
}

/**
 * One step of gradient descent on a text, in place; gives its probability before the step.
 * @param rate step size times the text's weight
 * @example step(network, features, 1, 0.1, hidden) => 0.5
 */
export function step(
  network: Network,
  features: Uint32Array,
  label: number,
  rate: number,
  hidden: Float64Array
): number {
  const {dimensions, embeddings, output} = network;
  const p = sigmoid(forward(network, features, hidden));
  const push = rate * (label - p);
  const part = features.length ? push / features.length : 0;
  for (let i = 0; i < features.length; i++) {
    const at = features[i] * dimensions;
    for (let d = 0; d < dimensions; d++) embeddings[at + d] += part * output[d];
  }
  for (let d = 0; d < dimensions; d++) output[d] += push * hidden[d];
  network.bias += push;
  return p;
}
