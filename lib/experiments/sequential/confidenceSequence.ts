import type {Interval, Sides} from "../arms.js";
import type {Measured} from "./effect.js";

export interface SequenceOptions {
  /** The chance, over all looks together, of ever excluding the truth. */
  alpha: number;
  /** Users of both arms together at which the interval is to be tightest (GrowthBook: 5,000). */
  tuning: number;
  sides: Sides;
}

export interface SequenceReading extends Interval {
  /** Always valid, whenever one stops; of one side at most `largestOneSidedP`, to be read as "or more". */
  p: number;
}

/** Where a one-sided p ends: its formula holds below one half. */
export const largestOneSidedP = 0.4999;

/**
 * The mixing parameter for which the interval is tightest at so many users: Waudby-Smith, Arbour, Sinha, Kennedy and
 * Ramdas, "Time-uniform central limit theory and asymptotic confidence sequences" (2021), appendix on its choice.
 * @example mixing(0.05, 5000) => 0.0398
 */
export const mixing = (alpha: number, tuning: number): number =>
  Math.sqrt((-2 * Math.log(alpha) + Math.log(1 - 2 * Math.log(alpha))) / tuning);

/** Half the width of the interval over the standard error: what 1,96 is to one fixed look. */
export function widthFactor(users: number, {alpha, tuning, sides}: SequenceOptions): number {
  const twoSided = sides === "two-sided";
  const mixed = users * mixing(twoSided ? alpha : 2 * alpha, tuning) ** 2;
  const root = Math.sqrt(mixed + 1);
  return Math.sqrt(
    2 * (1 + 1 / mixed) * (twoSided ? Math.log(root / alpha) : Math.log1p(root / (2 * alpha)))
  );
}

/**
 * An interval that holds at all looks at once, and its p-value: asymptotic confidence sequences by a normal mixture,
 * two-sided and one-sided, and for p the level at which the interval would just touch 0. They rest on the central limit
 * theorem: at very few users they are not to be trusted.
 * Method: Waudby-Smith et al. (2021), as GrowthBook uses it.
 * @param measured effect, its standard error and the users of both arms so far
 * @example confidenceSequence({effect: 0.1, standardError: 0.02, users: 5000}, {alpha: 0.05, tuning: 5000, sides: "two-sided"}) => {low: 0.0393, high: 0.1607, p: 0.00005}
 */
export function confidenceSequence(
  {effect, standardError, users}: Measured,
  options: SequenceOptions
): SequenceReading {
  const {alpha, tuning, sides} = options;
  const half = widthFactor(users, options) * standardError;
  const mixed = users * mixing(sides === "two-sided" ? alpha : 2 * alpha, tuning) ** 2;
  const root = Math.sqrt(mixed + 1);
  const exponent = ((effect / standardError) ** 2 / 2) * (mixed / (mixed + 1));
  if (sides === "two-sided")
    return {low: effect - half, high: effect + half, p: Math.min(1, root * Math.exp(-exponent))};
  const greater = sides === "greater";
  return {
    low: greater ? effect - half : null,
    high: greater ? null : effect + half,
    p:
      effect > 0 === greater && effect !== 0
        ? Math.min(largestOneSidedP, root / (2 * Math.expm1(exponent)))
        : largestOneSidedP
  };
}
