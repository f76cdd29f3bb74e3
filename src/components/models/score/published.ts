import type {PublishedModel, PublishedTraining} from "../../../lib/lab/published.js";
import type {Family} from "../../../lib/learn/families.js";
import {fromFile} from "../../../lib/model/file.js";
import type {Question} from "../../../lib/pipeline/question.js";
import type {Result} from "../../../lib/result.js";
import {fail, ok} from "../../../lib/result.js";
import {fieldsOf} from "../../../lib/serve/field.js";
import type {ServedModel} from "../../../lib/serve/predictor.js";
import type {ScoringCustomers} from "../../../lib/serve/publishedScoring.js";
import {atWork} from "../../atWork.js";
import {publishedAddress, publishedIndex, textAt} from "../../publishedFiles.js";

/** A published model with all that the page needs to score by it. */
export interface Scoring {
  family: Family;
  served: ServedModel;
  question: Question;
  customers: ScoringCustomers;
  about: Pick<PublishedModel, "scorecard">;
  /** Of the ES module, and of XGBoost's JSON where the model has one. */
  addresses: {module: string; xgboost?: string};
}

const nothing =
  "This page scores with the models that a site is built with, and there are none here: build the site, or train a model on the page Decide.";

const loaded = new Map<Family, Promise<Result<Scoring>>>();

/** A published model of a family; fails with a sentence where the site was built without it. */
export function loadScoring(family: Family): Promise<Result<Scoring>> {
  const loading = loaded.get(family) ?? atWork(load(family));
  loaded.set(family, loading);
  loading.catch(() => loaded.delete(family));
  return loading;
}

async function load(family: Family): Promise<Result<Scoring>> {
  const published = await publishedIndex();
  if (!published) return fail("published", nothing);
  const {base} = published;
  const {trainings, scoring} = published.index;
  const files = scoring?.models[family];
  if (!trainings.train || !scoring?.customers || !files) return fail("published", nothing);
  const at = publishedAddress(trainings.train, base);
  const [text, people] = await Promise.all([textAt(at), textAt(publishedAddress(scoring.customers, base))]);
  const {choice, found, models} = JSON.parse(text) as PublishedTraining;
  const about = models.find((model) => model.family === family);
  if (!about) return fail("published", nothing);
  const read = fromFile(await textAt(publishedAddress(about.files.model, at)));
  if (!read.ok) return read;
  const {model} = read.value;
  const {hash} = about.fit;
  const {xgboost} = about.files;
  return ok({
    ...{family, about, question: choice.question, customers: JSON.parse(people) as ScoringCustomers},
    served: {model, fields: fieldsOf(model), hash, found, threshold: about.scorecard.threshold},
    addresses: {
      module: new URL(files.module.path, base).href,
      ...(xgboost ? {xgboost: new URL(xgboost.path, at).href} : {})
    }
  });
}
