import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import type {PublishedFile} from "../../lib/lab/published.js";
import type {PublishedResult} from "../../lib/lab/resultFile.js";
import {finish} from "../../lib/learn/finish.js";
import type {Manifest} from "../../lib/marts/manifest.js";
import {basketLinesOf} from "../../lib/recommend/basketLines.js";
import {recommenderCard} from "../../lib/recommend/card.js";
import {studyChoice} from "../../lib/recommend/choice.js";
import {recommenderFile} from "../../lib/recommend/modelFile.js";
import {recommendParameters} from "../../lib/recommend/parameters.js";
import {fitShopModels} from "../../lib/recommend/shopModels.js";
import type {RecommendStudy, StudyChoice} from "../../lib/recommend/study.js";
import {studyRecommendations} from "../../lib/recommend/study.js";
import type {Result} from "../../lib/result.js";
import {ok} from "../../lib/result.js";
import {parseState} from "../../lib/state/parseState.js";
import {queryRows} from "../../loaders/database.js";
import {parquetColumns} from "../../src/components/parquet.js";
import {fileOf} from "./files.js";

/** The recommender as it is listed. */
export interface PublishedRecommender {
  hash: string;
  files: {model: PublishedFile; card: PublishedFile};
}

const name = "recommend";

/**
 * Answers the default question of the page of recommendations, and writes item kNN with a card to a folder of their own
 * within `folder`.
 */
export async function publishRecommender(
  folder: string,
  connection: DuckDBConnection,
  marts: string,
  about: Manifest
): Promise<
  Result<{
    result: Omit<PublishedResult<StudyChoice, RecommendStudy>, "format" | "version" | "inputs">;
    recommend: PublishedRecommender;
  }>
> {
  const lines = basketLinesOf(
    await parquetColumns(new Uint8Array(readFileSync(join(marts, "baskets.parquet"))))
  );
  const choice = studyChoice(parseState(recommendParameters(about), "").values);
  const data = about.inputs.map(({file, sha256}) => ({file, sha256}));
  const study = finish(studyRecommendations(lines, choice, data));
  if (!study.ok) return study;
  const models = finish(fitShopModels(lines, {...choice, factors: false}));
  if (!models.ok) return models;
  const ids = await queryRows<{product_key: number; product_id: string}>(connection, "from product_ids");
  const named = new Map(ids.map(({product_key, product_id}) => [product_key, product_id]));
  const file = recommenderFile(models.value, named, choice.settings, data);
  mkdirSync(join(folder, name));
  const write = (path: string, text: string) => {
    writeFileSync(join(folder, name, path), text);
    return fileOf(folder, `${name}/${path}`);
  };
  const card = recommenderCard(study.value, file, about);
  return ok({
    result: {choice, outcome: study.value},
    recommend: {
      hash: file.hash,
      files: {
        model: write("itemKnn.json", JSON.stringify(file)),
        card: write("itemKnn.card.json", `${JSON.stringify(card, null, 2)}\n`)
      }
    }
  });
}
