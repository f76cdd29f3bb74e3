import type {Family} from "../../lib/learn/families.js";
import type {Split} from "../../lib/learn/validation/split.js";
import type {Scorecard} from "../../lib/metrics/scorecard.js";
import type {Result} from "../../lib/result.js";
import {ok} from "../../lib/result.js";
import type {TaskOptions} from "../pool.js";
import {inCrew} from "./crew.js";
import type {LabData} from "./data.js";
import type {LabChoice} from "./parameters.js";
import {requestOf} from "./train.js";

/** A model judged on rows that it has not seen, by how well it finds the rarer outcome. */
export interface Judged {
  family: Family;
  /** Of each test row, 1 where it has the outcome looked for, and the probability of it. */
  labels: Uint8Array;
  probabilities: Float64Array;
  scorecard: Scorecard;
  hash: string;
}

/** The rarer label, 1 where both are as many. @example rarer(Uint8Array.of(1, 1, 0)) => 0 */
export const rarer = (labels: Uint8Array): 0 | 1 =>
  2 * labels.reduce((sum, label) => sum + label, 0) > labels.length ? 0 : 1;

/** Trains a family on a split in one of the lab's workers and judges it. */
export async function fitAndJudge(
  data: LabData,
  choice: LabChoice,
  {family, split}: {family: Family; split: Split},
  options: TaskOptions
): Promise<Result<Judged>> {
  const found = rarer(data.examples.labels);
  const labelsOf = (rows: Uint32Array) =>
    Uint8Array.from(rows, (row) => Number(data.examples.labels[row] === found));
  const labels = labelsOf(split.test);
  return inCrew(
    data,
    async (worker, id, report) => {
      const fit = await worker.fit(id, requestOf(data, choice, family, split), report);
      if (!fit.ok) return fit;
      const {probabilities: churn, hash} = fit.value;
      const probabilities = found ? churn : churn.map((p) => 1 - p);
      const scorecard = await worker.judge(labels, probabilities, labelsOf(split.train), choice.seed);
      return ok({family, labels, probabilities, scorecard, hash});
    },
    options
  );
}
