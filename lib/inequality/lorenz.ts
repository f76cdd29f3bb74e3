/** A point of a Lorenz curve: the poorest share of people, and the share of the whole that they hold. */
export interface LorenzPoint {
  people: number;
  held: number;
}

/**
 * The Lorenz curve of amounts that are not negative, from the smallest: at most `points` points and the origin. Null
 * where there is nothing to share out. M. O. Lorenz (1905).
 * @example lorenz(Float64Array.of(3, 1), 2) => [{people: 0, held: 0}, {people: 0.5, held: 0.25}, {people: 1, held: 1}]
 */
export function lorenz(amounts: ArrayLike<number>, points = 100): LorenzPoint[] | null {
  const sorted = Float64Array.from(amounts).sort();
  const total = sorted.reduce((sum, amount) => sum + amount, 0);
  if (!(total > 0) || sorted[0] < 0) return null;
  const curve: LorenzPoint[] = [{people: 0, held: 0}];
  const count = Math.min(points, sorted.length);
  let [taken, held] = [0, 0];
  for (let point = 1; point <= count; point++) {
    const upTo = Math.round((point * sorted.length) / count);
    for (; taken < upTo; taken++) held += sorted[taken];
    curve.push({people: upTo / sorted.length, held: held / total});
  }
  return curve;
}
