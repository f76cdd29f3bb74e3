/** A tenth of the people, by what they have brought. */
export interface Tenth {
  /** 1 is the tenth that brought most. */
  tenth: number;
  people: number;
  total: number;
  mean: number;
  /** Smallest and largest amount in it. */
  low: number;
  high: number;
  /** Share of the whole, and of it and all tenths above it together; null where the whole is nothing. */
  share: number | null;
  cumulative: number | null;
}

/**
 * People in ten parts of nearly one size, from the largest amounts to the smallest; where there are fewer than ten
 * people, as many parts as people.
 * @example tenths(Float64Array.of(1, 3)).map(({share}) => share) => [0.75, 0.25]
 */
export function tenths(amounts: ArrayLike<number>): Tenth[] {
  const sorted = Float64Array.from(amounts).sort().reverse();
  const whole = sorted.reduce((sum, amount) => sum + amount, 0);
  const parts = Math.min(10, sorted.length);
  let before = 0;
  return Array.from({length: parts}, (_, i) => {
    const part = sorted.subarray(
      Math.round((i * sorted.length) / parts),
      Math.round(((i + 1) * sorted.length) / parts)
    );
    const total = part.reduce((sum, amount) => sum + amount, 0);
    before += total;
    return {
      ...{tenth: i + 1, people: part.length, total, mean: total / part.length},
      ...{low: part[part.length - 1], high: part[0]},
      share: whole > 0 ? total / whole : null,
      cumulative: whole > 0 ? before / whole : null
    };
  });
}
