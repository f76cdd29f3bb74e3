import type {Family} from "../../learn/families.js";
import type {Split} from "../../learn/validation/split.js";
import type {Scorecard} from "../../metrics/scorecard.js";
import type {Result} from "../../result.js";
import {ok} from "../../result.js";
import type {TaskOptions} from "../../task.js";
import type {LabData} from "../data.js";
import type {LabChoice} from "../parameters.js";
import {rarer, requestOf} from "../train.js";

/** A model judged on rows that it has not seen, by how well it finds the rarer outcome. */
export interface Judged {
  family: Family;
  /** Of each test row, 1 where it has the outcome looked for, and the probability of it, where these are kept. */
  labels?: Uint8Array;
  probabilities?: Float64Array;
  scorecard: Scorecard;
  hash: string;
}

/** Trains a family on a split and judges it. */
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
  return data.lab.work(
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
