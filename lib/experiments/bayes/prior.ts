import {formatCount, formatNumber, formatTyped} from "../../format.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";

/** A Beta(a, b) belief about a rate before the test: as if a - 1 conversions and b - 1 others had been seen. */
export interface BetaPrior {
  a: number;
  b: number;
}

/** Smallest and largest count of a prior that can be worked with. */
export const priorBounds = {min: 0.1, max: 1e6} as const;

/** Every rate is as likely as any other (Bayes, Laplace). */
export const flatPrior: BetaPrior = {a: 1, b: 1};

/** The prior that says the same whatever the rate is measured in (H. Jeffreys, 1946). */
export const jeffreysPrior: BetaPrior = {a: 0.5, b: 0.5};

/**
 * A prior from its two counts.
 * @example betaPrior(0, 1).ok => false
 */
export function betaPrior(a: number, b: number): Result<BetaPrior> {
  const within = (count: number) => count >= priorBounds.min && count <= priorBounds.max;
  if (within(a) && within(b)) return ok({a, b});
  return fail(
    "prior",
    `Give the prior two counts from ${formatNumber(priorBounds.min, 1)} to ${formatCount(priorBounds.max)}: with a count of 0 it is no distribution, and an arm without conversions could not be told from one that cannot convert.`
  );
}

/**
 * A prior that is worth so many visitors at a rate known from before.
 * @param rate between 0 and 1, neither included
 * @param visitors how much the knowledge is worth
 * @example informedPrior(0.1, 200) => {ok: true, value: {a: 20, b: 180}}
 */
export function informedPrior(rate: number, visitors: number): Result<BetaPrior> {
  if (!(rate > 0 && rate < 1))
    return fail(
      "prior",
      `Give the prior's rate as a share above 0 and below 1: ${formatTyped(0.1)} means 10 %.`
    );
  if (!(visitors > 0)) return fail("prior", "Say how many visitors the prior is worth: more than 0.");
  const prior = betaPrior(rate * visitors, (1 - rate) * visitors);
  return prior.ok
    ? prior
    : fail(
        "prior",
        `The prior must be worth at least ${formatNumber(priorBounds.min, 1)} conversions and as many others: raise its weight, or take a rate that is not so near to 0 or 1.`
      );
}
