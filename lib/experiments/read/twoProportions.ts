import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {ProportionArm, Sides} from "../arms.js";
import {normalP} from "./tail.js";

export interface TwoProportions {
  /** (treatment - control) over its standard error as it is if both rates are one. */
  z: number;
  p: number;
  difference: number;
}

/**
 * Whether two rates differ, by the pooled two-proportion z-test; its square is Pearson's chi-square (R's prop.test
 * without correction).
 * @example twoProportions({name: "a", users: 10, converted: 5}, {name: "b", users: 10, converted: 5}) => ok({z: 0, p: 1, difference: 0})
 */
export function twoProportions(
  control: ProportionArm,
  treatment: ProportionArm,
  sides: Sides = "two-sided"
): Result<TwoProportions> {
  for (const {name, users} of [control, treatment])
    if (users < 1) return fail("users", `There are no users in “${name}”: nothing can be said of it.`);
  const pooled = (control.converted + treatment.converted) / (control.users + treatment.users);
  if (pooled === 0)
    return fail(
      "rate",
      `Nobody has converted in “${control.name}” or “${treatment.name}”: the rates cannot be told apart. Wait for the first conversions.`
    );
  if (pooled === 1)
    return fail(
      "rate",
      `Everybody has converted in “${control.name}” and “${treatment.name}”: the rates cannot be told apart. Measure something that not everybody does.`
    );
  const difference = treatment.converted / treatment.users - control.converted / control.users;
  const z = difference / Math.sqrt(pooled * (1 - pooled) * (1 / control.users + 1 / treatment.users));
  return ok({z, p: normalP(z, sides), difference});
}
