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

/** Equal width on [0, 1], or about equal size with edges by linear interpolation. */
export type Binning = "uniform" | "quantile";

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
  strategy: Binning
): CalibrationBin[] {
  const binOf = binned(probabilities, bins, strategy);
  const sums = Array.from({length: bins}, () => ({rows: 0, positives: 0, predicted: 0}));
  for (let row = 0; row < labels.length; row++) {
    const bin = sums[binOf[row]];
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

/** The bin of each probability, from 0. @example [...binned([0.1, 0.9], 2, "uniform")] => [0, 1] */
export function binned(probabilities: ArrayLike<number>, bins: number, strategy: Binning): Uint16Array {
  const sorted = Float64Array.from(probabilities).sort();
  const edges = Array.from({length: bins - 1}, (_, index) =>
    strategy === "uniform" ? (index + 1) / bins : quantile(sorted, (index + 1) / bins)
  );
  return Uint16Array.from(probabilities, (p) => {
    const above = edges.findIndex((edge) => p <= edge);
    return above < 0 ? bins - 1 : above;
  });
}
