/** A convolution over the vectors of a text's words, the largest answer of each filter, then a logistic unit. */
export interface Convolution {
  /** Length of a word's vector, words that a filter sees at once, and filters. */
  dimensions: number;
  width: number;
  filters: number;
  /** By place in the window, then dimension, then filter. */
  kernel: Float32Array;
  /** One per filter. */
  offsets: Float32Array;
  output: Float32Array;
  bias: Float32Array;
}

/** Texts as vectors of their words, one after the other. */
export interface WordBatch {
  /** Text i has the words `starts[i]` up to, and without, `starts[i + 1]`. */
  starts: Uint32Array;
  /** A row of `dimensions` for each word. */
  vectors: Float32Array;
}

/** By text, then filter: its largest answer within the text, at least 0, and at which word of the batch (-1 for none). */
export interface Pooled {
  largest: ArrayLike<number>;
  places: ArrayLike<number>;
}

/**
 * The largest answers of all filters in the texts of a batch, worked out in this thread: each filter looks at a word and
 * its neighbours, with nothing beyond the ends of the text, and only what is above 0 counts (Kim 2014).
 * @example poolWords(convolution, {starts: Uint32Array.of(0, 0), vectors: new Float32Array()}).places[0] => -1
 */
export function poolWords(
  {dimensions, width, filters, kernel, offsets}: Convolution,
  {starts, vectors}: WordBatch
): Pooled {
  const texts = starts.length - 1;
  const largest = new Float64Array(texts * filters);
  const places = new Int32Array(texts * filters).fill(-1);
  const before = (width - 1) >> 1;
  const answers = new Float64Array(filters);
  for (let text = 0; text < texts; text++) {
    const [first, end, own] = [starts[text], starts[text + 1], text * filters];
    for (let word = first; word < end; word++) {
      for (let f = 0; f < filters; f++) answers[f] = offsets[f];
      for (let k = 0; k < width; k++) {
        const at = word + k - before;
        if (at < first || at >= end) continue;
        for (let d = 0; d < dimensions; d++) {
          const value = vectors[at * dimensions + d];
          const row = (k * dimensions + d) * filters;
          for (let f = 0; f < filters; f++) answers[f] += value * kernel[row + f];
        }
      }
      for (let f = 0; f < filters; f++)
        if (answers[f] > largest[own + f]) {
          largest[own + f] = answers[f];
          places[own + f] = word;
        }
    }
  }
  return {largest, places};
}

/** Log-odds of each text from what was largest. @example [...marginsOf(convolution, pooled)].length => texts */
export function marginsOf({filters, output, bias}: Convolution, {largest}: Pooled): Float64Array {
  const margins = new Float64Array(largest.length / filters);
  for (let text = 0; text < margins.length; text++) {
    let margin = bias[0];
    for (let f = 0; f < filters; f++) margin += largest[text * filters + f] * output[f];
    margins[text] = margin;
  }
  return margins;
}

/** Slopes in the shape of what they are the slopes of. */
export interface ConvolutionSlopes {
  vectors: Float32Array;
  kernel: Float32Array;
  offsets: Float32Array;
  output: Float32Array;
  bias: Float32Array;
}

/**
 * The slopes that a batch's own slopes by its texts' log-odds lead to: only where an answer was largest is anything
 * handed back.
 * @param pushes the slope by each text's log-odds
 * @example convolutionSlopes(convolution, batch, {largest, places}, Float64Array.of(-0.5)).bias[0] => -0.5
 */
export function convolutionSlopes(
  {dimensions, width, filters, kernel, output}: Convolution,
  {starts, vectors}: WordBatch,
  {largest, places}: Pooled,
  pushes: Float64Array
): ConvolutionSlopes {
  const slopes: ConvolutionSlopes = {
    vectors: new Float32Array(vectors.length),
    kernel: new Float32Array(kernel.length),
    offsets: new Float32Array(filters),
    output: new Float32Array(filters),
    bias: new Float32Array(1)
  };
  const before = (width - 1) >> 1;
  for (const [text, push] of pushes.entries()) {
    slopes.bias[0] += push;
    for (let f = 0; f < filters; f++) {
      const word = places[text * filters + f];
      if (word < 0) continue;
      slopes.output[f] += push * largest[text * filters + f];
      const here = push * output[f];
      slopes.offsets[f] += here;
      for (let k = 0; k < width; k++) {
        const at = word + k - before;
        if (at < starts[text] || at >= starts[text + 1]) continue;
        for (let d = 0; d < dimensions; d++) {
          const place = (k * dimensions + d) * filters + f;
          slopes.kernel[place] += here * vectors[at * dimensions + d];
          slopes.vectors[at * dimensions + d] += here * kernel[place];
        }
      }
    }
  }
  return slopes;
}
