import type {Interval} from "../metrics/percentileInterval.js";
import {normal975} from "../stats/normal975.js";

/** The scale on which the interval is symmetric: log(-log S), as SAS and lifelines have it, or log S, R's default. */
export type IntervalScale = "log-log" | "log";

/**
 * The 95 % interval of a survival share, 0 < survival < 1 (Kalbfleisch and Prentice 1980, p. 15, for log-log; R's
 * survfit for log, cut at 1); null at a survival of 0, where no standard error is known, and the share itself at 1.
 * @param spread standard error of log S: the root of Greenwood's sum
 * @example survivalInterval(0.857142857, 0.0890871, "log-log") => {low: 0.6197, high: 0.9516}
 */
export function survivalInterval(survival: number, spread: number, scale: IntervalScale): Interval | null {
  if (survival === 0) return null;
  if (survival === 1) return {low: 1, high: 1};
  if (scale === "log")
    return {
      low: survival * Math.exp(-normal975 * spread),
      high: Math.min(1, survival * Math.exp(normal975 * spread))
    };
  const shift = (normal975 * spread) / Math.log(survival);
  return {low: survival ** Math.exp(-shift), high: survival ** Math.exp(shift)};
}
