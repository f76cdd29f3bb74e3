import type {Comparison} from "../metrics/compareModels.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import type {Curves} from "./curves.js";
import type {LabModel, LabOutcome, Losses} from "./train.js";
import {comparedBy, requestOf} from "./train.js";

/** What is drawn of a model. */
export interface DrawnModel extends LabModel {
  curves: Curves;
  /** Of the first split's model; only where trees build on each other. */
  losses?: Losses;
}

/** What the page shows of an outcome beside its figures. */
export interface Results {
  byPrecision: Comparison[];
  drawn: DrawnModel[];
}

/** Works out what is drawn of an outcome; rejects with a sentence where that fails. */
export async function resultsOf(outcome: LabOutcome): Promise<Results> {
  const [byPrecision, drawn] = await Promise.all([
    outcome.byPrecision ?? comparedBy(outcome, "averagePrecision").then(valueOf),
    Promise.all(outcome.models.map((model) => drawnModel(outcome, model)))
  ]);
  return {byPrecision, drawn};
}

async function drawnModel(outcome: LabOutcome, model: LabModel): Promise<DrawnModel> {
  const {data, labels, splits} = outcome;
  const lengths = splits.map(({test}) => test.length);
  const [curves, losses] = await Promise.all([
    data.lab.work(null, async (worker) => ok(await worker.curvesOf(labels, model.probabilities, lengths))),
    lossesOf(outcome, model)
  ]);
  return {...model, curves: valueOf(curves), losses};
}

/** Mean log loss by round of a model's first fit; undefined where trees do not build on each other. */
export async function lossesOf(
  {data, choice, splits}: LabOutcome,
  model: LabModel
): Promise<Losses | undefined> {
  if (model.losses) return model.losses;
  const [{curve, model: trees}] = model.parts;
  if (!curve) return undefined;
  const request = requestOf(data, choice, model.family, splits[0]);
  const test = await data.lab.work(data, (worker, id) => worker.testLosses(id, request, trees));
  return {...curve, test: valueOf(test)};
}

/** A result's value; throws its sentence where there is none. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}
