import {formatPoints} from "../../format.js";
import type {Result} from "../../result.js";
import {ok} from "../../result.js";
import type {ProportionArm} from "../arms.js";
import {checkProportionArms} from "../arms.js";
import type {Standing} from "./best.js";
import {bestOf} from "./best.js";
import {difference} from "./difference.js";
import type {BetaPosterior, Credible} from "./posterior.js";
import {credibleInterval, posteriorOf} from "./posterior.js";
import type {BetaPrior} from "./prior.js";
import type {Stopping} from "./stopping.js";
import {stopping} from "./stopping.js";
import {compareTwo} from "./twoArms.js";

/** What the data and a prior say about one arm. */
export interface RateReading extends ProportionArm, Standing {
  posterior: BetaPosterior;
  /** The posterior mean, not conversions over visitors. */
  mean: number;
  interval: Credible;
  /** Against the control; `null` for the control itself. */
  lift: LiftReading | null;
}

/** What is believed about a treatment's effect on the rate. */
export interface LiftReading {
  /** The chance that the rate is above the control's. */
  chance: number;
  /** The difference of the posterior means. */
  expected: number;
  absolute: Credible;
  /** As a share of the control's rate. */
  relative: Credible;
}

/** An experiment on a rate, read with a beta-binomial model. */
export interface RatesReading {
  arms: RateReading[];
  method: "closed form" | "quadrature";
  decision: Stopping;
}

export interface RatesQuestion {
  prior: BetaPrior;
  /** Of the credible intervals: 0.95. */
  level: number;
  /** The loss of rate that does not matter: 0.001 is a tenth of a percentage point. */
  care: number;
}

/**
 * Reads an experiment on a rate: posterior, credible interval, chance of being best and expected loss of each arm, its
 * lift over the control, and whether to stop.
 * @example readRates([{name: "A", users: 10, converted: 0}, {name: "B", users: 10, converted: 1}], question).value.arms[1].chance => 16 / 21
 */
export function readRates(arms: readonly ProportionArm[], question: RatesQuestion): Result<RatesReading> {
  const {level, care} = question;
  const found = standRates(arms, question.prior);
  if (!found.ok) return found;
  const {posteriors, standings, method} = found.value;
  const read = arms.map((arm, i) => ({
    ...arm,
    ...standings[i],
    posterior: posteriors[i],
    mean: posteriors[i].mean,
    interval: credibleInterval(posteriors[i], level),
    lift: i === 0 ? null : liftOf(posteriors[0], posteriors[i], level)
  }));
  return ok({arms: read, method, decision: stopping(read, care, formatPoints)});
}

/** How the arms stand under a prior, without their intervals: cheap enough to compare priors by. */
export function standRates(
  arms: readonly ProportionArm[],
  prior: BetaPrior
): Result<{posteriors: BetaPosterior[]; standings: Standing[]; method: RatesReading["method"]}> {
  const checked = checkProportionArms(arms);
  if (!checked.ok) return checked;
  const posteriors: BetaPosterior[] = [];
  for (const arm of arms) {
    const posterior = posteriorOf(arm, prior);
    if (!posterior.ok) return posterior;
    posteriors.push(posterior.value);
  }
  if (posteriors.length !== 2) return ok({posteriors, standings: bestOf(posteriors), method: "quadrature"});
  const {control, treatment, method} = compareTwo(posteriors[0], posteriors[1]);
  return ok({posteriors, standings: [control, treatment], method});
}

function liftOf(control: BetaPosterior, treatment: BetaPosterior, level: number): LiftReading {
  const interval = (kind: "absolute" | "relative") => {
    const {quantile} = difference(control, treatment, kind);
    return {low: quantile((1 - level) / 2), high: quantile((1 + level) / 2)};
  };
  return {
    chance: compareTwo(control, treatment).treatment.chance,
    expected: treatment.mean - control.mean,
    absolute: interval("absolute"),
    relative: interval("relative")
  };
}
