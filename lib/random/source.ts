import {xoshiro128} from "./xoshiro128.js";
import type {RandomSource} from "./xoshiro128.js";

export type {RandomSource} from "./xoshiro128.js";

/** MurmurHash3's 32-bit finalizer: a bijection in which every input bit touches every output bit. */
const mix = (value: number): number => {
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
};

/**
 * Makes a repeatable stream of uniform numbers in [0, 1).
 * Several seeds name a stream within a stream (a seed, then a block of work): the result of one block
 * then does not depend on who worked on the others. Generator: see `xoshiro128`.
 *
 * @param seeds whole numbers from 0 to 2^53
 * @example randomSource(1)() === randomSource(1)() => true
 */
export function randomSource(...seeds: number[]): RandomSource {
  const state = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x6a09e667];
  for (const seed of seeds) {
    for (const word of [seed | 0, Math.floor(seed / 2 ** 32) | 0]) {
      for (let i = 0; i < 4; i++) state[i] = mix(Math.imul(state[i], 2 * i + 3) + word);
    }
  }
  const [a, b, c, d] = state;
  return xoshiro128(a, b, c, (a | b | c | d) === 0 ? 1 : d);
}
