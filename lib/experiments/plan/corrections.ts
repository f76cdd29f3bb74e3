/** What is done about the false alarms of several comparisons. */
export type Correction = "none" | "bonferroni" | "sidak";

/**
 * The alpha of each of several comparisons, for all of them together to raise a false alarm with chance alpha at
 * most. Bonferroni holds whatever the comparisons have to do with each other; Sidak (1967) is a little larger.
 * @example alphaEach(0.05, 2, "bonferroni") => 0.025
 */
export function alphaEach(alpha: number, comparisons: number, correction: Correction): number {
  if (correction === "none") return alpha;
  return correction === "bonferroni" ? alpha / comparisons : -Math.expm1(Math.log1p(-alpha) / comparisons);
}
