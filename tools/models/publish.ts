import {createHash} from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {cardOf} from "../../lib/lab/card.js";
import {featureNames} from "../../lib/lab/featureNames.js";
import {families, labChoice, labParameters} from "../../lib/lab/parameters.js";
import type {PublishedFile, PublishedModel, PublishedTraining} from "../../lib/lab/published.js";
import {listedColumns, trainingToPublish} from "../../lib/lab/published.js";
import {peopleIn} from "../../lib/lab/shop.js";
import type {LabModel, LabOutcome} from "../../lib/lab/train.js";
import {trainLab} from "../../lib/lab/train.js";
import {scoringStatement} from "../../lib/learn/lab/scoringStatement.js";
import {toFile} from "../../lib/model/file.js";
import {toXgboostJson} from "../../lib/model/toXgboostJson.js";
import {parseState} from "../../lib/state/parseState.js";
import {withDatabase} from "../../loaders/database.js";
import {sourcesHash} from "../../loaders/fingerprint.js";
import {manifestFile} from "../../loaders/manifest.js";
import {nodeLab} from "./lab.js";
import {writeColumns} from "./rows.js";

/** Where the models stand in the site, and what lists them. */
export const modelsFolder = "models";
const indexFile = "index.json";
const churnFolder = "churn";

/**
 * Trains the models of the pages' own default question, with the functions that the tab trains with, and publishes
 * them in the site's `models` folder: as files for other tools, and as what the pages need to show their outcome. What
 * was made of the same tables by the same code is not made again.
 * @returns the address of the index, with a hash of all that it lists; undefined where the data do not answer
 */
export async function publishModels(
  site: string,
  marts: string,
  cache = ".vitrine/models"
): Promise<{index?: string; note?: string}> {
  const kept = join(cache, await fingerprintOf(marts));
  if (!existsSync(kept)) {
    rmSync(cache, {recursive: true, force: true});
    const making = `${kept}.making`;
    mkdirSync(making, {recursive: true});
    const note = await make(making, marts);
    if (note) writeFileSync(join(making, "note"), note);
    renameSync(making, kept);
  }
  const note = join(kept, "note");
  if (existsSync(note)) return {note: readFileSync(note, "utf8")};
  rmSync(join(site, modelsFolder), {recursive: true, force: true});
  cpSync(kept, join(site, modelsFolder), {recursive: true});
  const hash = sha256(readFileSync(join(kept, indexFile))).slice(0, 12);
  return {index: `${modelsFolder}/${indexFile}?${hash}`};
}

async function fingerprintOf(marts: string): Promise<string> {
  const {built_at: _, ...about} = JSON.parse(readFileSync(join(marts, manifestFile), "utf8")) as {
    built_at: string;
  };
  return sha256(JSON.stringify([about, await sourcesHash(".", ["tools/models", "lib/learn/kernels"])])).slice(
    0,
    24
  );
}

const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

/** Makes all files in a folder; a sentence where the data do not answer the question. */
async function make(folder: string, marts: string): Promise<string | undefined> {
  return withDatabase(async (connect) => {
    const connection = await connect();
    for (const file of readdirSync(marts).filter((name) => name.endsWith(".parquet")))
      await connection.run(
        `create view "${file.slice(0, -".parquet".length)}" as from '${join(marts, file).replaceAll("'", "''")}'`
      );
    const lab = await nodeLab(connection, marts);
    const about = await lab.about();
    const {values} = parseState(labParameters(peopleIn(about)), "");
    const choice = labChoice(values, about.cutoff, featureNames);
    const trained = await trainLab(lab, choice, families, {});
    if (!trained.ok) return `No models are published: ${trained.message}`;
    mkdirSync(join(folder, churnFolder));
    const training = await published(connection, join(folder, churnFolder), trained.value);
    writeFileSync(join(folder, churnFolder, trainingFile), JSON.stringify(training));
    const index = {
      format: "vitrine-models",
      version: 1,
      inputs: training.inputs,
      trainings: {train: fileOf(folder, join(churnFolder, trainingFile))},
      models: training.models.map(({family, fit: {hash}, files: {model, xgboost, sql, card}}) => {
        const here = (file: PublishedFile | undefined) =>
          file && {...file, path: join(churnFolder, file.path)};
        return {
          ...{question: choice.question.label, family, hash},
          files: {model: here(model), xgboost: here(xgboost), sql: here(sql), card: here(card)}
        };
      })
    };
    writeFileSync(join(folder, indexFile), `${JSON.stringify(index, null, 2)}\n`);
    return undefined;
  });
}

const trainingFile = "training.json";

const fileOf = (folder: string, path: string): PublishedFile => {
  const whole = join(folder, path);
  return {path, bytes: statSync(whole).size, sha256: sha256(readFileSync(whole))};
};

const numbersOf = (values: Float64Array | undefined) => values && Array.from(values);

/** Writes an outcome's files to a folder, and gives what lists them. */
async function published(
  connection: DuckDBConnection,
  folder: string,
  outcome: LabOutcome
): Promise<PublishedTraining> {
  const {choice, data, found, test, models, comparisons} = outcome;
  const {columns, values, keys, labels, city} = data.examples;
  if (test.some((row, i) => i > 0 && row <= test[i - 1])) throw new Error("held-out rows are not in order");
  const {losses, served, byPrecision} = await trainingToPublish(outcome);
  const held = new Uint8Array(labels.length);
  for (const row of test) held[row] = 1;
  const write = async (name: string, written: Parameters<typeof writeColumns>[2]) => {
    await writeColumns(connection, join(folder, name), written);
    return fileOf(folder, name);
  };
  const text = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return fileOf(folder, name);
  };
  const listed = listedColumns.flatMap((name) => {
    const at = columns.findIndex((column) => column.name === name);
    return at < 0 ? [] : [[name, {type: "float" as const, values: values[at]}] as const];
  });
  const modelOf = async (model: LabModel): Promise<PublishedModel> => {
    const {family, scorecard, probabilities} = model;
    const {model: trained, curve: _, ...fit} = model.fit;
    const loss = losses.get(family);
    const all = served.get(family);
    if (!all) throw new Error(`nobody was scored by ${family}`);
    const card = cardOf(outcome, model, new Date(data.about.built_at));
    if (!card.ok) throw new Error(card.message);
    const statement = scoringStatement(trained, {question: choice.question, columns, rates: all.rates});
    const {
      probabilities: __,
      trainProbabilities: ___,
      ...known
    } = fit as typeof fit & {
      probabilities?: unknown;
      trainProbabilities?: unknown;
    };
    return {
      ...{family, fit: known, scorecard},
      losses: loss && {
        train: Array.from(loss.train),
        validation: numbersOf(loss.validation),
        test: Array.from(loss.test)
      },
      rates: city && all.rates && Array.from(all.rates),
      files: {
        model: text(`${family}.model.json`, toFile(trained)),
        xgboost:
          trained.kind === "trees" ? text(`${family}.xgboost.json`, toXgboostJson(trained)) : undefined,
        sql: text(`${family}.sql`, `${statement}\n`),
        card: text(`${family}.card.json`, `${JSON.stringify(card.value, null, 2)}\n`),
        scores: await write(`${family}.scores.parquet`, {
          probability: {type: "float", values: probabilities}
        }),
        people: await write(`${family}.people.parquet`, {
          probability: {type: "float", values: all.probabilities}
        })
      }
    };
  };
  const made: PublishedModel[] = [];
  for (const model of models) made.push(await modelOf(model));
  return {
    ...{format: "vitrine-training", version: 1, choice},
    inputs: data.about.inputs.map(({file, sha256}) => ({file, sha256})),
    ...{found, columns, sql: data.sql, models: made},
    comparisons: {rocAuc: comparisons, averagePrecision: byPrecision},
    files: {
      rows: await write("rows.parquet", {
        key: {type: "integer", values: keys},
        label: {type: "utinyint", values: labels},
        held_out: {type: "utinyint", values: held}
      }),
      listed: await write("listed.parquet", Object.fromEntries(listed))
    }
  };
}
