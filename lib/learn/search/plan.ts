import {sha256} from "@noble/hashes/sha2.js";
import {bytesToHex, utf8ToBytes} from "@noble/hashes/utils.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {ModelSpec} from "../families.js";
import type {HalvingOptions, Rung} from "./halving.js";
import {halving} from "./halving.js";

/** What a budget counts. */
export type Unit = "rounds" | "rows";

export interface PlanOptions {
  specs: readonly ModelSpec[];
  /** Parts of the rows (folds, windows) that each candidate is judged by. */
  folds: number;
  seed: number;
  /** Whether a higher score is better (AUC) or a lower one (log loss). */
  better: "higher" | "lower";
  /** Tries many candidates on little and few on all; without it, each is given everything. */
  halving?: Omit<HalvingOptions, "candidates"> & {unit: Unit};
}

/** A search, as plain data: the same plan and the same results leave the same jobs. */
export interface Plan {
  /** Of everything that follows; jobs and results of another plan have other ids. */
  id: string;
  specs: readonly ModelSpec[];
  folds: number;
  seed: number;
  better: "higher" | "lower";
  /** Null where each candidate is given everything at once. */
  unit: Unit | null;
  /** Without a unit a single one, of amount 0. */
  rungs: readonly Rung[];
}

/** One fit, which needs to know of no other. */
export interface Job {
  id: string;
  candidate: number;
  rung: number;
  fold: number;
  /** With the rounds or trees that the budget allows. */
  spec: ModelSpec;
  /** How many training rows to take, stratified by outcome; null for all. */
  rows: number | null;
  seed: number;
}

/**
 * Plans a search. Fails, with a sentence, without candidates or folds, and on absurd budgets.
 * @example searchPlan({specs: [briefSpecs.xgboost], folds: 5, seed: 1, better: "higher"}).value.rungs.length => 1
 */
export function searchPlan({specs, folds, seed, better, halving: budget}: PlanOptions): Result<Plan> {
  if (!specs.length) return fail("empty", "There is no candidate to try.");
  if (!Number.isInteger(folds) || folds < 1)
    return fail("folds", `The number of folds must be a whole number from 1, not ${folds}`);
  const rungs = budget
    ? halving({...budget, candidates: specs.length})
    : ok<Rung[]>([{candidates: specs.length, amount: 0}]);
  if (!rungs.ok) return rungs;
  const plan = {specs, folds, seed, better, unit: budget?.unit ?? null, rungs: rungs.value};
  return ok({id: bytesToHex(sha256(utf8ToBytes(JSON.stringify(plan)))).slice(0, 12), ...plan});
}

/** The jobs of some candidates on one rung, fold by fold. */
export const jobsOf = (plan: Plan, rung: number, candidates: readonly number[]): Job[] =>
  candidates.flatMap((candidate) =>
    Array.from({length: plan.folds}, (_, fold) => ({
      id: `${plan.id}-${rung}-${candidate}-${fold}`,
      candidate,
      rung,
      fold,
      spec:
        plan.unit === "rounds"
          ? atMost(plan.specs[candidate], plan.rungs[rung].amount)
          : plan.specs[candidate],
      rows: plan.unit === "rows" && rung < plan.rungs.length - 1 ? plan.rungs[rung].amount : null,
      seed: plan.seed
    }))
  );

function atMost(spec: ModelSpec, rounds: number): ModelSpec {
  switch (spec.family) {
    case "logistic":
      return spec;
    case "forest":
      return {...spec, trees: Math.min(spec.trees, rounds)};
    case "boosting":
    case "xgboost":
      return {...spec, rounds: Math.min(spec.rounds, rounds)};
  }
}
