import type {ScoreUnit} from "../explain/modelShap.js";
import {scoreUnit} from "../explain/modelShap.js";
import type {Importance} from "../explain/permutationImportance.js";
import type {Family} from "../learn/families.js";
import {filled} from "../learn/lab/trainingPart.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import type {Dependence, PairShap} from "./dependence.js";
import type {Explained} from "./explanation.js";
import type {TaskOptions} from "../task.js";
import type {ExplainedSubject, Lab} from "./lab.js";
import type {LabChoice} from "./parameters.js";
import {valueOf} from "./results.js";
import type {LabModel, LabOutcome} from "./train.js";
import {requestOf, trainLab} from "./train.js";

/** What a reader chooses on the page: data and models as on the page Train, and which family. */
export type ExplainChoice = LabChoice & {family: Family};

/** A model trained as on the page Train, with the SHAP values of all rows kept by the lab behind it. */
export interface Explanation {
  outcome: LabOutcome;
  model: LabModel;
  subject: ExplainedSubject;
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
  lab: Lab,
  {family, ...choice}: ExplainChoice,
  {signal, onProgress}: TaskOptions
): Promise<Result<Explanation>> {
  const trained = await trainLab(lab, choice, [family], {
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
  const subject: ExplainedSubject = {
    key: model.fit.hash,
    data: {id: data.id, examples: data.examples},
    request: requestOf(data, choice, family, learnt),
    model: model.fit.model
  };
  const made = await lab.explaining(subject, async (worker) => ok(await worker.explainedOf(subject.key)), {
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
    await data.lab.work(data, (worker, id, report) =>
      worker.permuted(id, request, model.parts[last].model, report)
    )
  );
};

/** A feature's dependence, coloured by a column; "" for the one that acts together with it most, null for none. */
export const dependenceOf = async (
  {outcome, subject}: Explanation,
  feature: string,
  colour: string | null
): Promise<Dependence> =>
  valueOf(
    await outcome.data.lab.explaining(subject, (worker) => worker.dependenceOf(subject.key, feature, colour))
  );

/** What two columns contribute only together; rejects with a sentence where they cannot. */
export const pairOf = async (
  {outcome, subject}: Explanation,
  first: string,
  second: string
): Promise<PairShap> =>
  valueOf(
    await outcome.data.lab.explaining(subject, (worker, report) =>
      worker.pairOf(subject.key, first, second, report)
    )
  );
