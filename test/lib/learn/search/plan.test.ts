import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {ModelSpec} from "../../../../lib/learn/families.js";
import {briefSpecs} from "../../../../lib/learn/families.js";
import {gridOf} from "../../../../lib/learn/search/candidates.js";
import type {JobResult} from "../../../../lib/learn/search/collect.js";
import {collect, jobCount, jobsLeft} from "../../../../lib/learn/search/collect.js";
import type {Job, Plan, PlanOptions} from "../../../../lib/learn/search/plan.js";
import {searchPlan} from "../../../../lib/learn/search/plan.js";
import {randomSource} from "../../../../lib/random/source.js";
import {messageOf, valueOf} from "../support.js";

const {xgboost, logistic, forest} = briefSpecs;
const nine: readonly ModelSpec[] = valueOf(gridOf(xgboost, {maxDepth: [2, 3, 4], eta: [0.01, 0.02, 0.03]}));
const planOf = (options: Partial<PlanOptions> = {}) =>
  valueOf(searchPlan({specs: nine, folds: 3, seed: 1, better: "higher", ...options}));
const byRounds = {unit: "rounds", least: 10, most: 90, factor: 3} as const;

/** A score that depends on the job alone; every seventh job fails. */
function scored({id, candidate, fold, rung}: Job): JobResult {
  if ((candidate * 5 + fold + rung) % 7 === 6) return {id, score: null, problem: "one class"};
  return {id, score: 0.7 + ((candidate * 37) % 11) / 100 + fold / 50 + rung / 100};
}

/** Works a plan off with some workers who finish in random order. */
function work(plan: Plan, workers: number, seed: number): JobResult[] {
  const random = randomSource(seed);
  const results: JobResult[] = [];
  const busy: Job[] = [];
  for (;;) {
    const left = jobsLeft(plan, results).filter(({id}) => !busy.some((job) => job.id === id));
    while (busy.length < workers && left.length)
      busy.push(...left.splice(Math.floor(random() * left.length), 1));
    if (!busy.length) return results;
    results.push(scored(busy.splice(Math.floor(random() * busy.length), 1)[0]));
  }
}

describe("a search", () => {
  it("gives the same table whatever the number of workers and the order in which they finish", () => {
    const plan = planOf({halving: byRounds});
    const alone = work(plan, 1, 0);
    const table = collect(plan, alone);
    expect(alone).toHaveLength(jobCount(plan));
    fc.assert(
      fc.property(fc.integer({min: 1, max: 8}), fc.nat(), (workers, seed) => {
        const results = work(plan, workers, seed);
        expect(collect(plan, results)).toEqual(table);
        expect(new Set(results.map(({id}) => id))).toEqual(new Set(alone.map(({id}) => id)));
      }),
      {numRuns: 40}
    );
  });

  it("goes on from any results as if it had never stopped", () => {
    const plan = planOf({halving: byRounds});
    const whole = work(plan, 1, 0);
    fc.assert(
      fc.property(fc.nat({max: whole.length}), (done) => {
        const results = whole.slice(0, done);
        for (let left = jobsLeft(plan, results); left.length; left = jobsLeft(plan, results))
          results.push(...left.map(scored));
        expect(collect(plan, results)).toEqual(collect(plan, whole));
        expect(results).toHaveLength(whole.length);
      })
    );
  });

  it("sends the best of each rung on, with more rounds", () => {
    const plan = planOf({halving: byRounds});
    expect(plan.rungs).toEqual([
      {candidates: 9, amount: 10},
      {candidates: 3, amount: 30},
      {candidates: 1, amount: 90}
    ]);
    expect(jobCount(plan)).toBe(39);
    const first = jobsLeft(plan, []);
    expect(first).toHaveLength(27);
    expect(first[0]).toMatchObject({
      candidate: 0,
      fold: 0,
      rung: 0,
      rows: null,
      seed: 1,
      spec: {...nine[0], rounds: 10}
    });
    const results = first.map(({id, candidate}) => ({
      id,
      score: candidate === 4 || candidate === 7 ? 0.9 : candidate / 100
    }));
    const second = jobsLeft(plan, results);
    expect([...new Set(second.map(({candidate}) => candidate))]).toEqual([4, 7, 8]);
    expect(second[0].spec).toEqual({...nine[4], rounds: 30});
  });

  it("gives out training rows instead, and all of them at the end", () => {
    const plan = planOf({
      specs: [logistic, forest],
      halving: {unit: "rows", least: 1000, most: 4000, factor: 2}
    });
    const first = jobsLeft(plan, []);
    expect(first.map(({rows}) => rows)).toEqual(Array(6).fill(2000));
    expect(first[0].spec).toEqual(logistic);
    const last = jobsLeft(plan, first.map(scored));
    expect(last).toHaveLength(3);
    expect(last[0].rows).toBeNull();
    const trees = planOf({specs: [forest], halving: {unit: "rounds", least: 10, most: 30, factor: 2}});
    expect(jobsLeft(trees, [])[0].spec).toEqual({...forest, trees: 30});
  });

  it("names jobs after the plan, so that results of another one do not count", () => {
    const [one, other] = [planOf(), planOf({seed: 2})];
    expect(planOf().id).toBe(one.id);
    expect(other.id).not.toBe(one.id);
    expect(planOf({folds: 4}).id).not.toBe(one.id);
    expect(jobsLeft(other, jobsLeft(one, []).map(scored))).toHaveLength(27);
    expect(new Set(jobsLeft(one, []).map(({id}) => id)).size).toBe(27);
    expect(one.rungs).toHaveLength(1);
  });

  it("refuses what cannot be planned, with a sentence", () => {
    const of = (change: Partial<PlanOptions>) =>
      messageOf(searchPlan({specs: nine, folds: 3, seed: 1, better: "higher", ...change}));
    expect(of({specs: []})).toMatch(/no candidate/);
    expect(of({folds: 0})).toMatch(/number of folds/);
    expect(of({halving: {...byRounds, factor: 1}})).toMatch(/factor/);
  });
});

describe("the table of a search", () => {
  const results = (plan: Plan, scores: (number | null)[][]): JobResult[] =>
    jobsLeft(plan, []).map(({id, candidate, fold}) => ({id, score: scores[candidate][fold]}));
  const three = [{...xgboost, maxDepth: 6}, xgboost, {...xgboost, maxDepth: 2}];

  it("has mean and standard deviation over the folds, best first", () => {
    const plan = planOf({specs: three});
    const table = collect(
      plan,
      results(plan, [
        [0.7, 0.8, 0.9],
        [0.5, 0.5, 0.8],
        [0.85, 0.85, 0.85]
      ])
    );
    expect(table.map(({candidate, rank}) => [candidate, rank])).toEqual([
      [2, 1],
      [0, 2],
      [1, 3]
    ]);
    expect(table[1].mean).toBeCloseTo(0.8, 12);
    expect(table[1].deviation).toBeCloseTo(0.1, 12);
    const lower = planOf({specs: three, better: "lower"});
    const losses = collect(
      lower,
      results(lower, [
        [0.7, 0.8, 0.9],
        [0.5, 0.5, 0.8],
        [0.85, 0.85, 0.85]
      ])
    );
    expect(losses.map(({candidate}) => candidate)).toEqual([1, 0, 2]);
  });

  it("puts the simpler of equals first, and what failed last with its reason", () => {
    const plan = planOf({specs: three});
    const equal = results(plan, [
      [0.1, 0.2, 0.3],
      [0.3, 0.2, 0.1],
      [0.2, 0.3, 0.1]
    ]);
    expect(collect(plan, equal).map(({candidate}) => candidate)).toEqual([2, 1, 0]);
    const failed = results(plan, [
      [0.9, null, 0.9],
      [0.3, 0.2, NaN],
      [0.1, 0.1, 0.1]
    ]);
    failed[1] = {...failed[1], problem: "Fold 2 has one class."};
    const table = collect(plan, failed);
    expect(table.map(({candidate, mean, problem}) => [candidate, mean === null, problem])).toEqual([
      [2, false, null],
      [0, true, "Fold 2 has one class."],
      [1, true, "A fold has no score."]
    ]);
    expect(table[1]).toMatchObject({mean: null, deviation: null});
  });

  it("shows only candidates whose folds are all done, and no deviation of a single fold", () => {
    const plan = planOf({specs: three});
    const some = results(plan, [
      [0.1, 0.2, 0.3],
      [0.3, 0.2, 0.1],
      [0.2, 0.3, 0.1]
    ]).slice(0, 5);
    expect(collect(plan, some).map(({candidate}) => candidate)).toEqual([0]);
    const single = planOf({specs: three, folds: 1});
    expect(collect(single, results(single, [[0.3], [0.2], [0.1]]))[0].deviation).toBeNull();
    expect(collect(plan, [])).toEqual([]);
  });
});
