import {cpSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {formatCount} from "../../lib/format.js";
import type {PublishedTraining} from "../../lib/lab/published.js";
import {quantile} from "../../lib/metrics/quantile.js";
import type {modelModule} from "../../lib/serve/kernel.js";
import type {LabExamples} from "../../lib/pipeline/fitting.js";
import {withDatabase} from "../../loaders/database.js";
import {viewMarts} from "../../loaders/views.js";
import {makeModels} from "../models/publish.js";
import {examplesOf, writtenValues} from "../score/heldOut.js";
import {publishScoring} from "../score/publish.js";
import {against, middle, say, time} from "./churn/parts.js";
import {martsDirectory} from "./churn/shop.js";
import {ask, skipped} from "./customers/python.js";
import {verdict} from "./measure.js";

type Module = ReturnType<typeof modelModule>;

interface Native {
  version: string;
  times: number[];
  values: number[];
}

const batchRows = 100_000;
const singles = 5000;
/** So many of XGBoost's probabilities are told, to be compared: more would not pass through a pipe's buffer. */
const toldRows = 20_000;

const clocked = <T>(work: () => T): {ms: number; value: T} => {
  const started = performance.now();
  const value = work();
  return {ms: performance.now() - started, value};
};

/** XGBoost's own predict on the same rows, with the same values. */
function native(
  model: string,
  {columns, values}: LabExamples,
  rows: readonly number[],
  runs: number
): Native | string {
  const flat = new Float32Array(values.length * rows.length);
  values.forEach((column, j) => rows.forEach((row, i) => (flat[j * rows.length + i] = column[row])));
  const told = {
    told: toldRows,
    model,
    runs,
    columns: values.length,
    rows: rows.length,
    names: columns.map(({name}) => name)
  };
  return ask<Native>({script: "predict.py", told, files: {values: flat}});
}

/** The published ES modules: one prediction with its contributions, and 100,000 rows, beside XGBoost's own predict. */
export async function benchScore(runs: number): Promise<void> {
  const marts = await martsDirectory();
  const site = mkdtempSync(join(tmpdir(), "vitrine-bench-score-"));
  try {
    cpSync(await makeModels(marts), join(site, "models"), {recursive: true});
    await publishScoring(site, marts);
    const churn = join(site, "models", "churn");
    const training = JSON.parse(readFileSync(join(churn, "training.json"), "utf8")) as PublishedTraining;
    const examples = await withDatabase(async (connect) => {
      const connection = await connect();
      await viewMarts(connection, marts);
      return examplesOf(connection, marts, training);
    });
    const people = examples.labels.length;
    const rows = Array.from({length: batchRows}, (_, i) => i % people);
    for (const {family, files} of training.models) {
      const made = (await import(pathToFileURL(join(churn, `${family}.js`)).href)) as Module;
      const columns = Object.fromEntries(
        made.fields.map(({name}) => [name, writtenValues(examples, name, rows)])
      );
      const customers = Array.from({length: singles}, (_, i) =>
        Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[i]]))
      );
      const one = Float64Array.from(customers, (customer) => clocked(() => made.predict(customer)).ms).sort();
      const p95 = quantile(one, 0.95);
      say(
        `${family}: one prediction with its contributions: median ${time(quantile(one, 0.5))}, p95 ${time(p95)} ${verdict(p95 < 1, "1 ms")}`
      );
      const batches = Array.from({length: runs}, () => clocked(() => made.predictBatch(columns)));
      const ms = middle(batches, (batch) => batch.ms);
      console.log(
        `  ${formatCount(batchRows)} rows, ${formatCount(runs)} runs: ${time(ms)}, ${formatCount((1000 * batchRows) / ms)} rows a second ${verdict(ms < 1000, "1 s")}`
      );
      if (!files.xgboost) continue;
      const theirs = native(join(churn, files.xgboost.path), examples, rows, runs);
      if (typeof theirs === "string") {
        console.log(skipped("XGBoost's own predict", theirs));
        continue;
      }
      const apart = theirs.values.reduce(
        (most, value, i) => Math.max(most, Math.abs(value - batches[0].value[i])),
        0
      );
      console.log(
        `  ${theirs.version}: ${against(
          ms,
          middle(
            theirs.times.map((taken) => ({taken})),
            ({taken}) => taken
          ),
          10
        )}; largest difference ${apart.toExponential(1)}`
      );
    }
  } finally {
    rmSync(site, {recursive: true});
  }
}
