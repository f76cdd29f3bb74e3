import {correlation} from "../stats/correlation.js";
import type {ScoreUnit} from "../explain/modelShap.js";
import {scoreUnit} from "../explain/modelShap.js";
import type {Importance} from "../explain/permutationImportance.js";
import type {ExampleColumn} from "../learn/examples.js";
import type {Family} from "../learn/families.js";
import {filled} from "../pipeline/trainingPart.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import type {Dependence, PairShap} from "./dependence.js";
import type {AllRows, ExplainedRow} from "./explainedRow.js";
import type {Bounds} from "./explainedRow.js";
import {boundsOf} from "./explainedRow.js";
import type {Explained} from "./explanation.js";
import type {TaskOptions} from "../task.js";
import type {ExplainedSubject, Lab} from "./lab.js";
import type {LabChoice} from "./parameters.js";
import {valueOf} from "./results.js";
import type {LabModel, LabOutcome} from "./train.js";
import {requestOf, trainLab} from "./train.js";

/** What a reader chooses on the page: data and models as on the page Train, and which family. */
export type ExplainChoice = LabChoice & {family: Family};

/** What is told of all rows together. */
export type Told = Omit<Explained, "scores" | "cityRates">;

/** Answers that were worked out before they were asked for. */
export interface KnownAnswers {
  permutation: Importance[];
  /** Of the feature that moves scores most, coloured by the column that acts together with it most. */
  dependence: {feature: string; answer: Dependence} | null;
  pair: {first: string; second: string; answer: PairShap} | null;
}

/** A model trained as on the page Train, with the SHAP values of all rows kept by the lab behind it. */
export interface Explanation {
  outcome: LabOutcome;
  model: LabModel;
  subject: ExplainedSubject;
  unit: ScoreUnit;
  explained: Told;
  /** What each column's known values lie between. */
  bounds: readonly (Bounds | null)[];
  /** Correlation of the two features that move scores most, where both are numbers. */
  likeness: number | null;
  /** Rows that are at hand without all others. */
  listed: readonly ExplainedRow[];
  /** All rows, worked out when they are first asked for. */
  all: () => Promise<AllRows>;
  known: KnownAnswers | null;
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
  return explainModel(trained.value, trained.value.models[0], {
    signal,
    onProgress: (share, doing) => onProgress?.(trainingShare + (1 - trainingShare) * share, doing)
  });
}

/** Works out the SHAP values of every row for a model that is trained. */
export async function explainModel(
  outcome: LabOutcome,
  model: LabModel,
  options: TaskOptions
): Promise<Result<Explanation>> {
  const {examples} = outcome.data;
  const subject = subjectOf(outcome, model);
  const made = await explainedBy(outcome, subject, options);
  if (!made.ok) return made;
  const {scores, cityRates, ...explained} = made.value;
  const all: AllRows = {values: filled(examples, {cityRates}), order: orderOf(scores)};
  return ok({
    ...{outcome, model, subject, explained},
    unit: scoreUnit(model.fit.model),
    bounds: all.values.map(boundsOf),
    likeness: likenessOf(examples.columns, all.values, explained),
    listed: [],
    all: () => Promise.resolve(all),
    known: null
  });
}

/** A model with all that its explanation is worked out from. */
export function subjectOf({data, choice, splits}: LabOutcome, {family, fit}: LabModel): ExplainedSubject {
  const every = Uint32Array.from(data.examples.labels.keys());
  const learnt =
    choice.validation === "folds" ? {train: every, test: new Uint32Array()} : splits[splits.length - 1];
  return {
    key: fit.hash,
    data: {id: data.id, examples: data.examples, full: data.full},
    request: requestOf(data, choice, family, learnt),
    model: fit.model
  };
}

/** What a worker tells of all rows' SHAP values, which it works out first unless it has them. */
export const explainedBy = (
  {data}: LabOutcome,
  subject: ExplainedSubject,
  {signal, onProgress}: TaskOptions
): Promise<Result<Explained>> =>
  data.lab.explaining(subject, async (worker) => ok(await worker.explainedOf(subject.key)), {
    signal,
    onProgress: (share) => onProgress?.(share, "Working out SHAP values of all rows")
  });

/** Rows from the lowest to the highest score; of equal ones the earlier first. */
export const orderOf = (scores: Float64Array): Uint32Array =>
  Uint32Array.from(scores.keys()).sort((a, b) => scores[a] - scores[b] || a - b);

function likenessOf(
  columns: readonly ExampleColumn[],
  values: readonly Float32Array[],
  {overall}: Told
): number | null {
  const [one, other] = overall
    .filter(({value}) => value > 0)
    .slice(0, 2)
    .map(({feature}) => columns.findIndex((column) => column.feature === feature && column.kind !== "level"));
  return one >= 0 && other >= 0 ? correlation(values[one], values[other]) : null;
}

/** Permutation importance of the last split's model on the rows that it has not learnt from. */
export async function permutationOf({outcome, model, known}: Explanation): Promise<Importance[]> {
  if (known) return known.permutation;
  const {data, choice, splits} = outcome;
  const last = splits.length - 1;
  const request = requestOf(data, choice, model.family, splits[last]);
  return valueOf(
    await data.lab.work(data, (worker, id, report) =>
      worker.permuted(id, request, model.parts[last].model, report)
    )
  );
}

/** A feature's dependence, coloured by a column; "" for the one that acts together with it most, null for none. */
export async function dependenceOf(
  {outcome, subject, known}: Explanation,
  feature: string,
  colour: string | null
): Promise<Dependence> {
  if (colour === "" && known?.dependence?.feature === feature) return known.dependence.answer;
  return valueOf(
    await outcome.data.lab.explaining(subject, (worker) => worker.dependenceOf(subject.key, feature, colour))
  );
}

/** What two columns contribute only together; rejects with a sentence where they cannot. */
export async function pairOf(
  {outcome, subject, known}: Explanation,
  first: string,
  second: string
): Promise<PairShap> {
  if (known?.pair?.first === first && known.pair.second === second) return known.pair.answer;
  return valueOf(
    await outcome.data.lab.explaining(subject, (worker, report) =>
      worker.pairOf(subject.key, first, second, report)
    )
  );
}
