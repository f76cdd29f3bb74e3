import {formatShare} from "../../format.js";
import {commonestShare} from "./contingency.js";
import type {Feature, Material, SelectionStep} from "./step.js";
import {verdicts} from "./step.js";

/**
 * Drops what hardly varies: a column of which at least a share of the rows hold one and the same value ("missing" is
 * one). For a flag that is a threshold on its variance p (1 - p); for a number it asks the same question, and depends
 * neither on its unit nor on a few huge values, as a threshold on the variance would. A one-hot feature goes only if
 * all of its columns do. The figure is 1 minus that share: how many rows differ.
 */
export function byVariance(features: readonly Feature[], material: Material, share: number): SelectionStep {
  const {counts, keep} = material;
  return {
    step: "variance",
    rule: `A feature goes where ${formatShare(share)} of the rows or more hold the same value.`,
    verdicts: verdicts(
      features,
      ({columns}) => {
        const common = Math.min(...columns.map((j) => commonestShare(counts[j])));
        return {
          figure: 1 - common,
          reason: common >= share ? `${formatShare(common, 2)} of the rows hold the same value` : null
        };
      },
      {keep}
    )
  };
}
