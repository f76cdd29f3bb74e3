import type {Draws} from "../../../lib/distributions/draws.js";
import type {Parameters} from "../../../lib/value/fitPositive.js";

/** Repeat purchases of simulated customers, a row each. */
export interface SimulatedCustomers {
  x: Int32Array;
  /** Time of the last of them. */
  tx: Float64Array;
  T: Float64Array;
}

/**
 * Customers of the BG/NBD model (Fader, Hardie and Lee 2005), all watched for the same time T after their first
 * purchase: each buys at a rate of its own and leaves after a repeat purchase by a chance of its own.
 * @example simulatedCustomers({r: 0.24, alpha: 4.4, a: 0.8, b: 2.4}, 2000, 39, draws).x.length => 2000
 */
export function simulatedCustomers(
  {r, alpha, a, b}: Parameters<"r" | "alpha" | "a" | "b">,
  customers: number,
  T: number,
  draws: Draws
): SimulatedCustomers {
  const x = new Int32Array(customers);
  const tx = new Float64Array(customers);
  for (let customer = 0; customer < customers; customer++) {
    const rate = draws.gamma(r) / alpha;
    const leaving = draws.beta(a, b);
    for (let time = draws.gamma(1) / rate; time <= T; time += draws.gamma(1) / rate) {
      x[customer]++;
      tx[customer] = time;
      if (draws.binomial(1, leaving)) break;
    }
  }
  return {x, tx, T: new Float64Array(customers).fill(T)};
}
