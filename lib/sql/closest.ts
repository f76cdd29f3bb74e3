/**
 * The candidate that takes the fewest edits (Levenshtein distance, letters' case aside) to turn into a word; undefined
 * if all take more than a third of its length, rounded up.
 * @example closest("ordrs", ["items", "orders"]) => "orders"
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const written = word.slice(0, 100).toLowerCase();
  const near = candidates
    .map((candidate) => ({candidate, edits: distance(written, candidate.toLowerCase())}))
    .filter(({edits}) => edits <= Math.ceil(written.length / 3))
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.candidate;
}

const distance = (a: string, b: string): number => {
  let row = Array.from({length: b.length + 1}, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
        )
      );
    row = next;
  }
  return row[b.length] ?? 0;
};
