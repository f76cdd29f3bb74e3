/**
 * The product of each item's factors with a person's.
 * @param factors of each item, one item after the other
 * @example factorScores(Float32Array.of(1, 2, 3, 4), Float32Array.of(1, 1), out); out => [3, 7]
 */
export function factorScores(
  factors: Float32Array | Float64Array,
  person: Float32Array | Float64Array,
  out: Float32Array
): void {
  const width = person.length;
  for (let item = 0, at = 0; item < out.length; item++) {
    let sum = 0;
    for (let i = 0; i < width; i++) sum += factors[at++] * person[i];
    out[item] = sum;
  }
}
