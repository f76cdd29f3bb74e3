import {formatTyped} from "../../format.js";
import {normalQuantile} from "../../distributions/normal.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {Boundaries} from "./boundaries.js";
import {opposite} from "./boundaries.js";
import {rootOf} from "../../stats/root.js";
import {crossings} from "./walk.js";

const near = {x: 1e-11, value: 1e-12};

/** What a design costs and saves, against a test of one look with the same alpha and power. */
export interface DesignPower {
  power: number;
  /** Mean of z at the last look at which the design has that power. */
  drift: number;
  /** Users at the last look over those of the one-look test. */
  inflation: number;
  /** Users on average over those of the one-look test, where there is no effect and where it is the planned one. */
  expected: {none: number; planned: number};
  /** Chance of stopping at each look where there is no effect and where it is the planned one; the rest never stops. */
  stops: {none: number[]; planned: number[]};
}

/**
 * The chance to stop at each look and the mean share of the users that the test has then had.
 * @param drift mean of z at the last look
 * @example stopping({times: [1], z: [1.959964], sides: 2, ...}, 0) => {chances: [0.05], right: 0.025, share: 1}
 */
export function stopping({times, z, sides}: Boundaries, drift: number) {
  const each = crossings(times, z, opposite(z, sides), drift);
  const chances = each.map(({upper, lower}) => upper + lower);
  const right = each.reduce((sum, {upper}) => sum + upper, 0);
  const share = chances.reduce((sum, chance, look) => sum - chance * (1 - times[look]), 1);
  return {chances, right, share};
}

/**
 * What it takes for a design to find the planned effect with a power: how many more users than one fixed look would
 * take, and how many on average because it often stops early. C. Jennison and B. W. Turnbull (2000), chapter 2.
 * @param power above alpha, below 1: the chance to stop in the right direction
 * @example designPower(pocock5, 0.8).value.inflation => 1.229
 */
export function designPower(design: Boundaries, power: number): Result<DesignPower> {
  const {alpha, sides} = design;
  if (!(power > alpha && power <= 0.999))
    return fail(
      "power",
      `The power must be above alpha and at most ${formatTyped(0.999)}: choose one like ${formatTyped(0.8)}.`
    );
  const fixed = normalQuantile(1 - alpha / sides) + normalQuantile(power);
  const drift = rootOf((guess) => stopping(design, guess).right - power, 0, fixed * 2 + 1, near);
  const inflation = (drift / fixed) ** 2;
  const [none, planned] = [stopping(design, 0), stopping(design, drift)];
  return ok({
    power,
    drift,
    inflation,
    expected: {none: inflation * none.share, planned: inflation * planned.share},
    stops: {none: none.chances, planned: planned.chances}
  });
}

/**
 * The chance that a test without any effect is ever called significant, if it is looked at at these times and stopped
 * at the first z beyond one constant boundary: what peeking does, exactly.
 * @example peekingRate([0.2, 0.4, 0.6, 0.8, 1], 0.05) => 0.142
 */
export function peekingRate(times: readonly number[], alpha: number): number {
  return peekingRates(times, alpha).at(-1) ?? 0;
}

/** The same up to and with each look. @example peekingRates([0.5, 1], 0.05) => [0.05, 0.083] */
export function peekingRates(times: readonly number[], alpha: number): number[] {
  const z = times.map(() => normalQuantile(1 - alpha / 2));
  let sum = 0;
  return crossings(times, z, opposite(z, 2), 0).map(({upper, lower}) => (sum += upper + lower));
}
