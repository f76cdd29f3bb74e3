import {midnightOf} from "../../lib/days.js";
import type {LabChoice} from "../../lib/lab/parameters.js";
import type {PublishedFile, PublishedTraining} from "../../lib/lab/published.js";
import {answers, publishedOutcome} from "../../lib/lab/published.js";
import type {LabOutcome} from "../../lib/lab/train.js";
import {formatCount, formatDay} from "../../lib/format.js";
import type {Scorecard} from "../../lib/metrics/scorecard.js";
import type {Family} from "../../lib/learn/families.js";
import {filesRead} from "../../lib/marts/filesRead.js";
import type {Manifest} from "../../lib/marts/manifest.js";
import {fromFile} from "../../lib/model/file.js";
import type {TrainedModel} from "../../lib/model/model.js";
import {atWork} from "../atWork.js";
import {manifest} from "../marts.js";
import {bytesAt, publishedAddress, publishedIndex, textAt} from "../publishedFiles.js";
import {parquetColumns} from "../parquet.js";
import {lab} from "./crew.js";

/** A training and the address that its files are relative to. */
interface Found {
  training: PublishedTraining;
  base: string;
}

let found: Promise<Found | null> | undefined;
const outcomes = new Map<string, Promise<LabOutcome>>();

/**
 * The outcome of a training that was done when the site was built, where there is one that answers a choice; nothing is
 * trained and DuckDB is not started for it.
 * @param families those whose models are wanted
 * @param everybody whether every row's score is needed too, and what is listed beside it
 */
export async function publishedTraining(
  choice: LabChoice,
  families: readonly Family[],
  {everybody = false}: {everybody?: boolean} = {}
): Promise<LabOutcome | null> {
  found ??= atWork(find());
  found.catch(() => (found = undefined));
  const here = await found;
  const about = await manifest();
  if (!here || !answers(here.training, choice, about, families)) return null;
  const key = `${families.join()} ${everybody}`;
  const outcome = outcomes.get(key) ?? atWork(load(here, families, everybody));
  outcomes.set(key, outcome);
  outcome.catch(() => outcomes.delete(key));
  return outcome;
}

/** The scorecards of the models that answer a choice, without their rows. */
export async function publishedScorecards(
  choice: LabChoice
): Promise<{family: Family; scorecard: Scorecard}[] | null> {
  found ??= atWork(find());
  found.catch(() => (found = undefined));
  const here = await found;
  const families = here?.training.models.map(({family}) => family) ?? [];
  return here && answers(here.training, choice, await manifest(), families) ? here.training.models : null;
}

async function find(): Promise<Found | null> {
  const published = await publishedIndex();
  const file = published?.index.trainings.train;
  if (!published || !file) return null;
  const base = publishedAddress(file, published.base);
  return {training: JSON.parse(await textAt(base)) as PublishedTraining, base};
}

async function load(
  {training, base}: Found,
  families: readonly Family[],
  everybody: boolean
): Promise<LabOutcome> {
  const columns = async (file: PublishedFile) =>
    (await parquetColumns(await bytesAt(publishedAddress(file, base)))) as Record<string, (number | null)[]>;
  const models = training.models.filter(({family}) => families.includes(family));
  const byFamily = async <T>(read: (model: (typeof models)[number]) => Promise<T>) =>
    new Map(await Promise.all(models.map(async (model) => [model.family, await read(model)] as const)));
  const probabilities = async (file: PublishedFile) => Float64Array.from((await columns(file)).probability);
  const modelOf = async (file: PublishedFile): Promise<TrainedModel> => {
    const read = fromFile(await textAt(publishedAddress(file, base)));
    if (!read.ok) throw new Error(read.message);
    return read.value.model;
  };
  const none: Awaited<ReturnType<typeof columns>> = {};
  const [rows, listed, scores, people, trained] = await Promise.all([
    columns(training.files.rows),
    everybody ? columns(training.files.listed) : none,
    byFamily(({files}) => probabilities(files.scores)),
    everybody ? byFamily(({files}) => probabilities(files.people)) : new Map<Family, Float64Array>(),
    byFamily(({files}) => modelOf(files.model))
  ]);
  return publishedOutcome(lab, await manifest(), training, {
    keys: Int32Array.from(rows.key),
    labels: Uint8Array.from(rows.label),
    held: Uint8Array.from(rows.held_out),
    ...{scores, people, models: trained},
    listed: new Map(
      Object.entries(listed).map(([name, values]) => [name, Float32Array.from(values, (one) => one ?? NaN)])
    )
  });
}

const filesText = ({inputs, source}: Pick<Manifest, "inputs" | "source">): string => {
  const count = filesRead(inputs).length;
  return `${formatCount(count)} ${source === "real" ? "" : "synthetic "}${count === 1 ? "file" : "files"}`;
};

/** Says where an outcome comes from that was published with the site. */
export const publishedWords = ({data: {about}, models}: LabOutcome, verb = "Train"): string =>
  `Trained when the site was built, from ${filesText(about)} with orders until ${formatDay(midnightOf(about.last_purchase))}${models.length === 1 ? `, hash ${models[0].fit.hash.slice(0, 12)}` : ""}: press ${verb} to train here.`;

const hashesOf = ({models}: LabOutcome): string => models.map(({fit}) => fit.hash).join();

/** Of how many families a training on the page gave the very models that were published, in a sentence's end. */
export function sameAsPublished(published: LabOutcome | null, outcome: LabOutcome): string {
  if (!published) return "";
  const same = hashesOf(published) === hashesOf(outcome);
  return same
    ? `, with the same ${outcome.models.length > 1 ? "hashes" : "hash"} as when the site was built`
    : ", with another hash than when the site was built: the browser does its arithmetic in another way";
}
