import type {Thresholds} from "./peeking.js";
import {runChance, spreads} from "./peeking.js";
import {tabledBinomial} from "./tabledDraws.js";

/** A test as its reader sees it at a look: the difference of rates so far, with two intervals. */
export interface PathPoint {
  look: number;
  /** Of each arm. */
  users: number;
  difference: number;
  /** The usual interval, as if this were the only look. */
  naiveLow: number;
  naiveHigh: number;
  /** The confidence sequence. */
  low: number;
  high: number;
}

/**
 * One of the simulated tests, look by look; looks at which nothing could be measured yet are left out.
 * @param run its number, from 0
 * @example peekingPath(thresholds, 3).at(-1) => {look: 10, users: 1000, difference: 0.004, ...}
 */
export function peekingPath({options, z}: Thresholds, run: number): PathPoint[] {
  const {rate, effect, usersPerLook, looks, seed} = options;
  const draws = [tabledBinomial(usersPerLook, rate), tabledBinomial(usersPerLook, rate + effect)];
  const random = runChance(seed, run);
  const points: PathPoint[] = [];
  let [control, treatment] = [0, 0];
  for (let look = 0; look < looks; look++) {
    control += draws[0](random);
    treatment += draws[1](random);
    const users = usersPerLook * (look + 1);
    const [pooled, own] = spreads(control, treatment, users).map(
      (value) => Math.sqrt(Math.max(0, value)) / users
    );
    if (!(pooled > 0 && own > 0)) continue;
    const difference = (treatment - control) / users;
    points.push({
      look: look + 1,
      users,
      difference,
      naiveLow: difference - z.naive[look] * pooled,
      naiveHigh: difference + z.naive[look] * pooled,
      low: difference - z.sequence[look] * own,
      high: difference + z.sequence[look] * own
    });
  }
  return points;
}
