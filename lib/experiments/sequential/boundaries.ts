import {formatCount, formatDecimal, formatTyped} from "../../format.js";
import {normalQuantile, normalUpper} from "../../distributions/normal.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import {rootOf} from "../../stats/root.js";
import type {Spending} from "./spending.js";
import {spentAlpha} from "./spending.js";
import {crossings, startWalk} from "./walk.js";

const near = {x: 1e-11, value: 1e-12};

/** Alpha spending, or the classical constants for equally spaced looks. */
export type DesignKind = Spending | "classical-obrien-fleming" | "classical-pocock";

export interface DesignOptions {
  kind: DesignKind;
  /** Of both sides together. */
  alpha: number;
  sides: 1 | 2;
  /** Shares of the information at the looks, ascending to 1. See `equalTimes`. */
  times: readonly number[];
}

/** A group-sequential design: stop at the first look at which z reaches its boundary. */
export interface Boundaries extends Omit<DesignOptions, "times"> {
  times: number[];
  /** z by look; `Infinity` where a stop would cost more alpha than there is. */
  z: number[];
  /** Two-sided or one-sided p that z stands for, by look. */
  nominal: number[];
  /** Chance of a false alarm up to and with each look. */
  spent: number[];
}

/** The most looks that boundaries are computed for. */
export const mostLooks = 1000;

/** Smallest distance of two looks, as a share of the information. */
const closest = 1e-4;

/** Less than this is not spent: the integration knows nothing of it. */
const leastAlpha = 1e-12;

/** So many looks at equal distances. @example equalTimes(4) => [0.25, 0.5, 0.75, 1] */
export const equalTimes = (looks: number): number[] => Array.from({length: looks}, (_, i) => (i + 1) / looks);

const shape = {"classical-obrien-fleming": 0, "classical-pocock": 0.5} as const;

function problemOf({alpha, times}: DesignOptions): string | null {
  if (!(alpha > 1e-6 && alpha < 0.5))
    return `Alpha must be above ${formatDecimal(1e-6)} and below ${formatTyped(0.5)}: choose one like ${formatTyped(0.05)}.`;
  if (times.length < 1 || times.length > mostLooks)
    return `A design has 1 to ${formatCount(mostLooks)} looks: choose as many.`;
  if (times.some((time, i) => !(time - (i ? times[i - 1] : 0) >= closest)) || times.at(-1) !== 1)
    return `The looks must come one after the other, at least ${formatTyped(0.0001)} of the information apart, the last at 1.`;
  return null;
}

/**
 * The boundaries of a design: by Lan and DeMets' alpha spending, or P. C. O'Brien and T. R. Fleming's (1979) and
 * S. J. Pocock's (1977) constants.
 * @returns fails with `design` for times or an alpha that make no design
 * @example designBoundaries({kind: "classical-pocock", alpha: 0.05, sides: 2, times: equalTimes(5)}).value.z => [2.413, 2.413, ...]
 */
export function designBoundaries(options: DesignOptions): Result<Boundaries> {
  const problem = problemOf(options);
  if (problem) return fail("design", problem);
  const {kind, sides} = options;
  const times = [...options.times];
  const {z, spent} =
    kind === "obrien-fleming" || kind === "pocock"
      ? spendingBoundaries(kind, options)
      : classicalBoundaries(shape[kind], options);
  return ok({...options, times, z, nominal: z.map((value) => sides * normalUpper(value)), spent});
}

/** The lower boundaries that belong to upper ones. */
export const opposite = (z: readonly number[], sides: 1 | 2): number[] =>
  z.map((value) => (sides === 2 ? -value : -Infinity));

type Found = Pick<Boundaries, "z" | "spent">;

function spendingBoundaries(spending: Spending, {alpha, sides, times}: DesignOptions): Found {
  const walk = startWalk(times, 0);
  const found: Found = {z: [], spent: []};
  let before = 0;
  for (const [look, time] of times.entries()) {
    const part = spentAlpha(spending, alpha / sides, time) - before;
    const z =
      part < leastAlpha
        ? Infinity
        : rootOf((guess) => -Math.log(Math.max(walk.above(guess), 1e-300) / part), 0, 12, near);
    if (z !== Infinity) before += part;
    found.z.push(z);
    found.spent.push(sides * before);
    if (look + 1 < times.length) walk.stay(sides === 2 ? -z : -Infinity, z);
  }
  return found;
}

/** Boundaries C · t^(power − 1/2), the family of S. K. Wang and A. A. Tsiatis (1987). */
function classicalBoundaries(power: number, {alpha, sides, times}: DesignOptions): Found {
  const at = (constant: number) => times.map((time) => constant * time ** (power - 0.5));
  const spentBy = (z: number[]) => {
    let sum = 0;
    return crossings(times, z, opposite(z, sides), 0).map(({upper, lower}) => (sum += upper + lower));
  };
  const single = -normalQuantile(alpha / sides);
  const constant = rootOf((guess) => alpha - (spentBy(at(guess)).at(-1) ?? 0), single, single + 4, near);
  return {z: at(constant), spent: spentBy(at(constant))};
}
