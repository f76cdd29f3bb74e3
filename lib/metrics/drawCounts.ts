/**
 * Draws as many rows as there are, with replacement, and puts into `counts` how often each came up.
 * @example drawCounts(counts, random); counts.reduce((sum, count) => sum + count) => counts.length
 */
export function drawCounts(counts: Uint16Array, random: () => number): void {
  counts.fill(0);
  for (let draw = 0; draw < counts.length; draw++) counts[Math.floor(random() * counts.length)]++;
}
