/**
 * Draws as many rows as there are, with replacement, and puts into `counts` how often each came up: a bootstrap sample. Gives the
 * counts back.
 * @example drawCounts(new Uint16Array(5), random).reduce((sum, count) => sum + count) => 5
 */
export function drawCounts(counts: Uint16Array, random: () => number): Uint16Array {
  counts.fill(0);
  for (let draw = 0; draw < counts.length; draw++) counts[Math.floor(random() * counts.length)]++;
  return counts;
}
