import type {Result} from "../../result.js";
import {ok} from "../../result.js";
import type {Rule, RuleOptions} from "../associationRules.js";
import {associationRules} from "../associationRules.js";
import type {Csr} from "../csr.js";
import {fillFromPopularity} from "../fillFromPopularity.js";
import {itemCounts} from "../itemCounts.js";
import {popularityReason} from "../popularityReason.js";
import type {Recommender} from "../recommender.js";
import {transpose} from "../transpose.js";

export interface RuleModelOptions extends RuleOptions {
  /** What an item is ranked by, of the best rule that leads from a bought item to it. */
  by?: "confidence" | "lift";
}

/**
 * What the rules from the bought items lead to; the rest is left to popularity (in how many orders an item is).
 * @param basket orders by items
 * @example fitRules(baskets(columns, items), {minCount: 5}).value.explain(shopper, 3) => {kind: "rule", rule}
 */
export function fitRules(
  basket: Csr,
  {by = "confidence", ...options}: RuleModelOptions
): Result<Recommender & {rules: Rule[]}> {
  const found = associationRules(basket, options);
  if (!found.ok) return found;
  const rules = found.value;
  const counts = itemCounts(transpose(basket));
  const leaving: (Rule[] | undefined)[] = [];
  for (const rule of rules) (leaving[rule.from] ??= []).push(rule);
  return ok({
    rules,
    items: counts.length,
    scores: ({items}, out) => {
      out.fill(0);
      for (const item of items)
        for (const rule of leaving[item] ?? []) out[rule.to] = Math.max(out[rule.to], rule[by]);
      fillFromPopularity(out, counts);
    },
    explain: ({items}, item) => {
      let best: Rule | undefined;
      for (const bought of items)
        for (const rule of leaving[bought] ?? [])
          if (rule.to === item && !(best && best[by] >= rule[by])) best = rule;
      return best ? {kind: "rule", rule: best} : popularityReason(counts, item);
    }
  });
}
