/**
 * The product of two stretches of one list.
 * @example dot(Float64Array.of(1, 2, 3, 4), 0, 2, 2) => 11
 */
export function dot(values: Float64Array, a: number, b: number, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += values[a + i] * values[b + i];
  return sum;
}

/**
 * The products of up to four stretches, which begin at `a` and every `apart` after it, with the one at `b`: each number
 * of that one is read once for all four, which is what the time goes into.
 * @param out the four products
 * @example fourDots(Float64Array.of(1, 2, 3, 4), 0, 1, 2, 3, 1, out); out => [4, 8, 0, 0]
 */
export function fourDots(
  values: Float64Array,
  a: number,
  apart: number,
  count: number,
  b: number,
  length: number,
  out: Float64Array
): void {
  if (count < 4) {
    for (let row = 0; row < count; row++) out[row] = dot(values, a + row * apart, b, length);
    return;
  }
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = 0; i < length; i++) {
    const value = values[b + i];
    const at = a + i;
    s0 += values[at] * value;
    s1 += values[at + apart] * value;
    s2 += values[at + 2 * apart] * value;
    s3 += values[at + 3 * apart] * value;
  }
  out[0] = s0;
  out[1] = s1;
  out[2] = s2;
  out[3] = s3;
}
