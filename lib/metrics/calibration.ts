import {quantile} from "./quantile.js";

/** One bin of a reliability diagram. */
export interface CalibrationBin {
  rows: number;
  positives: number;
  /** Mean predicted probability of the bin's rows. */
  predicted: number;
  /** Share of the bin's rows that are positive. */
  observed: number;
}

/**
 * Do rows predicted at p happen a share p of the time? Bins of equal width on [0, 1] ("uniform") or of about equal
 * size ("quantile", edges by linear interpolation); a probability on an inner edge falls into the lower bin, empty
 * bins are dropped (both as scikit-learn's calibration_curve).
 * @example calibration([0, 1], [0.1, 0.9], 2, "uniform").map((d) => d.observed) => [0, 1]
 */
export function calibration(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  bins: number,
  strategy: "uniform" | "quantile"
): CalibrationBin[] {
  if (!labels.length) return [];
  const sorted = Float64Array.from(probabilities).sort();
  const edges = Array.from({length: bins - 1}, (_, index) =>
    strategy === "uniform" ? (index + 1) / bins : quantile(sorted, (index + 1) / bins)
  );
  const sums = Array.from({length: bins}, () => ({rows: 0, positives: 0, predicted: 0}));
  for (let row = 0; row < labels.length; row++) {
    const above = edges.findIndex((edge) => probabilities[row] <= edge);
    const bin = sums[above < 0 ? bins - 1 : above];
    bin.rows++;
    bin.positives += labels[row];
    bin.predicted += probabilities[row];
  }
  return sums
    .filter(({rows}) => rows)
    .map(({rows, positives, predicted}) => ({
      rows,
      positives,
      predicted: predicted / rows,
      observed: positives / rows
    }));
}
