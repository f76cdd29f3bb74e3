import type {Result} from "../../result.js";
import {ok} from "../../result.js";
import type {Examples} from "../examples.js";
import {rowsByClass} from "../validation/rowsByClass.js";
import type {Contingency} from "./contingency.js";
import {contingency} from "./contingency.js";

/** An area from which a single column gives the outcome away, rather than predicts it. */
export const alarmingAuc = 0.98;

/** How well the values of one column alone put the rows in order. */
export interface ColumnAuc {
  /** Area under the ROC curve, from .5 to 1, whichever way the column points. */
  auc: number;
  /** Whether higher values go with label 1. */
  higher: boolean;
  /** Where the missing values stand in that order; null where there are none. */
  missing: "lowest" | "highest" | null;
}

/** The same for a column of examples. */
export interface NamedAuc extends ColumnAuc {
  name: string;
  feature: string;
  /** At or above `alarmingAuc`. */
  alarming: boolean;
}

/**
 * A column's own AUC: missing values are one group, put below all others or above them, whichever tells more. Ties
 * count a half. Both classes must be there.
 * @example columnAuc(contingency(Float32Array.of(1, 2, NaN), Uint8Array.of(0, 0, 1))) => {auc: 1, higher: true, missing: "highest"}
 */
export function columnAuc(counts: Contingency): ColumnAuc {
  const {negatives, positives, missingNegatives, missingPositives} = counts;
  let below = 0;
  let above = 0;
  let wins = 0;
  for (let i = 0; i < positives.length; i++) {
    wins += positives[i] * (below + negatives[i] / 2);
    below += negatives[i];
    above += positives[i];
  }
  const tied = (missingPositives * missingNegatives) / 2;
  const pairs = (below + missingNegatives) * (above + missingPositives);
  const lowest = (wins + above * missingNegatives + tied) / pairs;
  const highest = (wins + missingPositives * below + tied) / pairs;
  const telling = (area: number) => Math.max(area, 1 - area);
  const first = telling(lowest) > telling(highest);
  const area = first ? lowest : highest;
  const missing = missingNegatives + missingPositives ? (first ? "lowest" : "highest") : null;
  return {auc: telling(area), higher: area >= 0.5, missing};
}

/**
 * The AUC of every column alone, in the order of the columns, with an alarm where one is too good to be true. Gives
 * way after each column, with the share done. Fails, with a sentence, on no rows or one class.
 * @example finish(singleFeatureAucs(examples)).value[0].alarming => false
 */
export function* singleFeatureAucs({
  columns,
  values,
  labels
}: Pick<Examples, "columns" | "values" | "labels">): Generator<{share: number}, Result<NamedAuc[]>> {
  const classes = rowsByClass(labels, 1);
  if (!classes.ok) return classes;
  const aucs: NamedAuc[] = [];
  for (const [j, {name, feature}] of columns.entries()) {
    const own = columnAuc(contingency(values[j], labels));
    aucs.push({name, feature, ...own, alarming: own.auc >= alarmingAuc});
    yield {share: (j + 1) / columns.length};
  }
  return ok(aucs);
}
