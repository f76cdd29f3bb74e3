import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {Csr} from "./csr.js";
import {transpose} from "./transpose.js";

/** Baskets that hold one item hold another too. */
export interface Rule {
  from: number;
  to: number;
  /** Baskets that hold both. */
  count: number;
  /** Share of all baskets that hold both. */
  support: number;
  /** Share of the baskets with the first that hold the second. */
  confidence: number;
  /** How many times as frequent the second is in baskets with the first as in all. */
  lift: number;
}

/** What a rule must reach. */
export interface RuleOptions {
  /** Baskets with both: below 5 or so a rule is chance. */
  minCount: number;
  minConfidence?: number;
  minLift?: number;
}

/**
 * Rules between two items, in both directions, those of the highest lift first (Agrawal, Imielinski and Swami 1993;
 * lift: Brin, Motwani, Ullman and Tsur 1997). An order without items is no basket.
 * @param basket orders by items
 * @example associationRules(csr(2, 2, [0, 0, 1], [0, 1, 0]), {minCount: 1}).value[0]
 *   => {from: 0, to: 1, count: 1, support: 0.5, confidence: 0.5, lift: 1}
 */
export function associationRules(
  basket: Csr,
  {minCount, minConfidence = 0, minLift = 0}: RuleOptions
): Result<Rule[]> {
  if (!(minCount >= 1)) return fail("parameter", `A rule needs at least 1 basket, not ${minCount}.`);
  const byItem = transpose(basket);
  const sizes = Float64Array.from(
    {length: byItem.rows},
    (_, item) => byItem.indptr[item + 1] - byItem.indptr[item]
  );
  let held = 0;
  for (let order = 0; order < basket.rows; order++)
    held += Number(basket.indptr[order + 1] > basket.indptr[order]);
  if (!held) return fail("empty", "There is no basket to find rules in: choose a longer period.");
  const rules: Rule[] = [];
  const together = new Int32Array(byItem.rows);
  for (let from = 0; from < byItem.rows; from++) {
    if (sizes[from] < minCount) continue;
    const met: number[] = [];
    for (let at = byItem.indptr[from]; at < byItem.indptr[from + 1]; at++) {
      const order = byItem.indices[at];
      for (let to = basket.indptr[order]; to < basket.indptr[order + 1]; to++)
        if (together[basket.indices[to]]++ === 0) met.push(basket.indices[to]);
    }
    for (const to of met) {
      const count = together[to];
      together[to] = 0;
      const confidence = count / sizes[from];
      const lift = (count * held) / (sizes[from] * sizes[to]);
      if (to !== from && count >= minCount && confidence >= minConfidence && lift >= minLift)
        rules.push({from, to, count, support: count / held, confidence, lift});
    }
  }
  return ok(rules.sort((a, b) => b.lift - a.lift || b.count - a.count || a.from - b.from || a.to - b.to));
}
