import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";

/** How many candidates are given how much: boosting rounds (trees), or training rows. */
export interface Rung {
  candidates: number;
  amount: number;
}

export interface HalvingOptions {
  candidates: number;
  /** Least and most that a candidate is given. */
  least: number;
  most: number;
  /** From rung to rung the candidates are divided, and what each is given is multiplied, by this: 2 halves. */
  factor: number;
}

/**
 * The schedule of successive halving (Jamieson and Talwalkar 2016): many candidates are tried on little, the better
 * ones on more, the last on all; the candidates are those of scikit-learn's HalvingGridSearchCV with
 * min_resources="exhaust". Fails, with a sentence, on absurd numbers.
 * @example halving({candidates: 27, least: 10, most: 300, factor: 3})
 *   => {ok: true, value: [{candidates: 27, amount: 11}, {candidates: 9, amount: 33}, {candidates: 3, amount: 100}, {candidates: 1, amount: 300}]}
 */
export function halving({candidates, least, most, factor}: HalvingOptions): Result<Rung[]> {
  if (!Number.isInteger(candidates) || candidates < 1) return fail("empty", "There is no candidate to try.");
  if (!(Number.isInteger(least) && Number.isInteger(most) && least >= 1 && most >= least))
    return fail("budget", `The budget must go from a whole number up to one, not from ${least} to ${most}`);
  if (!(factor > 1 && Number.isFinite(factor)))
    return fail("factor", `The factor must be above 1, not ${factor}`);
  let steps = 0;
  while (candidates / factor ** (steps + 1) >= 1 - 1e-9 && most / factor ** (steps + 1) >= least - 1e-9)
    steps++;
  return ok(
    Array.from({length: steps + 1}, (_, rung) => ({
      candidates: Math.ceil(candidates / factor ** rung - 1e-9),
      amount: Math.max(least, Math.floor(most / factor ** (steps - rung) + 1e-9))
    }))
  );
}
