import type {Family, ModelSpec} from "../learn/families.js";
import {splitsOf} from "../pipeline/splits.js";
import {readAxes, readSpace, usualAxes} from "../learn/search/axes.js";
import {gridOf, randomOf} from "../learn/search/candidates.js";
import type {JobResult, Standing} from "../learn/search/collect.js";
import {collect, jobCount, jobsLeft} from "../learn/search/collect.js";
import type {Job, Plan} from "../learn/search/plan.js";
import {searchPlan} from "../learn/search/plan.js";
import {foldSplit} from "../learn/validation/split.js";
import {stratifiedFolds} from "../learn/validation/stratifiedFolds.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import type {SearchRequest} from "./search.js";
import type {TaskOptions} from "../task.js";
import type {Lab} from "./lab.js";
import type {LabData} from "./data.js";
import {labData} from "./data.js";
import type {LabChoice} from "./parameters.js";
import {families} from "./parameters.js";
import type {StateValues} from "../state/parameter.js";
import {choice, flag, integer, text} from "../state/parameters.js";

/** How candidates are found. */
export const searchMethods = ["grid", "random"] as const;

/** What a reader chooses of a search, as it stands in the address. */
export const searchParameters = {
  search: choice<Family>("xgboost", families),
  method: choice("grid", searchMethods),
  axes: text("", {max: 300}),
  draws: integer(12, {min: 1, max: 200}),
  halving: flag(true)
};

/** What a search is asked by an address's values, less the lab's own choice. */
export const searchAsked = ({
  search: family,
  method,
  axes,
  draws,
  halving
}: StateValues<typeof searchParameters>): Omit<SearchChoice, "lab"> => ({
  family,
  method,
  axes,
  draws,
  halving
});

/** What is searched, and how. */
export interface SearchChoice {
  lab: LabChoice;
  family: Family;
  method: "grid" | "random";
  /** What is tried; the family's usual axes where empty. */
  axes: string;
  /** How many candidates a random search draws. */
  draws: number;
  /** Tries many candidates on little and few on all. */
  halving: boolean;
}

/** A search so far, or done. */
export interface SearchState {
  plan: Plan;
  standings: Standing[];
  /** Fits done, of so many. */
  done: number;
  jobs: number;
  /** Rows that were searched on. */
  rows: number;
}

const folds = 5;
const halvingFactor = 3;
const leastRounds = 30;
const leastRows = 5000;

/** Results of fits by data, rows and job: what was done before a search was cancelled is not done again. */
const finished = new Map<string, JobResult>();

/** Searches the parameters of a family by 5 folds of the rows that training would learn from. */
export async function runSearch(
  lab: Lab,
  choice: SearchChoice,
  {signal, onProgress}: TaskOptions,
  onState: (state: SearchState) => void
): Promise<Result<SearchState>> {
  const specs = candidatesOf(choice);
  if (!specs.ok) return specs;
  onProgress?.(0, "Working out the features");
  const read = await labData(lab, choice.lab.question);
  if (!read.ok) return read;
  const data = read.value;
  const pool = learningRows(data, choice.lab);
  if (!pool.ok) return pool;
  const rows = pool.value;
  const planned = planOf(choice, specs.value, rows.length);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const foldOf = stratifiedFolds(
    Uint8Array.from(rows, (row) => data.examples.labels[row]),
    {folds, seed: choice.lab.seed, stream: "search.folds"}
  );
  if (!foldOf.ok) return foldOf;

  const {validation, held, balance} = choice.lab;
  const keyOf = ({id}: Job) => JSON.stringify([data.id, validation, held, balance, id]);
  const results = new Map<string, JobResult>();
  const state = (): SearchState => ({
    plan,
    standings: collect(plan, [...results.values()]),
    done: results.size,
    jobs: jobCount(plan),
    rows: rows.length
  });
  const put = (result: JobResult) => {
    results.set(result.id, result);
    onProgress?.(results.size / jobCount(plan), `${results.size} of ${jobCount(plan)} fits`);
    onState(state());
  };
  for (;;) {
    const left = jobsLeft(plan, [...results.values()]);
    if (!left.length) return ok(state());
    const outcomes = await Promise.all(
      left.map(async (job): Promise<Result<JobResult>> => {
        const before = finished.get(keyOf(job));
        const scored = before ? ok(before) : await scoreOf(data, choice.lab, rows, foldOf.value, job, signal);
        if (!scored.ok) return scored;
        finished.set(keyOf(job), scored.value);
        put(scored.value);
        return scored;
      })
    );
    const failed = outcomes.find((outcome) => !outcome.ok);
    if (failed && !failed.ok) return failed;
  }
}

async function scoreOf(
  data: LabData,
  {balance}: LabChoice,
  rows: Uint32Array,
  foldOf: Uint8Array,
  job: Job,
  signal: AbortSignal | undefined
): Promise<Result<JobResult>> {
  const {train, test} = foldSplit(foldOf, job.fold);
  const request: SearchRequest = {
    spec: job.spec,
    balance,
    matrix: rows,
    train: train.map((at) => rows[at]),
    test: test.map((at) => rows[at]),
    seed: job.seed,
    rows: job.rows
  };
  const scored = await data.lab.work(data, (worker, id, report) => worker.searchOn(id, request, report), {
    signal
  });
  return scored.ok ? ok({id: job.id, ...scored.value}) : scored;
}

/** The rows that training would learn from: those held out have no say in a search; of windows, the last one's. */
export function learningRows(data: LabData, choice: LabChoice): Result<Uint32Array> {
  if (choice.validation === "folds") return ok(Uint32Array.from(data.examples.labels.keys()));
  const splits = splitsOf(data.examples, choice);
  return splits.ok ? ok(splits.value[splits.value.length - 1].train) : splits;
}

/** The candidates of a search; a sentence where its text cannot be read. */
export function candidatesOf({lab, family, method, axes, draws}: SearchChoice): Result<ModelSpec[]> {
  const text = axes.trim() || usualAxes[family][method];
  const spec = lab.specs[family];
  if (method === "grid") {
    const grid = readAxes(family, text);
    return grid.ok ? gridOf(spec, grid.value) : grid;
  }
  const space = readSpace(family, text);
  return space.ok ? randomOf(spec, space.value, draws, lab.seed) : space;
}

function planOf(
  {lab, family, halving}: SearchChoice,
  specs: readonly ModelSpec[],
  rows: number
): Result<Plan> {
  const {seed} = lab;
  const whole = {specs, folds, seed, better: "higher"} as const;
  if (!halving) return searchPlan(whole);
  const spec = lab.specs[family];
  const most =
    spec.family === "logistic"
      ? Math.floor((rows * (folds - 1)) / folds)
      : spec.family === "forest"
        ? spec.trees
        : spec.rounds;
  const unit = spec.family === "logistic" ? "rows" : "rounds";
  const least = Math.min(most, unit === "rows" ? leastRows : leastRounds);
  return searchPlan({...whole, halving: {unit, least, most, factor: halvingFactor}});
}
