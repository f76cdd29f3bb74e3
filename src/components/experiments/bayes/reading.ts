import {readArms, readMeanArms} from "../../../lib/experiments/armsText.js";
import type {DifferenceKind} from "../../../lib/experiments/bayes/difference.js";
import type {BetaPrior} from "../../../lib/experiments/bayes/prior.js";
import {betaPrior, flatPrior, informedPrior, jeffreysPrior} from "../../../lib/experiments/bayes/prior.js";
import type {MeansReading} from "../../../lib/experiments/bayes/readMeans.js";
import {readMeans} from "../../../lib/experiments/bayes/readMeans.js";
import type {RatesReading} from "../../../lib/experiments/bayes/readRates.js";
import {readRates, standRates} from "../../../lib/experiments/bayes/readRates.js";
import type {Result} from "../../../lib/result.js";
import {ok} from "../../../lib/result.js";
import type {BayesChoice} from "./inputs.js";
import {priorTexts} from "./inputs.js";

/** What the reader's arms say under the reader's prior. */
export type BayesReading =
  | (Common & {metric: "proportion"; prior: BetaPrior; found: RatesReading})
  | (Common & {metric: "mean"; found: MeansReading});

interface Common {
  choice: BayesChoice;
  /** How effects are told: as chosen, but as differences where the control converted nobody. */
  kind: DifferenceKind;
}

/** Reads the arms that a choice holds; a failure is a sentence on what to change. */
export function bayesReading(choice: BayesChoice): Result<BayesReading> {
  const {metric, level, care, kind} = choice;
  if (metric === "mean") {
    const arms = readMeanArms(choice.meanArms);
    if (!arms.ok) return arms;
    const prior = choice.effect_prior ? {mean: choice.effect_mean, variance: choice.effect_sd ** 2} : null;
    const cared = kind === "relative" ? care / 100 : care;
    const found = readMeans(arms.value, {kind, prior, level, care: cared});
    return found.ok ? ok({metric, choice, kind, found: found.value}) : found;
  }
  const arms = readArms(choice.arms);
  if (!arms.ok) return arms;
  const prior = priorOf(choice, choice.prior);
  if (!prior.ok) return prior;
  const found = readRates(arms.value, {prior: prior.value, level, care: care / 100});
  if (!found.ok) return found;
  const told = arms.value[0].converted > 0 ? kind : "absolute";
  return ok({metric, choice, kind: told, prior: prior.value, found: found.value});
}

function priorOf(choice: BayesChoice, name: BayesChoice["prior"]): Result<BetaPrior> {
  if (name === "flat") return ok(flatPrior);
  if (name === "jeffreys") return ok(jeffreysPrior);
  return name === "own"
    ? betaPrior(choice.prior_a, choice.prior_b)
    : informedPrior(choice.prior_rate, choice.prior_weight);
}

/** What one prior makes of the data. */
export interface PriorRow {
  prior: string;
  a: number;
  b: number;
  /** Of the arm that is chosen under the reader's prior. */
  chance: number;
  loss: number;
  mean: number;
}

/** How the chosen arm stands under each kind of prior; those that cannot be, as the inputs stand, are left out. */
export function priorRows({choice, found}: Extract<BayesReading, {metric: "proportion"}>): PriorRow[] {
  const at = found.arms.findIndex(({name}) => name === found.decision.choice.name);
  return (Object.keys(priorTexts) as BayesChoice["prior"][]).flatMap((name) => {
    const prior = priorOf(choice, name);
    const stood = prior.ok ? standRates(found.arms, prior.value) : prior;
    if (!prior.ok || !stood.ok) return [];
    const {standings, posteriors} = stood.value;
    return [{prior: priorTexts[name], ...prior.value, ...standings[at], mean: posteriors[at].mean}];
  });
}
