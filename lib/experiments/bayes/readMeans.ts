import {normalQuantile} from "../../distributions/normal.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {MeanArm} from "../arms.js";
import {checkMeanArms} from "../arms.js";
import type {Standing} from "./best.js";
import {bestOf} from "./best.js";
import type {DifferenceKind} from "./difference.js";
import {normalBelief} from "./normalBelief.js";
import type {EffectPosterior, Estimate, NormalPrior} from "./normalEffect.js";
import {absoluteEffect, effectPosterior, meanEstimate, relativeEffect} from "./normalEffect.js";
import type {Stopping} from "./stopping.js";
import {stopping} from "./stopping.js";
import {formatFine, withUnit} from "../../format.js";

/** What the data say about one arm's mean, and about its effect; its loss is in the unit of the effect. */
export interface MeanReading extends MeanArm, Standing {
  mean: number;
  /** Of the mean, under no prior. */
  sd: number;
  interval: {low: number; high: number};
  /** Against the control, with the reader's prior; `null` for the control itself. */
  effect: EffectPosterior | null;
}

/** An experiment on a mean, read with a normal model. */
export interface MeansReading {
  arms: MeanReading[];
  /** Two arms are judged by the effect's posterior, more by quadrature over their means, without a prior. */
  method: "effect" | "quadrature";
  decision: Stopping;
}

export interface MeansQuestion {
  /** "relative": effects and losses are shares of the control's mean. */
  kind: DifferenceKind;
  /** On the effect, in its unit; `null` for none. */
  prior: NormalPrior | null;
  level: number;
  /** The loss that does not matter, in the effect's unit. */
  care: number;
}

/** An effect on a mean in words. @example formatEffect(0.0123, "relative") => "1.23 %" */
export const formatEffect = (effect: number, kind: DifferenceKind): string =>
  kind === "relative" ? withUnit(formatFine(effect * 100), "%") : formatFine(effect);

/**
 * Reads an experiment on a mean by the central limit theorem: the effect of each treatment with the reader's prior, the
 * chance of being best and the expected loss of each arm, and whether to stop.
 * @example readMeans([{name: "A", users: 10, sum: 100, sumSquares: 1002.25}, {name: "B", users: 10, sum: 105, sumSquares: 1111.5}], question).value.arms[1].effect.chanceToWin => 0.91923
 */
export function readMeans(arms: readonly MeanArm[], question: MeansQuestion): Result<MeansReading> {
  const checked = checkMeanArms(arms);
  if (!checked.ok) return checked;
  const estimates: Estimate[] = [];
  for (const arm of arms) {
    const estimate = meanEstimate(arm);
    if (!estimate.ok) return estimate;
    if (!estimate.value)
      return fail(
        "no-users",
        `“${arm.name}” has no users yet: there is no mean to compare. Wait for the first ones.`
      );
    estimates.push(estimate.value);
  }
  const flat = arms.findIndex((_, i) => !(estimates[i].variance > 0));
  if (flat >= 0)
    return fail(
      "no-variance",
      `All users of “${arms[flat].name}” have the same value: without a spread no chance can be worked out. Check the sums, or wait for more users.`
    );
  const effects: (EffectPosterior | null)[] = [null];
  for (const treatment of estimates.slice(1)) {
    const effect = effectOf(estimates[0], treatment, question);
    if (!effect.ok) return effect;
    effects.push(effect.value);
  }
  const standings = standMeans(estimates, effects, question.kind);
  const half = normalQuantile((1 + question.level) / 2);
  const read = arms.map((arm, i) => {
    const {value: mean, variance} = estimates[i];
    const sd = Math.sqrt(variance);
    const interval = {low: mean - half * sd, high: mean + half * sd};
    return {...arm, ...standings[i], mean, sd, interval, effect: effects[i]};
  });
  const format = (loss: number) => formatEffect(loss, question.kind);
  return ok({
    arms: read,
    method: arms.length === 2 ? "effect" : "quadrature",
    decision: stopping(read, question.care, format)
  });
}

function standMeans(
  estimates: readonly Estimate[],
  effects: readonly (EffectPosterior | null)[],
  kind: DifferenceKind
): Standing[] {
  const effect = effects[1];
  if (estimates.length === 2 && effect?.risk) {
    const {chanceToWin, risk} = effect;
    return [
      {chance: 1 - chanceToWin, loss: risk.control},
      {chance: chanceToWin, loss: risk.treatment}
    ];
  }
  const unit = kind === "relative" ? Math.abs(estimates[0].value) : 1;
  return bestOf(estimates.map(({value, variance}) => normalBelief(value, Math.sqrt(variance)))).map(
    ({chance, loss}) => ({chance, loss: loss / unit})
  );
}

function effectOf(
  control: Estimate,
  treatment: Estimate,
  {kind, prior, level}: Omit<MeansQuestion, "care">
): Result<EffectPosterior> {
  const effect =
    kind === "absolute" ? ok(absoluteEffect(control, treatment)) : relativeEffect(control, treatment);
  return effect.ok ? effectPosterior(effect.value, prior, level) : effect;
}
