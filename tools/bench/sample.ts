import {mean, minIndex} from "d3";
import {defaultChoice} from "../../lib/lab/defaultChoice.js";
import {labData} from "../../lib/lab/data.js";
import type {LabData} from "../../lib/lab/data.js";
import {families} from "../../lib/lab/parameters.js";
import type {LabChoice} from "../../lib/lab/parameters.js";
import {rarer, requestOf} from "../../lib/lab/train.js";
import {averagePrecision} from "../../lib/metrics/averagePrecision.js";
import {deLong} from "../../lib/metrics/deLong.js";
import {shopSpecs} from "../../lib/learn/shopSpecs.js";
import {splitsOf} from "../../lib/pipeline/splits.js";
import {sampleRows} from "../../lib/random/sampleRows.js";
import {withDatabase} from "../../loaders/database.js";
import {viewMarts} from "../../loaders/views.js";
import {nodeLab} from "../models/lab.js";
import {martsDirectory} from "./churn/shop.js";

/** Shares of the rows to learn from, each twice the one before; the last is all of them. */
const shares = [1 / 64, 1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1];

const questions = ["forward", "late"] as const;

/**
 * What a sample costs: ROC-AUC and PR-AUC on the same held-out rows by the share of the others that a family learns
 * from, with the hyper-parameters that the site takes for so many; the mean of several draws, and how far the worst draw lies behind all rows, with DeLong's interval.
 */
export async function benchSample(draws: number): Promise<void> {
  const marts = await martsDirectory();
  await withDatabase(async (connect) => {
    const connection = await connect();
    await viewMarts(connection, marts);
    const lab = await nodeLab(connection, marts);
    try {
      const begin = defaultChoice(await lab.about());
      for (const label of questions) {
        const choice: LabChoice = {
          ...{...begin, validation: "holdout", held: 0.2, balance: "none", backend: "cpu"},
          question: {...begin.question, label, preset: "safe"}
        };
        const data = await labData(lab, choice.question);
        if (!data.ok) console.log(`${label}: ${data.message}`);
        else await curves(data.value, choice, draws);
      }
    } finally {
      await lab.close();
    }
  });
}

async function curves(data: LabData, choice: LabChoice, draws: number): Promise<void> {
  const {labels} = data.examples;
  const parts = splitsOf(data.examples, choice);
  if (!parts.ok) throw new Error(parts.message);
  const [{train, test}] = parts.value;
  const found = rarer(labels);
  const outcome = Uint8Array.from(test, (row) => Number(labels[row] === found));
  const rare = mean(outcome) ?? 0;
  console.log(
    `${choice.question.label}: ${labels.length} rows, ${test.length} of them held out, of these ${(100 * rare).toFixed(2)} % with the rarer outcome`
  );
  for (const family of families) {
    const scored = async (rows: Uint32Array) => {
      const fit = await data.lab.work(
        data,
        (worker, id, report) =>
          worker.fit(
            id,
            requestOf(data, {...choice, specs: shopSpecs(rows.length)}, family, {train: rows, test}),
            report
          ),
        {}
      );
      if (!fit.ok) throw new Error(fit.message);
      const {probabilities, milliseconds} = fit.value;
      return {scores: found ? probabilities : probabilities.map((p) => 1 - p), milliseconds};
    };
    const whole = await scored(train);
    for (const share of shares) {
      const count = Math.round(train.length * share);
      const seeds = share === 1 ? [] : Array.from({length: draws}, (_, draw) => draw + 1);
      const runs = await Promise.all(
        seeds.map((seed) =>
          scored(sampleRows(train.length, count, seed, "search.rows").map((row) => train[row]))
        )
      );
      if (share === 1) runs.push(whole);
      const beside = runs.flatMap(({scores}) => deLong(outcome, scores, whole.scores) ?? []);
      const worst = beside[minIndex(beside, ({a}) => a)];
      const precision = mean(runs, ({scores}) => averagePrecision(outcome, scores) ?? NaN) ?? NaN;
      console.log(
        `  ${family}, ${count} rows: ROC-AUC ${(mean(beside, ({a}) => a) ?? NaN).toFixed(4)}, PR-AUC ${precision.toFixed(4)}, ` +
          `${((mean(runs, ({milliseconds}) => milliseconds) ?? NaN) / 1000).toFixed(1)} s` +
          (share === 1
            ? ""
            : `; worst of ${draws} draws ${worst.difference.toFixed(4)} (${worst.interval.low.toFixed(4)} to ${worst.interval.high.toFixed(4)})`)
      );
    }
  }
}
