import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {Cases} from "./distinctCases.js";

/** What all customers have in common with one another. */
export interface CaseTotals {
  customers: number;
  /** Repeat purchases of a customer in a unit of time, on average. */
  rate: number;
  /** Time observed, mean over the customers. */
  meanT: number;
}

/**
 * Refuses, with a sentence, customers of whom no purchase model can be estimated; else their totals.
 * @example checkCases(distinctCases([0, 0], [0, 0], [9, 9])).code => "repeats"
 */
export function checkCases({x, tx, T, weight}: Cases): Result<CaseTotals> {
  let [customers, purchases, time] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    if (!(x[i] >= 0 && tx[i] >= 0 && tx[i] <= T[i] && T[i] < Infinity))
      return fail(
        "cases",
        "Every customer needs x of at least 0 and a last purchase that is not after the time observed."
      );
    if (x[i] === 0 && tx[i] > 0)
      return fail("cases", "A customer without a repeat purchase has no time of the last one: give 0.");
    customers += weight[i];
    purchases += weight[i] * x[i];
    time += weight[i] * T[i];
  }
  if (customers < 2)
    return fail("customers", "At least two customers are needed to tell how customers differ.");
  if (!(time > 0))
    return fail(
      "time",
      "Nobody was observed for any time after the first purchase: choose a later end of the calibration period."
    );
  if (!(purchases > 0))
    return fail(
      "repeats",
      "Nobody bought a second time, so there is no rate of purchases to estimate: choose a later end of the calibration period or more customers."
    );
  return ok({customers, rate: purchases / time, meanT: time / customers});
}
