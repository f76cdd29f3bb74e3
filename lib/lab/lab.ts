import type {LabExamples} from "../pipeline/fitting.js";
import type {Manifest} from "../marts/manifest.js";
import type {TrainedModel} from "../model/model.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import type {TaskOptions} from "../task.js";
import type {LabRequest, Report} from "./bench.js";
import type {LabWork} from "./work.js";

/** Examples by a name that tells them from all others. */
export interface NamedExamples {
  id: string;
  examples: LabExamples;
  /** Works all columns out where `examples` holds some of them only. */
  full?: () => Promise<Result<LabExamples>>;
}

/** All columns of examples. */
export const allOf = async ({examples, full}: NamedExamples): Promise<Result<LabExamples>> =>
  full ? full() : ok(examples);

/** A model to be explained on all rows of its examples. */
export interface ExplainedSubject {
  /** Tells it from all others. */
  key: string;
  data: NamedExamples;
  request: LabRequest;
  model: TrainedModel;
}

type Sent<F> = F extends (...given: infer Given) => infer Answer
  ? (...given: Given) => Promise<Awaited<Answer>>
  : never;

/** Somebody who does the lab's work, near or far: every answer is a promise. */
export type LabWorker = {[Name in keyof LabWork]: Sent<LabWork[Name]>};

/** Work for a worker that has the examples under the id. */
export type LabTask<T> = (worker: LabWorker, id: string, report: Report) => Promise<Result<T>>;

/**
 * Where a pipeline of the lab runs: who does its work and where its data come from. In the tab these are Web Workers
 * and DuckDB-WASM, at build time this process and DuckDB.
 */
export interface Lab {
  /** Does work on examples, or (null) such as needs none, side by side with other work as far as there are workers. */
  work: <T>(data: NamedExamples | null, task: LabTask<T>, options?: TaskOptions) => Promise<Result<T>>;
  /** Does work in the one place that keeps the SHAP values of all rows, which it works out where they are not there. */
  explaining: <T>(
    subject: ExplainedSubject,
    task: (worker: LabWorker, report: Report) => Promise<Result<T>>,
    options?: TaskOptions
  ) => Promise<Result<T>>;
  /** The columns of a query on the marts, whole numbers and decimals as numbers. */
  columns: (sql: string) => Promise<Record<string, ArrayLike<unknown>>>;
  /** What the marts were made of. */
  about: () => Promise<Manifest>;
}
