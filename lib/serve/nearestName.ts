/** Single characters to insert, delete or replace to make one text of another (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({length: b.length + 1}, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1]));
    row = next;
  }
  return row[b.length];
}

/**
 * The name that somebody may have meant: the nearest one, if at most a third of its letters differ.
 * @example nearestName("recensy_days", ["frequency", "recency_days"]) => "recency_days"
 */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const asked = name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  let best: {name: string; apart: number} | undefined;
  for (const one of names) {
    const apart = distance(asked, one.toLowerCase());
    if (apart <= one.length / 3 && (!best || apart < best.apart)) best = {name: one, apart};
  }
  return best?.name;
}
