import {concat} from "../stats/concat.js";
import {everyRow} from "../stats/everyRow.js";
import type {Family} from "../learn/families.js";
import {splitsOf} from "../pipeline/splits.js";
import type {Split} from "../learn/validation/split.js";
import type {Comparison} from "../metrics/compareModels.js";
import type {MetricName} from "../metrics/measure.js";
import type {Scorecard} from "../metrics/scorecard.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import type {LabFit, LabRequest} from "./bench.js";
import type {TaskOptions} from "../task.js";
import type {Lab} from "./lab.js";
import type {LabData} from "./data.js";
import type {Served} from "./decision.js";
import {labData} from "./data.js";
import type {LabChoice} from "./parameters.js";

/** Mean log loss after each round of boosting. */
export interface Losses {
  train: Float64Array;
  /** Of rows set aside to stop by, where there are any. */
  validation?: Float64Array;
  /** Of the rows judged by. */
  test: Float64Array;
}

/** What is kept of a fit: the rows' probabilities stand with the model that they judge. */
export type KeptFit = Omit<LabFit, "probabilities" | "trainProbabilities">;

/** A family trained and judged. */
export interface LabModel {
  family: Family;
  /** The model to use: of the one split, of the last window, or of all rows after folds. */
  fit: KeptFit;
  /** The model of each split, in their order. */
  parts: (KeptFit & Pick<LabFit, "probabilities">)[];
  /** That a test row has the outcome looked for, each from a model that has not seen the row. */
  probabilities: Float64Array;
  scorecard: Scorecard;
  /** Mean log loss by round, and every row's score, where they are known without working them out. */
  losses?: Losses;
  served?: Served;
}

/** What a training gives. */
export interface LabOutcome {
  choice: LabChoice;
  data: LabData;
  splits: readonly Split[];
  /**
   * The outcome looked for, the rarer of the two: metrics are about finding it. Where it is 0, `labels` and the
   * models' `probabilities` are the other way round than the examples' labels and what a model scores.
   */
  found: 0 | 1;
  /** Rows judged by, and 1 where they have the outcome looked for. */
  test: Uint32Array;
  labels: Uint8Array;
  models: LabModel[];
  /** Every pair, by ROC-AUC; and by PR-AUC where that is known without working it out. */
  comparisons: Comparison[];
  byPrecision?: Comparison[];
}

type Judgeable = Pick<LabOutcome, "choice" | "data" | "splits" | "found" | "labels"> & {
  models: readonly Pick<LabModel, "probabilities">[];
};

/** Trains the families asked for side by side, judges each on rows it has not seen, and compares them pair by pair. */
export async function trainLab(
  lab: Lab,
  choice: LabChoice,
  wanted: readonly Family[],
  {signal, onProgress}: TaskOptions
): Promise<Result<LabOutcome>> {
  onProgress?.(0, "Working out the features");
  const read = await labData(lab, choice.question);
  if (!read.ok) return read;
  const data = read.value;
  const parts = splitsOf(data.examples, choice);
  if (!parts.ok) return parts;
  const splits = parts.value;
  const test = concat(new Uint32Array(), ...splits.map((split) => split.test));
  const found = rarer(data.examples.labels);
  const labels = labelsOf(data, test, found);

  const all =
    choice.validation === "folds"
      ? [{train: everyRow(data.examples.labels.length), test: new Uint32Array()}]
      : [];
  const jobs = wanted.flatMap((family) => [...splits, ...all].map((split) => ({family, split})));
  const told = shareOf(jobs.length, onProgress);
  const fits = await Promise.all(
    jobs.map(({family, split}, job) =>
      lab
        .work(data, (worker, id, report) => worker.fit(id, requestOf(data, choice, family, split), report), {
          signal,
          onProgress: (share, doing) => told(job, share, doing)
        })
        .finally(() => told(job, 1))
    )
  );
  const failed = fits.find((result) => !result.ok);
  if (failed && !failed.ok) return failed;
  const made = fits.flatMap((result) => (result.ok ? [result.value] : []));
  const perFamily = splits.length + all.length;

  const unjudged = wanted.map((family, f) => {
    const mine = made.slice(f * perFamily, (f + 1) * perFamily);
    const parts = mine.slice(0, splits.length);
    const scores = concat(new Float64Array(), ...parts.map((fit) => fit.probabilities));
    return {
      family,
      fit: mine[perFamily - 1],
      parts,
      probabilities: found ? scores : scores.map((p) => 1 - p)
    };
  });
  const cards = await judged({choice, data, splits, found, labels, models: unjudged}, signal);
  if (!cards.ok) return cards;
  const models = unjudged.map((model, m) => ({...model, scorecard: cards.value[m]}));
  const compared = await comparedBy({data, labels, models, choice}, "rocAuc", signal);
  return compared.ok
    ? ok({choice, data, splits, found, test, labels, models, comparisons: compared.value})
    : compared;
}

/** The models' scorecards at a threshold, .5 where not given. */
export async function judged(
  {choice, data, splits, found, labels, models}: Judgeable,
  signal?: AbortSignal,
  threshold?: number
): Promise<Result<Scorecard[]>> {
  const trainLabels = labelsOf(data, splits[0].train, found);
  const cards = await Promise.all(
    models.map(({probabilities}) =>
      data.lab.work(
        null,
        async (worker) => ok(await worker.judge(labels, probabilities, trainLabels, choice.seed, threshold)),
        {signal}
      )
    )
  );
  const failed = cards.find((card) => !card.ok);
  return failed && !failed.ok ? failed : ok(cards.flatMap((card) => (card.ok ? [card.value] : [])));
}

/** Every pair of models by a metric. */
export async function comparedBy(
  {data, labels, models, choice}: Pick<LabOutcome, "data" | "labels" | "models" | "choice">,
  metric: MetricName,
  signal?: AbortSignal
): Promise<Result<Comparison[]>> {
  if (models.length < 2) return ok([]);
  const named = models.map(({family, probabilities}) => ({name: family, probabilities}));
  return data.lab.work(null, async (worker) => ok(await worker.compare(labels, named, metric, choice.seed)), {
    signal
  });
}

/** What a worker is to fit. The hash's provenance is the files, the question and how rows were split. */
export function requestOf(
  {about, question}: LabData,
  choice: LabChoice,
  family: Family,
  {train, test}: Split
): LabRequest {
  const {balance, calibration, seed, backend, validation, held, specs} = choice;
  return {
    spec: specs[family],
    balance,
    calibration,
    train,
    test,
    seed,
    backend,
    provenance: {files: about.inputs.map(({file, sha256}) => ({file, sha256})), question, validation, held}
  };
}

const labelsOf = ({examples}: LabData, rows: Uint32Array, found: 0 | 1) =>
  Uint8Array.from(rows, (row) => Number(examples.labels[row] === found));

/** The share of a training's examples that have the label 1: those lost, or late. */
export const lostShare = ({data: {examples}}: Pick<LabOutcome, "data">): number =>
  examples.labels.reduce((sum, label) => sum + label, 0) / Math.max(1, examples.labels.length);

/** The rarer label, 1 where both are as many. @example rarer(Uint8Array.of(1, 1, 0)) => 0 */
export const rarer = (labels: Uint8Array): 0 | 1 =>
  2 * labels.reduce((sum, label) => sum + label, 0) > labels.length ? 0 : 1;

/** Tells of many jobs as of one. */
function shareOf(jobs: number, onProgress: TaskOptions["onProgress"]) {
  const shares = new Float64Array(jobs);
  return (job: number, share: number, doing = "Training") => {
    shares[job] = share;
    onProgress?.(shares.reduce((sum, one) => sum + one, 0) / jobs, doing);
  };
}
