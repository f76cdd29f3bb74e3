import {drawCounts} from "../random/drawCounts.js";
import type {Cuts} from "./measure.js";
import {measure, metricNames} from "./measure.js";
import type {RankedRows} from "./rankRows.js";

/** `random` gives numbers in [0, 1). */
export interface ResampleOptions extends Cuts {
  random: () => number;
  resamples: number;
}

const rowsBetweenYields = 200_000;

/**
 * The metrics of several models over one set of bootstrap resamples of the same rows: the k-th numbers of all models
 * rest on the same drawn rows, so that their differences do too. A resample is a count per row; rows stay sorted.
 * Gives way often, with the share done; returns `[model][metric][resample]`, NaN where it cannot tell.
 */
export function* resampledMeasures(
  models: readonly RankedRows[],
  {random, resamples, ...cuts}: ResampleOptions
): Generator<{share: number}, Float64Array[][]> {
  const rows = models.length ? models[0].labels.length : 0;
  const values = models.map(() => metricNames.map(() => new Float64Array(resamples).fill(NaN)));
  if (!rows) return values;
  const counts = new Uint16Array(rows);
  const ranked = new Uint16Array(rows);
  const resamplesBetweenYields = Math.ceil(rowsBetweenYields / (rows * models.length));
  for (let resample = 0; resample < resamples; resample++) {
    drawCounts(counts, random);
    models.forEach((model, index) => {
      for (let rank = 0; rank < rows; rank++) ranked[rank] = counts[model.order[rank]];
      measure(model, cuts, ranked).forEach((value, metric) => {
        values[index][metric][resample] = value;
      });
    });
    if (resample % resamplesBetweenYields === 0) yield {share: resample / resamples};
  }
  return values;
}
