import {defaultArms, defaultMeanArms, longestArmsText} from "../../../lib/experiments/armsText.js";
import type {NumberBounds} from "../../../lib/reading/numberColumn.js";
import {readTyped} from "../../../lib/reading/typedNumber.js";
import type {Adjustment} from "../../../lib/experiments/read/adjust.js";
import type {Sides} from "../../../lib/experiments/arms.js";
import type {Result} from "../../../lib/result.js";
import {ok} from "../../../lib/result.js";
import type {StateValues} from "../../../lib/state/parameter.js";
import {choice, flag, real, text} from "../../../lib/state/parameters.js";

export const sources = ["arms", "users", "practice"] as const;
export const metrics = ["proportion", "mean"] as const;
export const adjustments: readonly Adjustment[] = ["holm", "bonferroni", "BH", "BY", "none"];
export const sidesOptions: readonly Sides[] = ["two-sided", "greater", "less"];
export const worseOptions = ["more", "fewer"] as const;

/** The counts that a guardrail begins with. */
const defaultGuard = "control:1000:31,variant:1000:30";

/** What a reader says about a test, as it stands in the address; a pasted file stays out of it. */
export const readParameters = {
  source: choice<(typeof sources)[number]>("arms", sources),
  metric: choice<(typeof metrics)[number]>("proportion", metrics),
  arms: text(defaultArms, {max: longestArmsText}),
  meanArms: text(defaultMeanArms, {max: longestArmsText}),
  split: text("", {max: 100}),
  level: real(0.95, {min: 0.5, max: 0.999}),
  sides: choice<Sides>("two-sided", sidesOptions),
  adjust: choice<Adjustment>("holm", adjustments),
  others: text("", {max: 200}),
  cap: real(1, {min: 0.5, max: 1}),
  cuped: flag(true),
  guarded: flag(false),
  guard: text(defaultGuard, {max: longestArmsText}),
  margin: real(0.1, {min: 0.001, max: 1}),
  worse: choice<(typeof worseOptions)[number]>("more", worseOptions)
};

export type ReadChoice = StateValues<typeof readParameters>;

/**
 * Numbers out of a text, apart by spaces, slashes or semicolons.
 * @example numbersOf("90/10") => ok([90, 10])
 */
export function numbersOf(list: string, bounds: NumberBounds = {}): Result<number[]> {
  const numbers: number[] = [];
  for (const part of list.split(/[\s/;]+/).filter(Boolean)) {
    const number = readTyped(part.replace(/,$/, ""), bounds);
    if (!number.ok) return number;
    numbers.push(number.value);
  }
  return ok(numbers);
}

/**
 * A planned split out of a text. Where its numbers could be thousands or decimals, they are decimals if those add up to 100.
 * @example weightsOf("50/33.333/16.667") => ok([50, 33.333, 16.667])
 */
export function weightsOf(list: string): Result<number[]> {
  const plain = numbersOf(list);
  if (plain.ok || plain.code !== "either") return plain;
  const shares = numbersOf(list, {least: 0, most: 100});
  const all = shares.ok ? shares.value.reduce((sum, share) => sum + share, 0) : NaN;
  return Math.abs(all - 100) < 0.05 ? shares : plain;
}
