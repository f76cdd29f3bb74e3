/**
 * Tells where a value stands among others, 0 the lowest and 1 the highest: the share below it and half of those
 * equal to it, itself left out. Missing values (NaN) do not count; a missing value gets `null`, a constant .5.
 * @example ranking(Float32Array.of(7, 1, 1, 9))(7) => 2 / 3
 */
export function ranking(values: Float32Array): (value: number) => number | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const others = sorted.length - 1;
  return (value) => {
    if (Number.isNaN(value)) return null;
    if (others < 1) return 0.5;
    const below = countOf(sorted, (other) => other < value);
    const last = countOf(sorted, (other) => other <= value) - 1;
    return Math.min(1, Math.max(0, (below + last) / 2 / others));
  };
}

/** How many of ascending values pass a test that holds up to some value and not beyond. */
function countOf(sorted: Float32Array, passes: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(sorted[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}
