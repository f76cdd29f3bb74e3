import {binomialLogPmf} from "../../distributions/binomial.js";
import type {RandomSource} from "../../random/source.js";

/** Chances below this are left out. */
const negligible = 1e-17;

/**
 * Draws from one binomial distribution, many times over: M. D. Vose's alias table (1991) of the exact chances, a number
 * of the source for each draw.
 * @param trials whole number, 0 or more
 * @example tabledBinomial(10, 0)(randomSource(1)) => 0
 */
export function tabledBinomial(trials: number, chance: number): (random: RandomSource) => number {
  if (trials < 1 || chance <= 0) return () => 0;
  if (chance >= 1) return () => trials;
  const {first, chances} = likely(trials, chance);
  const size = chances.length;
  const total = chances.reduce((sum, value) => sum + value, 0);
  const scaled = Float64Array.from(chances, (value) => (value / total) * size);
  const alias = new Uint32Array(size);
  const [small, large]: [number[], number[]] = [[], []];
  for (let i = 0; i < size; i++) (scaled[i] < 1 ? small : large).push(i);
  while (small.length && large.length) {
    const [low, high] = [small.pop() as number, large[large.length - 1]];
    alias[low] = high;
    scaled[high] -= 1 - scaled[low];
    if (scaled[high] < 1) small.push(large.pop() as number);
  }
  for (const i of [...small, ...large]) scaled[i] = 1;
  return (random) => {
    const place = random() * size;
    const i = Math.floor(place);
    return first + (place - i < scaled[i] ? i : alias[i]);
  };
}

/** The chances about the mode, as far as they count. */
function likely(trials: number, chance: number): {first: number; chances: number[]} {
  const mode = Math.min(trials, Math.floor((trials + 1) * chance));
  const pmf = (k: number) => Math.exp(binomialLogPmf(k, trials, chance));
  const chances = [pmf(mode)];
  let first = mode;
  for (let k = mode - 1; k >= 0; k--) {
    const value = pmf(k);
    if (value < negligible) break;
    chances.push(value);
    first = k;
  }
  chances.reverse();
  for (let k = mode + 1; k <= trials; k++) {
    const value = pmf(k);
    if (value < negligible) break;
    chances.push(value);
  }
  return {first, chances};
}
