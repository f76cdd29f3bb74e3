import type {Interval} from "../arms.js";
import type {Effect} from "./means.js";

/** One way to a p-value, by its name and what it computes, in words. */
export interface NamedTest {
  name: string;
  formula: string;
  /** "z = 2,677", or null where the test has none. */
  statistic: string | null;
  p: number;
}

/** One way to an interval of the absolute difference. */
export interface NamedInterval {
  name: string;
  note: string;
  interval: Interval;
}

/** A treatment against the control. */
export interface Comparison {
  control: string;
  treatment: string;
  controlValue: number;
  treatmentValue: number;
  difference: number;
  /** The first is the one to quote. */
  intervals: NamedInterval[];
  /** Relative lift, or why there is none. */
  relative: Pick<Effect, "estimate" | "interval"> | string;
  /** The first is the one to go by. */
  tests: NamedTest[];
  /** Why the first is. */
  reason: string;
  /** Of the first test; null where nothing can be tested, for `problem`. */
  p: number | null;
  /** p adjusted for being several. */
  adjusted: number | null;
  problem: string | null;
}

/** A comparison less its adjustment, which needs them all. */
export type Unadjusted = Omit<Comparison, "adjusted">;
