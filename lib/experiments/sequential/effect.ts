import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {MeanArm, ProportionArm} from "../arms.js";

/** What a confidence sequence needs of an arm. */
export interface ArmMoments {
  name: string;
  users: number;
  mean: number;
  /** Of one user's value. */
  variance: number;
}

/** An effect measured so far: treatment minus control, or that over the control. */
export interface Measured {
  effect: number;
  standardError: number;
  /** Of both arms together. */
  users: number;
}

export type Difference = "relative" | "absolute";

/**
 * Moments of a share: the variance is p(1 − p).
 * @example proportionMoments({name: "a", users: 10, converted: 5}).variance => 0.25
 */
export function proportionMoments({name, users, converted}: ProportionArm): ArmMoments {
  const mean = users > 0 ? converted / users : 0;
  return {name, users, mean, variance: mean * (1 - mean)};
}

/**
 * Moments of a mean from its sums: the variance divides by one user less.
 * @example meanMoments({name: "a", users: 2, sum: 4, sumSquares: 10}).variance => 2
 */
export function meanMoments({name, users, sum, sumSquares}: MeanArm): ArmMoments {
  const mean = users > 0 ? sum / users : 0;
  const squares = sumSquares - sum * mean;
  const rounding = 1e-13 * sumSquares;
  return {name, users, mean, variance: users > 1 && squares > rounding ? squares / (users - 1) : 0};
}

/**
 * The effect of a treatment with its standard error; the relative one by the delta method (as GrowthBook does).
 * @example measured(proportionMoments({name: "a", users: 100, converted: 20}), proportionMoments({name: "b", users: 100, converted: 30}), "absolute") => ok({effect: 0.1, standardError: 0.0608, users: 200})
 */
export function measured(
  control: ArmMoments,
  treatment: ArmMoments,
  difference: Difference
): Result<Measured> {
  const few = [control, treatment].find(({users}) => users < 2);
  if (few) return fail("too-few", `“${few.name}” has fewer than two users: wait until both arms have some.`);
  const users = control.users + treatment.users;
  const ofControl = control.variance / control.users;
  const ofTreatment = treatment.variance / treatment.users;
  const still = [control, treatment].filter(({variance}) => !(variance > 0));
  if (difference === "relative" && !(control.mean > 0) && still.length < 2)
    return fail(
      "no-control",
      `“${control.name}” is at 0 or below, and nothing can be told relative to that: choose the absolute difference.`
    );
  if (still.length > 0 && treatment.mean === 0 && control.mean > 0 && difference === "relative")
    return fail(
      "no-variance",
      `“${treatment.name}” stands at 0 so far, 100 % below “${control.name}”, and users who are all alike give nothing to measure a chance by: wait for more users.`
    );
  if (still.length > 0)
    return fail(
      "no-variance",
      `All users of ${still.map(({name}) => `“${name}”`).join(" and ")} have the same value so far, so there is nothing to measure a chance by: wait for more users.`
    );
  if (difference === "absolute")
    return ok({
      effect: treatment.mean - control.mean,
      standardError: Math.sqrt(ofControl + ofTreatment),
      users
    });
  const ratio = treatment.mean / control.mean;
  const relative = {
    effect: ratio - 1,
    standardError: Math.sqrt(ofTreatment + ofControl * ratio ** 2) / control.mean,
    users
  };
  return Number.isFinite(relative.effect) &&
    relative.standardError > 0 &&
    Number.isFinite(relative.standardError)
    ? ok(relative)
    : fail(
        "no-control",
        `“${control.name}” is too near to 0 to tell anything relative to it: choose the absolute difference.`
      );
}
