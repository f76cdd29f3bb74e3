/** A group's mean and the rows that it rests on. */
export interface GroupMean {
  mean: number;
  rows: number;
}

/**
 * Groups' means drawn towards that of all groups, the more so the fewer rows a group has (empirical Bayes, normal
 * means; the variance between groups by the method of moments, DerSimonian and Laird 1986).
 * @param variance of rows within a group, taken to be the same in all groups
 * @example shrunkenMeans([{mean: 3, rows: 10}, {mean: 5, rows: 10}], 0) => [3, 5]
 */
export function shrunkenMeans(groups: readonly GroupMean[], variance: number): number[] {
  if (groups.length < 2 || !(variance > 0)) return groups.map(({mean}) => mean);
  const weights = groups.map(({rows}) => rows / variance);
  const [total, squared] = weights.reduce(([sum, squares], w) => [sum + w, squares + w * w], [0, 0]);
  const fixed = groups.reduce((sum, {mean}, i) => sum + weights[i] * mean, 0) / total;
  const spread = groups.reduce((sum, {mean}, i) => sum + weights[i] * (mean - fixed) ** 2, 0);
  const between = Math.max(0, (spread - (groups.length - 1)) / (total - squared / total));
  if (between === 0) return groups.map(() => fixed);
  const random = groups.map(({rows}) => 1 / (between + variance / rows));
  const centre =
    groups.reduce((sum, {mean}, i) => sum + random[i] * mean, 0) / random.reduce((sum, w) => sum + w, 0);
  return groups.map(({mean, rows}) => {
    const noise = variance / rows;
    return (between * mean + noise * centre) / (between + noise);
  });
}
