/** A stream of uniform numbers in [0, 1), as d3-random's `source` takes them. */
export type RandomSource = () => number;

/**
 * Continues a stream of uniform numbers in [0, 1), with 32 bits of resolution, from a state of four 32-bit words
 * that are not all zero. Period 2^128 - 1; not for cryptography.
 *
 * Method: xoshiro128**, D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators" (2018).
 *
 * @example xoshiro128(1, 2, 3, 4)() * 2 ** 32 => 11520
 */
export function xoshiro128(a: number, b: number, c: number, d: number): RandomSource {
  return () => {
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result / 2 ** 32;
  };
}
