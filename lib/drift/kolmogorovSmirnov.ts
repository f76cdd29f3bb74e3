/** Whether two samples come from one distribution. */
export interface KolmogorovSmirnov {
  /** The greatest distance of the two distribution functions, 0 to 1. */
  statistic: number;
  /** Two-sided; with ties too high rather than too low. */
  p: number;
}

/** So many pairs of rows are counted exactly. */
const exactPairs = 250_000;

/**
 * The Kolmogorov-Smirnov test of two samples in ascending order. The p-value is exact where the samples are small
 * (paths within a band, Hodges 1958; as R's psmirnov), else by Kolmogorov's limit with Stephens' correction (1970).
 * Null where either is empty.
 * @example kolmogorovSmirnov([1, 2, 2, 3], [1, 2, 2, 3]) => {statistic: 0, p: 1}
 */
export function kolmogorovSmirnov(a: ArrayLike<number>, b: ArrayLike<number>): KolmogorovSmirnov | null {
  if (!a.length || !b.length) return null;
  let [i, j, statistic] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const at = Math.min(a[i], b[j]);
    while (i < a.length && a[i] === at) i++;
    while (j < b.length && b[j] === at) j++;
    statistic = Math.max(statistic, Math.abs(i / a.length - j / b.length));
  }
  if (statistic === 0) return {statistic, p: 1};
  const exact = a.length * b.length <= exactPairs;
  return {
    statistic,
    p: exact ? exactP(statistic, a.length, b.length) : limitP(statistic, a.length, b.length)
  };
}

/** Chance of a distance as large, by counting the paths that stay nearer. */
function exactP(statistic: number, n: number, m: number): number {
  const within = (0.5 + Math.floor(statistic * n * m - 1e-7)) / (n * m);
  const stays = new Float64Array(m + 1);
  for (let j = 0; j <= m; j++) stays[j] = j / m > within ? 0 : 1;
  for (let i = 1; i <= n; i++) {
    const weight = i / (i + m);
    stays[0] = i / n > within ? 0 : weight * stays[0];
    for (let j = 1; j <= m; j++)
      stays[j] = Math.abs(i / n - j / m) > within ? 0 : weight * stays[j] + stays[j - 1];
  }
  return Math.min(1, Math.max(0, 1 - stays[m]));
}

function limitP(statistic: number, n: number, m: number): number {
  const root = Math.sqrt((n / (n + m)) * m);
  const x = (root + 0.12 + 0.11 / root) * statistic;
  if (x < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k++) sum += (k % 2 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
  return Math.min(1, Math.max(0, sum));
}
