import {sigmoid} from "../../stats/sigmoid.js";
import {betaCdf, betaQuantile, logBeta} from "../../distributions/beta.js";
import {formatCount} from "../../format.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {ProportionArm} from "../arms.js";
import type {Belief} from "./belief.js";
import {cutOff} from "./belief.js";
import type {BetaPrior} from "./prior.js";

/** What is believed about an arm's rate after its visitors: Beta(a, b). */
export interface BetaPosterior extends Belief {
  name: string;
  a: number;
  b: number;
}

/** A rate as log odds. @example logOdds(0.5) => 0 */
export const logOdds = (rate: number): number => Math.log(rate) - Math.log1p(-rate);

/**
 * The posterior of an arm's rate: its conversions and its other visitors are added to the prior's counts. An arm
 * without visitors keeps the prior.
 * @example posteriorOf({name: "A", users: 10, converted: 1}, {a: 1, b: 1}).value.mean => 2 / 12
 */
export function posteriorOf(arm: ProportionArm, prior: BetaPrior): Result<BetaPosterior> {
  const {name, users, converted} = arm;
  const whole = (count: number) => Number.isSafeInteger(count) && count >= 0 && count <= 1e9;
  if (!whole(users) || !whole(converted))
    return fail(
      "counts",
      `Give visitors and conversions of “${name}” as whole numbers from 0 to ${formatCount(1e9)}.`
    );
  if (converted > users)
    return fail(
      "counts",
      `“${name}” has more conversions (${formatCount(converted)}) than visitors (${formatCount(users)}): count each visitor once.`
    );
  return ok(betaBelief(name, prior.a + converted, prior.b + users - converted));
}

/**
 * Beta(a, b) on the scale of log odds, where its density is a^t-like at both ends and never infinite.
 * @example betaBelief("A", 2, 2).cdf(0) => 0.5
 */
export function betaBelief(name: string, a: number, b: number): BetaPosterior {
  const share = a / (a + b);
  const peak = Math.log(a / b);
  const relative = (t: number) => a * (t - peak) - (a + b) * Math.log1p(share * Math.expm1(t - peak));
  const end = (direction: 1 | -1) => {
    let far = Math.sqrt(1 / a + 1 / b);
    while (relative(peak + direction * far) > cutOff) far *= 1.25;
    return peak + direction * far;
  };
  const [low, high] = [end(-1), end(1)];
  const atPeak = a * Math.log(share) + b * Math.log1p(-share) - logBeta(a, b);
  return {
    name,
    a,
    b,
    mean: share,
    sd: Math.sqrt((share * (1 - share)) / (a + b + 1)),
    low,
    high,
    scale: Math.min(0.75, Math.sqrt(1 / a + 1 / b)),
    density: (t) => Math.exp(atPeak + relative(t)),
    cdf: (t) => {
      if (t <= low) return 0;
      if (t >= high) return 1;
      return t < 0 ? betaCdf(sigmoid(t), a, b) : 1 - betaCdf(sigmoid(-t), b, a);
    },
    valueAt: sigmoid,
    slopeAt: (t) => sigmoid(t) * sigmoid(-t)
  };
}

/** An interval that holds a number with a given chance. */
export interface Credible {
  low: number;
  high: number;
}

/**
 * The credible interval with as much belief below as above it.
 * @param level the chance that it holds the rate: 0.95
 * @example credibleInterval(betaBelief("A", 1, 1), 0.9) => {low: 0.05, high: 0.95}
 */
export const credibleInterval = ({a, b}: Pick<BetaPosterior, "a" | "b">, level: number): Credible => ({
  low: betaQuantile((1 - level) / 2, a, b),
  high: betaQuantile((1 + level) / 2, a, b)
});
