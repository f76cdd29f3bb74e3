/**
 * What is believed about one unknown number, as a distribution over a scale t on which its density is smooth and has no
 * sharp ends: the log odds of a rate, a mean itself.
 */
export interface Belief {
  /** Of the number itself, not of t. */
  mean: number;
  sd: number;
  /** All but about 1e-15 of the belief lies between these values of t. */
  low: number;
  high: number;
  /** How far t moves before the density changes much: about a standard deviation. */
  scale: number;
  /** The density at t. */
  density: (t: number) => number;
  /** The chance that t is at most this. */
  cdf: (t: number) => number;
  /** The number at t, and how fast it grows with t. */
  valueAt: (t: number) => number;
  slopeAt: (t: number) => number;
}

/** The log density, relative to the peak, where a belief is cut off. */
export const cutOff = -36;
