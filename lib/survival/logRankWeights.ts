import type {EventTable} from "./eventTable.js";

/** The tests that weigh event times: equally, by those at risk, by their root, or by the share without the event. */
export const logRankTests = ["log-rank", "gehan-wilcoxon", "tarone-ware", "peto"] as const;
export type LogRankWeights = (typeof logRankTests)[number];

/**
 * The weight of each distinct event time: 1 for the log-rank test; n at risk for that of E. Gehan (1965); its root for
 * R. Tarone and J. Ware (1977); for R. and J. Peto (1972) the survival of all, as the product of 1 - d / (n + 1) up to
 * and with the time.
 * @example [...logRankWeights(eventTable(Float64Array.of(1, 2), Uint8Array.of(1, 1)), "gehan-wilcoxon")] => [2, 1]
 */
export function logRankWeights({atRisk, events}: EventTable, weights: LogRankWeights): Float64Array {
  switch (weights) {
    case "log-rank":
      return new Float64Array(atRisk.length).fill(1);
    case "gehan-wilcoxon":
      return Float64Array.from(atRisk);
    case "tarone-ware":
      return Float64Array.from(atRisk, Math.sqrt);
    case "peto": {
      let survival = 1;
      return Float64Array.from(atRisk, (n, k) => (survival *= 1 - events[k] / (n + 1)));
    }
  }
}
