import type {ScoreUnit} from "../../lib/explain/modelShap.js";
import {scoreUnit} from "../../lib/explain/modelShap.js";
import type {Importance} from "../../lib/explain/permutationImportance.js";
import type {Family} from "../../lib/learn/families.js";
import {filled} from "../../lib/learn/lab/trainingPart.js";
import type {Result} from "../../lib/result.js";
import {ok} from "../../lib/result.js";
import type {Dependence, PairShap} from "../../lib/lab/dependence.js";
import type {Explained} from "../../lib/lab/explanation.js";
import type {TaskOptions} from "../pool.js";
import {inCrew} from "./crew.js";
import type {Subject} from "./explainWorker.js";
import {inExplainer} from "./explainWorker.js";
import type {LabChoice} from "./parameters.js";
import {valueOf} from "./resultsData.js";
import type {LabModel, LabOutcome} from "./train.js";
import {requestOf, trainLab} from "./train.js";

/** What a reader chooses on the page: data and models as on the page Train, and which family. */
export type ExplainChoice = LabChoice & {family: Family};

/** A model trained as on the page Train, with the SHAP values of all rows in the worker behind it. */
export interface Explanation {
  outcome: LabOutcome;
  model: LabModel;
  subject: Subject;
  unit: ScoreUnit;
  explained: Explained;
  /** The examples' columns as the model sees them. */
  values: readonly Float32Array[];
  /** Rows from the lowest to the highest score; of equal ones the earlier first. */
  order: Uint32Array;
}

const trainingShare = 0.5;

/** Trains one family and works out the SHAP values of every row. */
export async function explainLab(
  {family, ...choice}: ExplainChoice,
  {signal, onProgress}: TaskOptions
): Promise<Result<Explanation>> {
  const trained = await trainLab(choice, [family], {
    signal,
    onProgress: (share, doing) => onProgress?.(trainingShare * share, doing)
  });
  if (!trained.ok) return trained;
  const outcome = trained.value;
  const {data, splits, models} = outcome;
  const [model] = models;
  const every = Uint32Array.from(data.examples.labels.keys());
  const learnt =
    choice.validation === "folds" ? {train: every, test: new Uint32Array()} : splits[splits.length - 1];
  const subject: Subject = {
    key: model.fit.hash,
    data: {id: data.id, examples: data.examples},
    request: requestOf(data, choice, family, learnt),
    model: model.fit.model
  };
  const made = await inExplainer(subject, async (worker) => ok(await worker.explainedOf(subject.key)), {
    signal,
    onProgress: (share) =>
      onProgress?.(trainingShare + (1 - trainingShare) * share, "Working out SHAP values of all rows")
  });
  if (!made.ok) return made;
  const explained = made.value;
  const {scores} = explained;
  return ok({
    ...{outcome, model, subject, explained},
    unit: scoreUnit(model.fit.model),
    values: filled(data.examples, explained),
    order: every.sort((a, b) => scores[a] - scores[b] || a - b)
  });
}

/** Permutation importance of the last split's model on the rows that it has not learnt from. */
export const permutationOf = async ({outcome, model}: Explanation): Promise<Importance[]> => {
  const {data, choice, splits} = outcome;
  const last = splits.length - 1;
  const request = requestOf(data, choice, model.family, splits[last]);
  return valueOf(
    await inCrew(data, (worker, id, report) => worker.permuted(id, request, model.parts[last].model, report))
  );
};

/** A feature's dependence, coloured by a column; "" for the one that acts together with it most, null for none. */
export const dependenceOf = async (
  {subject}: Explanation,
  feature: string,
  colour: string | null
): Promise<Dependence> =>
  valueOf(await inExplainer(subject, (worker) => worker.dependenceOf(subject.key, feature, colour)));

/** What two columns contribute only together; rejects with a sentence where they cannot. */
export const pairOf = async ({subject}: Explanation, first: string, second: string): Promise<PairShap> =>
  valueOf(await inExplainer(subject, (worker, report) => worker.pairOf(subject.key, first, second, report)));
