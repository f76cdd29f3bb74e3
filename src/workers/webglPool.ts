import type {Tensor3D} from "@tensorflow/tfjs-core";
import type {PoolOf} from "../lib/reviews/convolutionModel.js";
import {poolWords} from "../lib/reviews/convolutionNetwork.js";
import type {WebglDevice} from "./webgl.js";

/** Texts are filled up to a multiple of so many words, so that few shapes have to be compiled. */
const step = 16;
/** A batch with a longer text is left to this thread: filled up it would not fit. */
const mostWords = 512;

/**
 * Finds the largest answers of a batch on WebGL in float32: all windows of all texts times the kernel in one product,
 * then the largest of each filter by text. What comes back is two numbers per text and filter.
 */
export const webglPool =
  ({tf, guard}: WebglDevice): PoolOf =>
  (model, batch) => {
    const {dimensions, width, filters, kernel, offsets} = model;
    const {starts, vectors} = batch;
    const texts = starts.length - 1;
    const lengths = Array.from({length: texts}, (_, text) => starts[text + 1] - starts[text]);
    const words = step * Math.max(1, Math.ceil(Math.max(...lengths) / step));
    if (words > mostWords) return poolWords(model, batch);
    const before = (width - 1) >> 1;
    const long = words + width - 1;
    const filled = new Float32Array(texts * long * dimensions);
    const there = new Float32Array(texts * words);
    for (let text = 0; text < texts; text++) {
      const own = vectors.subarray(starts[text] * dimensions, starts[text + 1] * dimensions);
      filled.set(own, (text * long + before) * dimensions);
      there.fill(1, text * words, text * words + lengths[text]);
    }
    const found = tf.tidy(() => {
      const all = tf.tensor3d(filled, [texts, long, dimensions]);
      const windows = tf.concat(
        Array.from({length: width}, (_, k) => tf.slice(all, [0, k, 0], [texts, words, dimensions])),
        2
      );
      const product = tf.matMul(
        tf.reshape(windows, [texts * words, width * dimensions]),
        tf.tensor2d(kernel, [width * dimensions, filters])
      );
      const answers = tf.relu(tf.add(product, tf.tensor1d(offsets)));
      const held = tf.mul<Tensor3D>(
        tf.reshape(answers, [texts, words, filters]),
        tf.tensor3d(there, [texts, words, 1])
      );
      return tf.stack([tf.max(held, 1), tf.cast(tf.argMax(held, 1), "float32")]);
    });
    return guard(found.data()).then((values) => {
      found.dispose();
      const largest = Float32Array.from(values.subarray(0, texts * filters));
      const places = Int32Array.from(largest, (value, i) =>
        value > 0 ? starts[Math.floor(i / filters)] + values[texts * filters + i] : -1
      );
      return {largest, places};
    });
  };
