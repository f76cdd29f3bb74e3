import * as Comlink from "comlink";
import {examplesOf} from "../../../../lib/features/matrix.js";
import {mean} from "d3";
import {stratifiedFolds} from "../../../../lib/learn/validation/stratifiedFolds.js";
import {featureColumnsSql} from "../../../../lib/lab/data.js";
import {useSource} from "../../../../src/components/martsSource.js";
import {sql} from "../../../../src/components/sql.js";
import type {Size} from "../matrix.js";
import {gridFolds, gridPoints} from "../specs.js";
import type {WorkerApi} from "./worker.js";

type Remote = Comlink.Remote<WorkerApi>;

const hire = () => {
  const worker = new Worker("/tab/worker.js", {type: "module"});
  return {worker, remote: Comlink.wrap<WorkerApi>(worker)};
};

let first: ReturnType<typeof hire> | undefined;

/** A worker with a matrix, in place of the one before. */
async function open(size: Size): Promise<void> {
  first?.worker.terminate();
  first = hire();
  await first.remote.load(size);
}

/** The worker, to be asked for one piece of work after the other. */
function worker(): Remote {
  if (!first) throw new Error("no worker is open");
  return first.remote;
}

async function labelsOf({name}: Size): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(`/${name}.u8`)).arrayBuffer());
}

/** All points on all folds by a pool of workers, each of which bins the matrix once. */
async function grid(size: Size): Promise<{ms: number; workers: number; best: number; auc: number}> {
  const folds = stratifiedFolds(await labelsOf(size), {folds: gridFolds, seed: 1, stream: "split.folds"});
  if (!folds.ok) throw new Error(folds.message);
  const crew = Array.from({length: navigator.hardwareConcurrency}, hire);
  await Promise.all(crew.map(({remote}) => remote.load(size)));
  const jobs = gridPoints.flatMap((spec, point) =>
    Array.from({length: gridFolds}, (_, fold) => ({spec, point, fold}))
  );
  const aucs = gridPoints.map((): number[] => []);
  const started = performance.now();
  await Promise.all(
    crew.map(async ({remote}) => {
      for (let job = jobs.pop(); job; job = jobs.pop())
        aucs[job.point].push(await remote.foldAuc(job.spec, folds.value, job.fold));
    })
  );
  const ms = performance.now() - started;
  for (const {worker} of crew) worker.terminate();
  const means = aucs.map((own) => mean(own) ?? 0);
  const auc = Math.max(...means);
  return {ms, workers: crew.length, best: means.indexOf(auc), auc};
}

/** Starts DuckDB with the marts that lie beside the page. */
async function openShop(names: readonly string[]): Promise<void> {
  useSource({
    names,
    bytes: async (name) => new Uint8Array(await (await fetch(`/marts/${name}.parquet`)).arrayBuffer()),
    manifest: () => Promise.reject(new Error("there is no manifest here"))
  });
  for (const name of names) await sql`select count(*) from ${sql.raw(name)}`;
}

/** The feature matrix at a cutoff, as the lab's pages make it. */
async function features(asof: string, horizon: number): Promise<{ms: number; rows: number}> {
  const started = performance.now();
  const table = await sql.columns(featureColumnsSql({asof, horizon, strict: false}));
  const examples = examplesOf(table, {label: {kind: "forward"}, preset: "forward"});
  const ms = performance.now() - started;
  if (!examples.ok) throw new Error(examples.message);
  return {ms, rows: examples.value.labels.length};
}

const tab = {
  open,
  bin: () => worker().bin(),
  train: (...args: Parameters<WorkerApi["train"]>) => worker().train(...args),
  shapOfAll: (...args: Parameters<WorkerApi["shapOfAll"]>) => worker().shapOfAll(...args),
  scoreAll: (...args: Parameters<WorkerApi["scoreAll"]>) => worker().scoreAll(...args),
  scoreOne: (...args: Parameters<WorkerApi["scoreOne"]>) => worker().scoreOne(...args),
  logistic: () => worker().logistic(),
  balance: () => worker().balance(),
  grid,
  openShop,
  features
};

export type Tab = typeof tab;

Object.assign(globalThis, {tab});
