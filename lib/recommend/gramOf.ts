/**
 * Y'Y of factors, `width` values each, one after the other: `width` rows.
 * @example gramOf(Float64Array.of(1, 2, 0, 1), 2) => [1, 2, 2, 5]
 */
export function gramOf(factors: Float64Array, width: number): Float64Array {
  const gram = new Float64Array(width * width);
  for (let at = 0; at < factors.length; at += width)
    for (let i = 0; i < width; i++) {
      const value = factors[at + i];
      if (value !== 0) for (let j = 0; j <= i; j++) gram[i * width + j] += value * factors[at + j];
    }
  for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) gram[j * width + i] = gram[i * width + j];
  return gram;
}
