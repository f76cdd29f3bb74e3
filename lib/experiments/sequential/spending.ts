import {normalQuantile, normalUpper} from "../../distributions/normal.js";

/** How fast a design spends its chance of a false alarm: late (O'Brien-Fleming-like) or evenly (Pocock-like). */
export type Spending = "obrien-fleming" | "pocock";

/**
 * The part of a one-sided alpha that is spent when a share of the information is in.
 * K. K. G. Lan and D. L. DeMets, "Discrete sequential boundaries for clinical trials", Biometrika 70 (1983).
 * @param time share of the information, 0 to 1
 * @example spentAlpha("pocock", 0.025, 1) => 0.025
 */
export function spentAlpha(spending: Spending, alpha: number, time: number): number {
  if (time <= 0) return 0;
  if (time >= 1) return alpha;
  return spending === "pocock"
    ? alpha * Math.log1p((Math.E - 1) * time)
    : 2 * normalUpper(-normalQuantile(alpha / 2) / Math.sqrt(time));
}
