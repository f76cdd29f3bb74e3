import type {Result} from "../result.js";
import {fail, ok} from "../result.js";

/** What purchases to come are worth. */
export interface ValueTerms {
  /** How far to look ahead, in units of time; a last part of a unit counts as such. */
  horizon: number;
  /** Discount of one unit of time, such as 0.002 a week for about 11 % a year. */
  discountRate: number;
  /** Expected amount of a purchase. */
  amount: number;
  /** The share of it that is profit. */
  margin: number;
}

/**
 * What a customer is expected to be worth over a horizon, as of today: the sum over the periods that end at
 * t = 1, 2, ..., horizon of (E(t) - E(previous t)) amount margin / (1 + discountRate)^t, where E(t) are the purchases
 * expected within t. A period's purchases are thus discounted from its end, as by Fader, Hardie and Lee, "RFM and CLV"
 * (2005), in discrete time.
 * @param expected purchases within t, such as `(t) => bgNbd.expectedPurchasesGiven(parameters, t, x, tx, T)`
 * @example discountedValue((t) => t, {horizon: 2, discountRate: 0, amount: 10, margin: 0.5}).value => 10
 */
export function discountedValue(
  expected: (t: number) => number,
  {horizon, discountRate, amount, margin}: ValueTerms
): Result<number> {
  if (!(horizon >= 0 && horizon <= 100_000))
    return fail("horizon", "The horizon must be a number of periods from 0 to 100,000.");
  if (!(discountRate > -1 && discountRate < Infinity))
    return fail("discountRate", "The discount rate of a period must be above -100 %.");
  if (!Number.isFinite(amount * margin))
    return fail("amount", "The amount of a purchase and the margin must be numbers.");
  let purchases = 0;
  let before = 0;
  for (let period = 1; period < horizon + 1; period++) {
    const t = Math.min(period, horizon);
    const until = expected(t);
    purchases += (until - before) / (1 + discountRate) ** t;
    before = until;
  }
  return ok(purchases * amount * margin);
}
