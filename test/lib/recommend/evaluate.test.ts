import {readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {evaluate} from "../../../lib/recommend/evaluate.js";
import type {EvaluationCases} from "../../../lib/recommend/evaluationCases.js";
import {meanInterval} from "../../../lib/recommend/meanInterval.js";
import {fitPopularity} from "../../../lib/recommend/models/popularity.js";
import {discountedGain, ndcg} from "../../../lib/recommend/ndcg.js";
import {pairedDifference} from "../../../lib/recommend/pairedDifference.js";
import {rankingMeasures} from "../../../lib/recommend/rankingMeasures.js";
import type {Recommender} from "../../../lib/recommend/recommender.js";
import {interactionsOf, sparse, valueOf} from "./support.js";

interface Reference {
  ndcg_doc: {y: number[][]; scores: number[][]; ndcg: number; ndcg_at4: number; dcg: number};
  hand: {
    ranked: string[];
    relevant: string[];
    k: number;
    hit_rate: number;
    precision: number;
    recall: number;
    mrr: number;
    ap_at_k: number;
    ndcg_binary: number;
  }[];
}
const reference = JSON.parse(
  readFileSync(new URL("../../reference/metrics/ranking.json", import.meta.url), "utf8")
) as Reference;

describe("ranking measures", () => {
  it("are those of scikit-learn's documentation for gains", () => {
    const {y, scores, ...expected} = reference.ndcg_doc;
    const gainsBy = (by: readonly number[]) =>
      [0, 1, 2, 3, 4].sort((a, b) => by[b] - by[a]).map((item) => y[0][item]);
    const gains = gainsBy(scores[0]);
    expect(discountedGain(gains, 5)).toBeCloseTo(expected.dcg, 12);
    expect(ndcg(gains, 5)).toBeCloseTo(expected.ndcg, 12);
    // The documentation cuts off at 4 with its second scores, which the reference file does not hold.
    expect(ndcg(gainsBy([0.05, 1.1, 1, 0.5, 0]), 4)).toBeCloseTo(expected.ndcg_at4, 12);
    expect(ndcg([0, 0], 2)).toBeNull();
  });

  it("are those of the hand case", () => {
    for (const {ranked, relevant, k, ...expected} of reference.hand) {
      const hits = ranked.map((item) => Number(relevant.includes(item)));
      const found = rankingMeasures(hits, relevant.length, k);
      expect(found.hitRate).toBe(expected.hit_rate);
      expect(found.precision).toBeCloseTo(expected.precision, 12);
      expect(found.recall).toBeCloseTo(expected.recall, 12);
      expect(found.mrr).toBeCloseTo(expected.mrr, 12);
      expect(found.map).toBeCloseTo(expected.ap_at_k, 12);
      expect(found.ndcg).toBeCloseTo(expected.ndcg_binary, 12);
    }
    expect(rankingMeasures([0, 0], 1, 2)).toEqual({
      hitRate: 0,
      precision: 0,
      recall: 0,
      ndcg: 0,
      mrr: 0,
      map: 0
    });
  });

  it("lie from 0 to 1 and are 1 for a perfect list", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 0, max: 1}), {minLength: 1, maxLength: 12}),
        fc.integer({min: 1, max: 15}),
        (hits, k) => {
          const relevant = Math.max(
            1,
            hits.reduce((sum, hit) => sum + hit, 0)
          );
          for (const value of Object.values(rankingMeasures(hits, relevant, k)) as number[]) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1 + 1e-12);
          }
        }
      ),
      {numRuns: 50}
    );
    const perfect = rankingMeasures([1, 1, 0, 0], 2, 4);
    expect(perfect).toEqual({hitRate: 1, precision: 0.5, recall: 1, ndcg: 1, mrr: 1, map: 1});
  });
});

/** Four people have items 0 to 2; two of them are to be found with items 3 and 1. */
const cases: EvaluationCases = {
  train: interactionsOf([
    [1, 1, 0, 0],
    [1, 0, 0, 0],
    [1, 1, 1, 0],
    [0, 1, 0, 0]
  ]),
  person: Int32Array.of(0, 1),
  relevant: sparse([
    [0, 0, 0, 1],
    [0, 1, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0]
  ]),
  filterBought: true,
  onlyRepeats: 0,
  targets: 2,
  newItems: 1,
  reachable: 0
};

describe("an evaluation", () => {
  it("is that by hand: equal scores by number, what was bought left out", () => {
    const {at, firstRank} = valueOf(finish(evaluate(valueOf(fitPopularity(cases.train)), cases, [1, 2, 10])));
    // Popularity 3, 3, 1, 0: person 0 sees 2, 3; person 1 sees 1, 2, 3.
    expect([...firstRank]).toEqual([2, 1]);
    expect(at.map(({mean}) => mean.hitRate)).toEqual([0.5, 1, 1]);
    expect([...at[1].values.mrr]).toEqual([0.5, 1]);
    expect([...at[0].exposure]).toEqual([0, 1, 1, 0]);
    expect(at[0].coverage).toBe(0.5);
    expect(at[0].exposureGini).toBeCloseTo(0.5, 12);
    expect(at[0].mean.novelty).toBeCloseTo((2 - Math.log2(3 / 4)) / 2, 12);
    expect(at[2].mean.precision).toBeCloseTo(0.1, 12);
    const loose = valueOf(
      finish(evaluate(valueOf(fitPopularity(cases.train)), {...cases, filterBought: false}, [1]))
    );
    expect([...loose.firstRank]).toEqual([4, 2]);
  });

  it("tells a model's states apart and refuses what it cannot do", () => {
    const seen: (number | undefined)[] = [];
    const model: Recommender = {
      items: 4,
      scores: ({state}, out) => {
        seen.push(state);
        out.fill(0);
      },
      explain: () => ({kind: "chance"})
    };
    finish(evaluate(model, {...cases, state: [7, 8, 9, 9]}, [1]));
    expect(seen).toEqual([7, 8]);
    expect(finish(evaluate(model, cases, []))).toMatchObject({ok: false, code: "parameter"});
    expect(finish(evaluate(model, cases, [0]))).toMatchObject({ok: false, code: "parameter"});
    expect(finish(evaluate(model, {...cases, person: new Int32Array()}, [1]))).toMatchObject({
      code: "people"
    });
    expect(() => finish(evaluate({...model, items: 3}, cases, [1]))).toThrow(RangeError);
  });

  it("gives means and paired differences an interval over people", () => {
    const values = Float64Array.from({length: 400}, (_, i) => Number(i % 4 === 0));
    const interval = meanInterval(values, {seed: 1});
    expect(interval?.mean).toBe(0.25);
    // The normal interval: 0.25 -+ 1.96 sqrt(0.1875 / 400).
    expect(interval?.low).toBeCloseTo(0.2076, 1.9);
    expect(interval?.high).toBeCloseTo(0.2924, 1.9);
    expect(meanInterval(values, {seed: 1})).toEqual(interval);
    expect(meanInterval(new Float64Array(), {seed: 1})).toBeNull();
    const base = valueOf(finish(evaluate(valueOf(fitPopularity(cases.train)), cases, [1])));
    expect(pairedDifference(base, base, "ndcg", 1, {seed: 1})).toEqual({mean: 0, low: 0, high: 0});
    expect(() => pairedDifference(base, base, "ndcg", 5, {seed: 1})).toThrow(RangeError);
    expect(() => pairedDifference({...base, person: Int32Array.of(1)}, base, "ndcg", 1, {seed: 1})).toThrow(
      RangeError
    );
  });
});
