/** Scores that are smaller than the largest by more than this are rounding: they say nothing. */
const silent = 1e-9;

/**
 * Orders by popularity, in place, the items that a model has nothing to say about (score 0): beneath all it speaks for
 * (above 0) and above all it speaks against (below 0). A model that is silent about everything gives the ranking by
 * popularity. What nobody has bought comes last.
 * @param counts how popular each item is, not below 0
 * @example ((out) => (fillFromPopularity(out, Float32Array.of(9, 1, 4)), out))(Float32Array.of(0, 0.5, 0)) => [0.45, 0.5, 0.2]
 */
export function fillFromPopularity(out: Float32Array, counts: Float32Array): void {
  const largest = out.reduce((found, score) => Math.max(found, Math.abs(score)), 0);
  let [least, most, lowest] = [Infinity, 0, 0];
  for (let i = 0; i < out.length; i++) {
    if (Math.abs(out[i]) < silent * largest) out[i] = 0;
    if (out[i] > 0 && out[i] < least) least = out[i];
    if (counts[i] > most) most = counts[i];
    if (out[i] < lowest) lowest = out[i];
  }
  const scale = (least < Infinity ? least : 1) / (most + 1);
  for (let i = 0; i < out.length; i++)
    if (out[i] === 0) out[i] = counts[i] > 0 ? counts[i] * scale : 2 * lowest;
}
