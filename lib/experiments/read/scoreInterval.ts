import type {ProportionArm} from "../arms.js";
import type {Interval} from "../../metrics/percentileInterval.js";

/**
 * The differences of two rates that the score test with Miettinen and Nurminen's variance does not refuse (Statistics
 * in Medicine 4, 1985; O. S. Miettinen and M. Nurminen), found by halving. At its ends the score is z.
 * @param z standard normal quantile, above 0
 * @example scoreInterval({name: "a", users: 1000, converted: 200}, {name: "b", users: 1000, converted: 250}, 1.96).low => 0.0134
 */
export function scoreInterval(control: ProportionArm, treatment: ProportionArm, z: number): Interval {
  const estimate = treatment.converted / treatment.users - control.converted / control.users;
  const refused = (difference: number) => Math.abs(score(control, treatment, difference)) > z;
  return {low: border(refused, estimate, -1), high: border(refused, estimate, 1)};
}

function border(refused: (difference: number) => boolean, inside: number, outside: number): number {
  if (!refused(outside)) return outside;
  let [held, lost] = [inside, outside];
  for (let step = 0; step < 200 && held !== lost; step++) {
    const middle = (held + lost) / 2;
    if (middle === held || middle === lost) break;
    if (refused(middle)) lost = middle;
    else held = middle;
  }
  return held;
}

/** The score statistic of a difference: how far what was seen is from it, in standard errors as they are under it. */
function score(control: ProportionArm, treatment: ProportionArm, difference: number): number {
  const estimate = treatment.converted / treatment.users - control.converted / control.users;
  const all = control.users + treatment.users;
  const low = likeliestControl(control, treatment, difference);
  const high = Math.min(1, Math.max(0, low + difference));
  const variance =
    ((low * (1 - low)) / control.users + (high * (1 - high)) / treatment.users) * (all / (all - 1));
  const off = estimate - difference;
  return variance > 0 ? off / Math.sqrt(variance) : off === 0 ? 0 : Infinity;
}

/** The control's likeliest rate if the rates differ by so much: the closed form of a cubic's root. */
function likeliestControl(control: ProportionArm, treatment: ProportionArm, difference: number): number {
  const all = control.users + treatment.users;
  const converted = control.converted + treatment.converted;
  const squared = (control.users + all) * difference - all - converted;
  const linear = (control.users * difference - all - 2 * control.converted) * difference + converted;
  const constant = control.converted * difference * (1 - difference);
  const q = (squared / (3 * all)) ** 3 - (linear * squared) / (6 * all * all) + constant / (2 * all);
  const p = Math.sign(q) * Math.sqrt(Math.max(0, (squared / (3 * all)) ** 2 - linear / (3 * all)));
  if (p === 0) return clamp(-squared / (3 * all), difference);
  const angle = (Math.PI + Math.acos(Math.min(1, Math.max(-1, q / p ** 3)))) / 3;
  return clamp(2 * p * Math.cos(angle) - squared / (3 * all), difference);
}

const clamp = (rate: number, difference: number): number =>
  Math.min(1, 1 - difference, Math.max(0, -difference, rate));
