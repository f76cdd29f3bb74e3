import {firstWhere} from "../stats/firstWhere.js";
import type {SurvivalCurve, SurvivalPoint} from "./kaplanMeier.js";

/** What a curve says of one time. */
export type SurvivalEstimate = Pick<SurvivalPoint, "survival" | "standardError" | "low" | "high">;

/**
 * The share without the event after a time, with its 95 % interval; null where the curve does not reach: after the
 * last duration, unless it came to 0 before, and of a curve without rows.
 * @example survivalAt(kaplanMeier(Float64Array.of(1, 3), Uint8Array.of(1, 1)), 2)?.survival => 0.5
 */
export function survivalAt({rows, lastTime, points}: SurvivalCurve, time: number): SurvivalEstimate | null {
  const from = firstWhere((i) => !(points[i].time <= time), 0, points.length);
  const known = rows > 0 && (time <= lastTime || points.at(-1)?.survival === 0);
  if (!known) return null;
  if (from === 0) return {survival: 1, standardError: 0, low: 1, high: 1};
  const {survival, standardError, low, high} = points[from - 1];
  return {survival, standardError, low, high};
}
