import type {FeatureShap} from "./featureSums.js";

/** How much a feature moves scores, whichever way: its mean absolute SHAP value, in the score's unit. */
export interface MeanAbsolute {
  feature: string;
  value: number;
}

/**
 * The features by mean absolute SHAP value, the greatest first; features that move nothing last, in their order.
 * @example meanAbsolute([{feature: "a", columns: [0], contributions: Float64Array.of(1, -3)}]) =>
 *   [{feature: "a", value: 2}]
 */
export const meanAbsolute = (features: readonly FeatureShap[]): MeanAbsolute[] =>
  features
    .map(({feature, contributions}) => {
      const sum = contributions.reduce((total, value) => total + Math.abs(value), 0);
      return {feature, value: contributions.length ? sum / contributions.length : 0};
    })
    .sort((a, b) => b.value - a.value);
