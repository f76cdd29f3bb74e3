import {holm} from "../../metrics/holm.js";

/** How p-values are adjusted for being several. */
export type Adjustment = "none" | "bonferroni" | "holm" | "BH" | "BY";

/**
 * p-values adjusted for being several (R's p.adjust). Bonferroni and Holm bound the chance of any false finding; BH
 * (Benjamini and Hochberg 1995) and BY (Benjamini and Yekutieli 2001, under any dependence) bound the expected share of
 * false ones among the findings.
 * @example adjust([0.01, 0.04], "bonferroni") => [0.02, 0.08]
 */
export function adjust(values: readonly number[], method: Adjustment): number[] {
  if (method === "none") return [...values];
  if (method === "bonferroni") return values.map((p) => Math.min(1, p * values.length));
  if (method === "holm") return holm(values).map((p) => p ?? 1);
  const several = values.length;
  const harmonic = method === "BY" ? values.reduce((sum, _, i) => sum + 1 / (i + 1), 0) : 1;
  const descending = values.map((p, index) => ({p, index})).sort((a, b) => b.p - a.p);
  const adjusted = [...values];
  let least = 1;
  descending.forEach(({p, index}, rank) => {
    least = Math.min(least, (p * several * harmonic) / (several - rank));
    adjusted[index] = least;
  });
  return adjusted;
}
