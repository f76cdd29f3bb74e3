import {firstWhere} from "../stats/firstWhere.js";

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
    const below = firstWhere((i) => !(sorted[i] < value), 0, sorted.length);
    const last = firstWhere((i) => !(sorted[i] <= value), 0, sorted.length) - 1;
    return Math.min(1, Math.max(0, (below + last) / 2 / others));
  };
}
