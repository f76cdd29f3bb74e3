import {writeFileSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {cardOf} from "../../lib/lab/card.js";
import type {PublishedModel, PublishedTraining} from "../../lib/lab/published.js";
import {listedColumns, trainingToPublish} from "../../lib/lab/published.js";
import type {LabModel, LabOutcome} from "../../lib/lab/train.js";
import {scoringStatement} from "../../lib/pipeline/scoringStatement.js";
import {toFile} from "../../lib/model/file.js";
import {toXgboostJson} from "../../lib/model/toXgboostJson.js";
import {fileOf} from "./files.js";
import {writeColumns} from "./rows.js";

const numbersOf = (values: Float64Array | undefined) => values && Array.from(values);

/** Writes the files of a training's outcome to a folder, and gives what lists them. */
export async function writeTraining(
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
    const {model: trained, hash, ranOn, milliseconds, auc, rounds, rows, note, spec} = model.fit;
    const loss = losses.get(family);
    const all = served.get(family);
    if (!all) throw new Error(`nobody was scored by ${family}`);
    const card = cardOf(outcome, model, new Date(data.about.built_at));
    if (!card.ok) throw new Error(card.message);
    const statement = scoringStatement(trained, {question: choice.question, columns, rates: all.rates});
    return {
      ...{family, fit: {hash, ranOn, milliseconds, auc, rounds, rows, note, spec}, scorecard},
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
