import type {FeatureShap} from "./featureSums.js";
import {meanAbsolute} from "./meanAbsolute.js";
import {ranking} from "./ranking.js";
import {sampleRows} from "../random/sampleRows.js";

/** A row's contribution by one feature. */
export interface BeeswarmPoint {
  feature: string;
  row: number;
  shap: number;
  /** The feature's value; `null` where it is missing, and for a category, which has no order. */
  value: number | null;
  /** Where the value stands among all rows, 0 the lowest and 1 the highest; `null` where there is no value. */
  rank: number | null;
}

/** `points`: rows drawn, at most; `top`: features shown, at most. */
export interface BeeswarmOptions {
  seed: number;
  points?: number;
  top?: number;
}

/**
 * What a beeswarm shows: the features that move scores most, and for each the same random rows. The same seed draws
 * the same rows.
 * @example beeswarm(features, values, {seed: 1, top: 1})[0].feature => "recency_days"
 */
export function beeswarm(
  features: readonly FeatureShap[],
  values: readonly Float32Array[],
  {seed, points = 2000, top = 12}: BeeswarmOptions
): BeeswarmPoint[] {
  const rows = sampleRows(features[0]?.contributions.length ?? 0, points, seed, "explain.beeswarm");
  const byName = new Map(features.map((feature) => [feature.feature, feature]));
  return meanAbsolute(features)
    .filter(({value}) => value > 0)
    .slice(0, top)
    .flatMap(({feature}) => {
      const {contributions, columns} = byName.get(feature) as FeatureShap;
      const column = columns.length === 1 ? values[columns[0]] : undefined;
      const rankOf = column && ranking(column);
      return Array.from(rows, (row) => ({
        feature,
        row,
        shap: contributions[row],
        value: column && !Number.isNaN(column[row]) ? column[row] : null,
        rank: column && rankOf ? rankOf(column[row]) : null
      }));
    });
}
