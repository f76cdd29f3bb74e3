import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import {formatShare} from "../../format.js";
import type {PowerFunction} from "./power.js";

const most = 1e12;

/** Shares of the largest effect, looked at in turn: with few users the power may fall again towards it. */
const step = 1.25;
const steps = Array.from({length: 94}, (_, i) => step ** (i - 93));

/** Where an increasing function reaches a target between two positive ends, to the last digits. */
function crossing(grows: (x: number) => number, target: number, low: number, high: number): number {
  let [below, above] = [Math.log(low), Math.log(high)];
  for (let i = 0; i < 100 && above - below > 1e-14 * Math.max(1, Math.abs(above)); i++) {
    const middle = (below + above) / 2;
    if (grows(Math.exp(middle)) < target) below = middle;
    else above = middle;
  }
  return Math.exp((below + above) / 2);
}

/**
 * How many users the control needs, not rounded, for a comparison to have its power; at least 2, the fewest that
 * have a spread.
 * @param effect absolute, signed, not 0
 * @example usersFor(proportionPower(0.2, design, "pooled"), 0.05, 0.8).value => 1093.739
 */
export function usersFor(power: PowerFunction, effect: number, target: number): Result<number> {
  if (power(2, effect) >= target) return ok(2);
  if (!(power(most, effect) >= target))
    return fail(
      "effect",
      "So small an effect would need more than a trillion users: plan for a larger one, the smallest that would change what you do."
    );
  return ok(crossing((users) => power(users, effect), target, 2, most));
}

/**
 * The smallest effect (its size, without sign) that a comparison finds with its power.
 * @param users in the control
 * @param limit the largest effect there can be, signed: its sign is the direction looked in
 * @example smallestEffect(proportionPower(0.1, design, "pooled"), 1000, 0.8, 0.9).value => 0.0407452
 */
export function smallestEffect(
  power: PowerFunction,
  users: number,
  target: number,
  limit: number
): Result<number> {
  const largest = Math.abs(limit);
  const at = (size: number) => power(users, Math.sign(limit) * size);
  const first = steps.find((share) => at(share * largest) >= target);
  if (first === undefined)
    return fail(
      "users",
      `With so few users no effect is found with a power of ${formatShare(target, 0)}: take more users.`
    );
  return ok(crossing(at, target, (first / step) * largest, first * largest));
}
