import {cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {defaultChoice} from "../../lib/lab/defaultChoice.js";
import {families} from "../../lib/lab/parameters.js";
import type {PublishedFile, PublishedTraining} from "../../lib/lab/published.js";
import type {PublishedResult} from "../../lib/lab/resultFile.js";
import {toResultText} from "../../lib/lab/resultFile.js";
import type {LabOutcome} from "../../lib/lab/train.js";
import {trainLab} from "../../lib/lab/train.js";
import {reviewColumns} from "../../lib/reviews/reviewTexts.js";
import {withDatabase} from "../../loaders/database.js";
import {sourcesHash} from "../../loaders/fingerprint.js";
import {manifestFile} from "../../loaders/manifest.js";
import {viewMarts} from "../../loaders/views.js";
import {fileOf, sha256} from "./files.js";
import type {NodeLab} from "./lab.js";
import {nodeLab} from "./lab.js";
import type {PublishedRecommender} from "./recommend.js";
import {publishRecommender} from "./recommend.js";
import {publishedRuns} from "./results.js";
import type {PublishedSentiment} from "./sentiment.js";
import {publishSentiment} from "./sentiment.js";
import {writeTraining} from "./training.js";

/** Where the models stand in the site, beside the pages about them, and what lists them. */
const modelsFolder = "models";
const indexFile = "index.json";
const trainingFile = "training.json";
/** The folder of the models that say who orders again. */
const churn = "churn";

const reviewsSql = `select ${reviewColumns.join(", ")} from review_texts`;

/** What was published, and what was not. */
export interface Publication {
  /** The address of the index in the site, with a hash of all that it lists. */
  index: string;
  /** A line for each question that the data do not answer. */
  notes: string[];
}

/**
 * Answers the pages' own default questions with the functions that the tab answers them with, and keeps what comes of
 * it: models as files for other tools, and what the pages need to show the outcomes. What was made of the same tables
 * by the same code is not made again.
 * @returns the folder that keeps it
 */
export async function makeModels(marts: string, cache = ".vitrine/models"): Promise<string> {
  const kept = join(cache, await fingerprintOf(marts));
  if (!existsSync(kept)) {
    rmSync(cache, {recursive: true, force: true});
    const making = `${kept}.making`;
    mkdirSync(making, {recursive: true});
    await make(making, marts);
    renameSync(making, kept);
  }
  return kept;
}

/** Puts what was kept into a built site. */
export function publishModels(site: string, kept: string): Publication {
  cpSync(kept, join(site, modelsFolder), {recursive: true});
  const index = readFileSync(join(kept, indexFile), "utf8");
  const {missing} = JSON.parse(index) as {missing: Record<string, string>};
  return {
    index: `${modelsFolder}/${indexFile}?${sha256(index).slice(0, 12)}`,
    notes: Object.entries(missing).map(([name, why]) => `${name} opens without a published result: ${why}`)
  };
}

async function fingerprintOf(marts: string): Promise<string> {
  const about = JSON.parse(readFileSync(join(marts, manifestFile), "utf8")) as Record<string, unknown>;
  delete about.built_at;
  const code = await sourcesHash(".", ["tools/models", "lib/learn/kernels"]);
  return sha256(JSON.stringify([about, code])).slice(0, 24);
}

/** Makes all files in a folder. */
async function make(folder: string, marts: string): Promise<void> {
  await withDatabase(async (connect) => {
    const connection = await connect();
    await viewMarts(connection, marts);
    const lab = await nodeLab(connection, marts);
    try {
      await write(folder, connection, lab, marts);
    } finally {
      await lab.close();
    }
  });
}

async function write(
  folder: string,
  connection: DuckDBConnection,
  lab: NodeLab,
  marts: string
): Promise<void> {
  const about = await lab.about();
  const inputs = about.inputs.map(({file, sha256}) => ({file, sha256}));
  const choice = defaultChoice(about);
  const missing: Record<string, string> = {};
  const outcome = await trainLab(lab, choice, families, {});
  const training = outcome.ok ? await published(folder, connection, outcome.value) : undefined;
  if (!outcome.ok) missing.train = outcome.message;

  const results: Record<string, PublishedFile> = {};
  const keep = (name: string, {choice, outcome}: Pick<PublishedResult, "choice" | "outcome">) => {
    const result: PublishedResult = {format: "vitrine-result", version: 1, choice, inputs, outcome};
    writeFileSync(join(folder, `${name}.json`), toResultText(result));
    results[name] = fileOf(folder, `${name}.json`);
  };
  for (const {name, choice: asked, run} of await publishedRuns(lab, choice, outcome)) {
    const ran = await run();
    if (ran.ok) keep(name, {choice: asked, outcome: ran.value});
    else missing[name] = ran.message;
  }
  const reviews = publishSentiment(folder, await lab.columns(reviewsSql), about);
  let sentiment: PublishedSentiment | undefined;
  if (reviews.ok) {
    keep("reviews", reviews.value.result);
    ({sentiment} = reviews.value);
  } else missing.reviews = reviews.message;
  const recommended = await publishRecommender(folder, connection, marts, about);
  let recommend: PublishedRecommender | undefined;
  if (recommended.ok) {
    keep("recommend", recommended.value.result);
    ({recommend} = recommended.value);
  } else missing.recommend = recommended.message;
  const index = {
    ...{format: "vitrine-models", version: 1, inputs},
    ...(training ? listed(folder, training) : {trainings: {}, models: []}),
    ...{results, sentiment, recommend, missing}
  };
  writeFileSync(join(folder, indexFile), `${JSON.stringify(index, null, 2)}\n`);
}

/** Writes the models of the page Train. */
async function published(
  folder: string,
  connection: DuckDBConnection,
  outcome: LabOutcome
): Promise<PublishedTraining> {
  mkdirSync(join(folder, churn));
  const training = await writeTraining(connection, join(folder, churn), outcome);
  writeFileSync(join(folder, churn, trainingFile), JSON.stringify(training));
  return training;
}

function listed(folder: string, {choice, models}: PublishedTraining) {
  const here = (file: PublishedFile | undefined) => file && {...file, path: `${churn}/${file.path}`};
  return {
    trainings: {train: fileOf(folder, `${churn}/${trainingFile}`)},
    models: models.map(({family, fit: {hash}, files: {model, xgboost, sql, card}}) => ({
      ...{question: choice.question.label, family, hash},
      files: {model: here(model), xgboost: here(xgboost), sql: here(sql), card: here(card)}
    }))
  };
}
