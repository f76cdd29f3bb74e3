import {normalUpper} from "../../distributions/normal.js";
import type {Result} from "../../result.js";
import {ok} from "../../result.js";
import type {Sides} from "../arms.js";
import type {Boundaries} from "./boundaries.js";
import type {SequenceReading} from "./confidenceSequence.js";
import {confidenceSequence} from "./confidenceSequence.js";
import type {ArmMoments, Difference} from "./effect.js";
import {measured} from "./effect.js";

export interface LookOptions {
  /** Over all looks and all comparisons with the control together: each gets its part (Bonferroni). */
  alpha: number;
  tuning: number;
  sides: Sides;
  difference: Difference;
}

/** An arm against the control at a look. */
export interface LookReading extends SequenceReading {
  name: string;
  effect: number;
  standardError: number;
  users: number;
  /** Whether the confidence sequence leaves 0 out. */
  sure: boolean;
  /** Difference over its standard error under no effect: of shares pooled, of means each arm's own. */
  z: number;
  /** p as if this were the only look. */
  naiveP: number;
}

/** What a group-sequential design says at a look. */
export interface LookVerdict {
  look: number;
  looks: number;
  /** What z must reach, in the direction looked for; `null` where nothing stops at this look. */
  boundary: number | null;
  /** z in the direction looked for. */
  reached: number;
  stop: boolean;
}

/**
 * Reads every arm against the first by a confidence sequence.
 * @param pooled whether the values are shares, whose z pools both arms
 * @returns fails with the sentence on what is missing: users, or any difference between them
 * @example readLook([control, variant], true, {alpha: 0.05, tuning: 5000, sides: "two-sided", difference: "absolute"}).value[0].sure => true
 */
export function readLook(
  [control, ...others]: readonly ArmMoments[],
  pooled: boolean,
  {alpha, tuning, sides, difference}: LookOptions
): Result<LookReading[]> {
  const readings: LookReading[] = [];
  for (const arm of others) {
    const found = measured(control, arm, difference);
    if (!found.ok) return found;
    const reading = confidenceSequence(found.value, {alpha: alpha / others.length, tuning, sides});
    const z = (arm.mean - control.mean) / spreadOf(control, arm, pooled);
    const {low, high} = reading;
    readings.push({
      ...found.value,
      ...reading,
      name: arm.name,
      sure: (low !== null && low > 0) || (high !== null && high < 0),
      z,
      naiveP: sides === "two-sided" ? 2 * normalUpper(Math.abs(z)) : normalUpper(sides === "greater" ? z : -z)
    });
  }
  return ok(readings);
}

function spreadOf(control: ArmMoments, arm: ArmMoments, pooled: boolean): number {
  if (!pooled) return Math.sqrt(control.variance / control.users + arm.variance / arm.users);
  const share = (control.mean * control.users + arm.mean * arm.users) / (control.users + arm.users);
  return Math.sqrt(share * (1 - share) * (1 / control.users + 1 / arm.users));
}

/**
 * Whether a design stops at a look.
 * @param look from 1
 * @example lookVerdict(pocock5, 2, 2.5, "two-sided") => {look: 2, looks: 5, boundary: 2.413, reached: 2.5, stop: true}
 */
export function lookVerdict(
  {z}: Pick<Boundaries, "z">,
  look: number,
  reached: number,
  sides: Sides
): LookVerdict {
  const boundary = z[look - 1];
  const toward = sides === "two-sided" ? Math.abs(reached) : sides === "greater" ? reached : -reached;
  return {
    look,
    looks: z.length,
    boundary: Number.isFinite(boundary) ? boundary : null,
    reached: toward,
    stop: toward >= boundary
  };
}
