import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import type {PublishedTraining} from "../../lib/lab/published.js";
import type {Manifest} from "../../lib/marts/manifest.js";
import {fromFile} from "../../lib/model/file.js";
import type {RecommenderFile} from "../../lib/recommend/modelFile.js";
import {
  modelDeclarations,
  recommendDeclarations,
  segmentDeclarations,
  sharedDeclarations
} from "../../lib/serve/declarations.js";
import {fieldsOf} from "../../lib/serve/field.js";
import {modelModuleText, moduleText} from "../../lib/serve/moduleText.js";
import type {ServedModel} from "../../lib/serve/predictor.js";
import type {PublishedModule, PublishedScoring} from "../../lib/serve/publishedScoring.js";
import {customerSchema, recommendSchema, segmentSchema} from "../../lib/serve/schema.js";
import {segmentCuts} from "../../lib/serve/segmenter.js";
import {version} from "../../lib/version.js";
import {queryRows, withDatabase} from "../../loaders/database.js";
import {manifestFile} from "../../loaders/manifest.js";
import {viewMarts} from "../../loaders/views.js";
import {parquetColumns} from "../../src/components/parquet.js";
import {fileOf, sha256} from "../models/files.js";
import {scoringCustomers} from "./customers.js";
import {examplesOf} from "./heldOut.js";
import {kernelText} from "./kernel.js";

const indexFile = "index.json";

/** The models as they are served: each with its fields, its hash, and the threshold that it was judged at. */
export function servedModels(folder: string, {found, models}: PublishedTraining): Map<string, ServedModel> {
  return new Map(
    models.map(({family, fit: {hash}, scorecard: {threshold}, files}) => {
      const read = fromFile(readFileSync(join(folder, files.model.path), "utf8"));
      if (!read.ok) throw new Error(read.message);
      const {model} = read.value;
      return [family, {model, fields: fieldsOf(model), hash, found, threshold}];
    })
  );
}

/**
 * Adds to a site's published models what scores elsewhere: an ES module, declarations and a JSON Schema for each, and
 * customers to try them on. Gives the address of the index, which lists them, with a hash of it.
 */
export async function publishScoring(site: string, marts: string): Promise<string> {
  const folder = join(site, "models");
  const index = JSON.parse(readFileSync(join(folder, indexFile), "utf8")) as {
    trainings: {train?: {path: string}};
    recommend?: {files: {model: {path: string}}};
  };
  const write = (path: string, text: string) => {
    writeFileSync(join(folder, path), text);
    return fileOf(folder, path);
  };
  const moduleOf = (path: string, text: string, declarations: string, schema: unknown): PublishedModule => ({
    module: write(`${path}.js`, text),
    declarations: write(`${path}.d.ts`, declarations),
    schema: write(`${path}.schema.json`, `${JSON.stringify(schema, null, 1)}\n`)
  });
  const scoring: PublishedScoring = {kernel: write("kernel.js", await kernelText()), models: {}};
  write("kernel.d.ts", sharedDeclarations);
  const made = `Vitrine ${version}`;

  await withDatabase(async (connect) => {
    const connection = await connect();
    await viewMarts(connection, marts);
    const {train} = index.trainings;
    if (train) {
      const training = JSON.parse(readFileSync(join(folder, train.path), "utf8")) as PublishedTraining;
      const churn = join(folder, "churn");
      const served = servedModels(churn, training);
      for (const [family, model] of served) {
        const about = `${made}: ${family}, model ${model.hash}. Imports its kernel alone.`;
        scoring.models[family] = moduleOf(
          `churn/${family}`,
          modelModuleText(model, {kernel: "../kernel.js", about}),
          modelDeclarations(model.fields, "../kernel.js"),
          customerSchema(family, model.fields)
        );
      }
      scoring.customers = write(
        "churn/customers.json",
        await customersText(connection, marts, churn, training, served)
      );
    }
    if (existsSync(join(marts, "segments.parquet"))) {
      const {cutoff} = JSON.parse(readFileSync(join(marts, manifestFile), "utf8")) as Manifest;
      const people = await queryRows<
        Record<"recency_days" | "frequency" | "monetary_cents" | "r" | "fm", number>
      >(connection, "select recency_days, frequency, monetary_cents, r, fm from segments");
      const about = `${made}: RFM segments at the cut points of ${cutoff.slice(0, 10)}.`;
      const text = moduleText("segmentModule", ["segment", "cutoff"], segmentCuts(people, cutoff), {
        kernel: "./kernel.js",
        about
      });
      scoring.segment = moduleOf("segment", text, segmentDeclarations, segmentSchema());
    }
  });
  if (index.recommend) {
    const file = JSON.parse(
      readFileSync(join(folder, index.recommend.files.model.path), "utf8")
    ) as RecommenderFile;
    const about = `${made}: item kNN, model ${file.hash}.`;
    const text = moduleText("recommendModule", ["recommend", "hash"], file, {kernel: "./kernel.js", about});
    scoring.recommend = moduleOf("recommend", text, recommendDeclarations, recommendSchema());
  }
  const text = `${JSON.stringify({...index, scoring}, null, 2)}\n`;
  writeFileSync(join(folder, indexFile), text);
  return `models/${indexFile}?${sha256(text).slice(0, 12)}`;
}

async function customersText(
  connection: DuckDBConnection,
  marts: string,
  churn: string,
  training: PublishedTraining,
  served: ReadonlyMap<string, ServedModel>
): Promise<string> {
  const examples = await examplesOf(connection, marts, training);
  const model = training.models[training.models.length - 1];
  const read = async (path: string) =>
    parquetColumns(new Uint8Array(readFileSync(join(churn, path)))) as Promise<Record<string, number[]>>;
  const {held_out: flags} = await read(training.files.rows.path);
  const {probability} = await read(model.files.people.path);
  const held = Array.from(flags.keys()).filter((row) => flags[row] === 1);
  const fields = served.get(model.family)?.fields ?? [];
  return JSON.stringify(scoringCustomers(examples, fields, {held, scores: probability}));
}
