import type {ModelSpec} from "../families.js";
import type {Job, Plan} from "./plan.js";
import {jobsOf} from "./plan.js";
import {compareSimplicity} from "./simplicity.js";

/** What came of a job: a score, or null with the sentence that says why there is none. */
export interface JobResult {
  id: string;
  score: number | null;
  problem?: string;
}

/** A candidate in the table of a search. */
export interface Standing {
  candidate: number;
  spec: ModelSpec;
  /** The last rung on which all of its folds are done. */
  rung: number;
  /** Over the folds of that rung; null where one of them has no score. */
  mean: number | null;
  /** Standard deviation of a fold (with folds - 1); null for fewer than two. */
  deviation: number | null;
  /** From 1, no two alike. */
  rank: number;
  problem: string | null;
}

/** Means nearer than this, relatively, are equal: the order in which folds are added must not decide. */
const sameMean = 1e-12;

/**
 * The table of a search so far: candidates that have come further first, then by mean score over the folds; of equal
 * ones the simpler, then the earlier. It depends on which results are there, not on their order.
 * @example collect(plan, [{id: job.id, score: 0.8}])[0].mean => 0.8
 */
export function collect(plan: Plan, results: readonly JobResult[]): Standing[] {
  const byId = new Map(results.map((result) => [result.id, result]));
  const standings = plan.specs.flatMap((spec, candidate): Standing[] => {
    for (let rung = plan.rungs.length - 1; rung >= 0; rung--) {
      const done = jobsOf(plan, rung, [candidate]).flatMap(({id}) => byId.get(id) ?? []);
      if (done.length === plan.folds) return [{candidate, spec, rung, ...summary(done), rank: 0}];
    }
    return [];
  });
  standings.sort((a, b) => compare(plan, a, b));
  standings.forEach((standing, index) => (standing.rank = index + 1));
  return standings;
}

/**
 * The jobs that can be done now: what lacks a result on the first rung that is not complete. With all of them done
 * there may be more, for those who go on to the next rung; none are left when the search is done.
 * @example jobsLeft(plan, []).length => candidates of the first rung times folds
 */
export function jobsLeft(plan: Plan, results: readonly JobResult[]): Job[] {
  const done = new Set(results.map(({id}) => id));
  let candidates = [...plan.specs.keys()];
  for (let rung = 0; rung < plan.rungs.length; rung++) {
    if (rung > 0) candidates = survivors(plan, results, rung, candidates);
    const left = jobsOf(plan, rung, candidates).filter(({id}) => !done.has(id));
    if (left.length) return left;
  }
  return [];
}

/** How many fits the whole search takes. @example jobCount(plan) => 45 */
export const jobCount = ({rungs, folds}: Pick<Plan, "rungs" | "folds">): number =>
  rungs.reduce((sum, {candidates}) => sum + candidates * folds, 0);

/** The best on the rung before, in the plan's order. */
function survivors(plan: Plan, results: readonly JobResult[], rung: number, candidates: readonly number[]) {
  const before = {...plan, rungs: plan.rungs.slice(0, rung)};
  return collect(before, results)
    .filter(({candidate}) => candidates.includes(candidate))
    .slice(0, plan.rungs[rung].candidates)
    .map(({candidate}) => candidate)
    .sort((a, b) => a - b);
}

function summary(done: readonly JobResult[]): Pick<Standing, "mean" | "deviation" | "problem"> {
  const scores = done.flatMap(({score}) => (score !== null && Number.isFinite(score) ? [score] : []));
  if (scores.length < done.length) {
    const failed = done.find(({score}) => score === null || !Number.isFinite(score));
    return {mean: null, deviation: null, problem: failed?.problem ?? "A fold has no score."};
  }
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return {
    mean,
    deviation: scores.length > 1 ? Math.sqrt(squares / (scores.length - 1)) : null,
    problem: null
  };
}

function compare({better}: Plan, a: Standing, b: Standing): number {
  if (a.rung !== b.rung) return b.rung - a.rung;
  if (a.mean === null || b.mean === null)
    return Number(a.mean === null) - Number(b.mean === null) || a.candidate - b.candidate;
  const gap = b.mean - a.mean;
  if (Math.abs(gap) > sameMean * Math.max(Math.abs(a.mean), Math.abs(b.mean)))
    return better === "higher" ? gap : -gap;
  return compareSimplicity(a.spec, b.spec) || a.candidate - b.candidate;
}
