import type {Served} from "./decision.js";
import type {TrainedModel} from "../model/model.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import type {LabModel, LabOutcome} from "./train.js";
import {requestOf} from "./train.js";

const kept = new WeakMap<LabModel, Promise<Result<Served>>>();

/** What the model to use says of every row of the examples, worked out once. */
export function servedBy(outcome: LabOutcome, model: LabModel): Promise<Result<Served>> {
  const served =
    kept.get(model) ??
    (model.served ? Promise.resolve(ok(model.served)) : scoredAs(outcome, model, model.fit.model));
  kept.set(model, served);
  served.catch(() => kept.delete(model));
  return served;
}

/** What any model says of every row, rates by city being those of the rows that the outcome's model learnt from. */
export const scoredAs = (
  outcome: LabOutcome,
  {family}: Pick<LabModel, "family">,
  model: TrainedModel
): Promise<Result<Served>> =>
  outcome.data.lab.work(outcome.data, (worker, id) =>
    worker.serve(id, requestOf(outcome.data, outcome.choice, family, finalSplit(outcome)), model)
  );

/** The rows that the model to use learnt from and was judged by: after folds it learnt from all rows. */
export const finalSplit = ({choice, splits, data}: LabOutcome) =>
  choice.validation === "folds"
    ? {train: Uint32Array.from(data.examples.labels.keys()), test: new Uint32Array()}
    : splits[splits.length - 1];
