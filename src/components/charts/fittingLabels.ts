/** Pixels of a letter of an axis at 10 px, on average, with room between labels. */
const letter = 6;

/**
 * Of labels in even places, every nth, so that none touches the next; the first always, and of equal neighbours one.
 * @param space pixels that all of them share
 * @example fittingLabels(["Jan 2018", "Feb 2018", "Mar 2018", "Apr 2018"], 120) => [true, false, true, false]
 */
export function fittingLabels(labels: readonly string[], space: number): boolean[] {
  const longest = Math.max(0, ...labels.map((label) => label.length));
  const every = Math.max(1, Math.ceil((letter * (longest + 1) * labels.length) / space));
  return labels.map((label, i) => i % every === 0 && label !== labels[i - every]);
}
