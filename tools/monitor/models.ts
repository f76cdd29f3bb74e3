import {explainModel} from "../../lib/lab/explain.js";
import type {LabChoice} from "../../lib/lab/parameters.js";
import type {LabOutcome} from "../../lib/lab/train.js";
import {trainLab} from "../../lib/lab/train.js";
import type {TrainedModel} from "../../lib/model/model.js";
import {servedScores} from "../../lib/pipeline/serving.js";
import type {ModelToWatch, ScoredMonth} from "../../lib/monitor/watchedModel.js";
import type {Result} from "../../lib/result.js";
import {ok} from "../../lib/result.js";
import type {NodeLab} from "../models/lab.js";
import type {ReadMonth} from "./months.js";
import {personIds} from "./months.js";

/** The family that is watched. */
const family = "xgboost";

/** A model that was trained to be watched. */
export interface Trained {
  outcome: LabOutcome;
  model: TrainedModel;
  /** Ids of the people that it learnt from. */
  learnt: ReadonlySet<string>;
  about: Omit<ModelToWatch, "reference" | "months" | "horizon">;
}

/** Trains the family that is watched as the page Train would, on the question as of a day. */
export async function trainWatched(
  lab: NodeLab,
  choice: LabChoice,
  name: ModelToWatch["name"]
): Promise<Result<Trained>> {
  const trained = await trainLab(lab, choice, [family], {});
  if (!trained.ok) return trained;
  const outcome = trained.value;
  const [{fit, probabilities}] = outcome.models;
  const {labels} = outcome.data.examples;
  const positives = labels.reduce((sum, label) => sum + Number(label === outcome.found), 0);
  const ids = await personIds(lab);
  const {keys} = outcome.data.examples;
  const [{train}] = outcome.splits;
  return ok({
    outcome,
    model: fit.model,
    learnt: new Set(Array.from(train, (row) => ids.get(keys[row]) ?? "")),
    about: {
      ...{name, family, hash: fit.hash, asof: choice.question.asof, people: labels.length, seed: choice.seed},
      heldOut: {labels: outcome.labels, probabilities},
      share: positives / labels.length
    }
  });
}

/** How much each feature moves the scores of a model. */
export async function importanceOf({outcome}: Trained): Promise<Result<Map<string, number>>> {
  const explained = await explainModel(outcome, outcome.models[0], {});
  if (!explained.ok) return explained;
  return ok(new Map(explained.value.explained.overall.map(({feature, value}) => [feature, value])));
}

/** A model's probabilities of the outcome looked for, of everybody on the day that a month is judged. */
export function scoredMonth(
  {outcome, model, learnt}: Trained,
  {data, examples, labels, buyers, ids}: ReadMonth,
  module: WebAssembly.Module
): ScoredMonth {
  const lost = servedScores(examples, model, {module});
  const {month, cutoff, days, partial} = data;
  return {
    ...{month, cutoff, days, partial, buyers},
    unseen: Uint32Array.from(ids.keys()).filter((row) => !learnt.has(ids[row])),
    probabilities: outcome.found ? lost : lost.map((probability) => 1 - probability),
    labels: labels && (outcome.found ? labels : labels.map((label) => 1 - label))
  };
}
