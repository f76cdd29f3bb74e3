import {people} from "./calibration/people.js";

const peoplePerBlock = 2000;

/** How much of everything there is at a scale, and how it is shared among blocks of people. */
export interface Plan {
  seed: number;
  scale: number;
  /** Blocks of people; each is simulated from its own stream of random numbers. */
  blocks: number;
  /** A count at scale 1 brought to this scale; from scale 0.1 on, what exists at scale 1 exists at least once. */
  total(count: number): number;
  /** A count of places or points: in proportion below scale 1, constant above, for the country does not grow. */
  ground(count: number): number;
  /** A block's part of a total; the parts of all blocks add up to it. Different keys favour different blocks. */
  share(total: number, block: number, key: number): number;
}

/**
 * Plans a data set.
 *
 * @throws RangeError with a sentence when scale or seed are not usable
 * @example makePlan({scale: 2, seed: 1}).total(3095) => 6190
 */
export function makePlan({scale, seed}: {scale: number; seed: number}): Plan {
  if (!(scale >= 0.01 && scale <= 100)) {
    throw new RangeError(
      `The scale must be a number from 0.01 to 100 (1 is the size of the real files): ${scale}`
    );
  }
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`The seed must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}: ${seed}`);
  }
  const blocks = Math.max(1, Math.round((people * scale) / peoplePerBlock));
  const total = (count: number) => Math.max(scale >= 0.1 && count > 0 ? 1 : 0, Math.round(count * scale));
  return {
    seed,
    scale,
    blocks,
    total,
    ground: (count) => (scale >= 1 ? count : total(count)),
    share: (whole, block, key) => {
      const phase = (key * 7919) % blocks;
      return (
        Math.floor((whole * (block + 1) + phase) / blocks) - Math.floor((whole * block + phase) / blocks)
      );
    }
  };
}

/**
 * Some of a list, evenly spaced, the first after a share of a step.
 * @example pickSome([1, 2, 3, 4], 2, 0.5) => [2, 4]
 */
export function pickSome<T>(from: ArrayLike<T>, count: number, offset = 0): T[] {
  const chosen = Math.min(count, from.length);
  return Array.from({length: chosen}, (_, i) => from[Math.floor(((i + offset) * from.length) / chosen)]);
}
