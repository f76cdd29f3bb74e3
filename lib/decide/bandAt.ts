import type {ProfitPoint} from "./profitCurve.js";

/**
 * The ends of a profit curve's band at a number of contacts, between its points in a straight line; `null` where the
 * curve has no point.
 * @param points ascending in `flagged`
 * @example bandAt([{flagged: 0, low: 0, high: 0, ...}, {flagged: 10, low: -4, high: 6, ...}], 5) => {low: -2, high: 3}
 */
export function bandAt(
  points: readonly Pick<ProfitPoint, "flagged" | "low" | "high">[],
  flagged: number
): {low: number; high: number} | null {
  const first = points.at(0);
  const last = points.at(-1);
  if (!first || !last) return null;
  const above = points.findIndex((point) => point.flagged >= flagged);
  if (above <= 0) return ends(above ? last : first);
  const [a, b] = [points[above - 1], points[above]];
  const share = (flagged - a.flagged) / (b.flagged - a.flagged);
  return {low: a.low + share * (b.low - a.low), high: a.high + share * (b.high - a.high)};
}

const ends = ({low, high}: {low: number; high: number}) => ({low, high});
