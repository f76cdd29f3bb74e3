import {fail, ok} from "../result.js";
import type {Result} from "../result.js";

/** A person's last order counts as too long ago after so many days. */
export const ruleDays = {frequent: 180, repeat: 365, once: 540} as const;

/** Below so many days between orders a person buys frequently. */
export const frequentGapDays = 90;

/** What the brief's rule looks at. */
export interface RuleInputs {
  recencyDays: number;
  frequency: number;
  /** Mean days between orders; NaN with one order, which is not frequent. */
  averageGap: number;
}

/**
 * The brief's rule: 1 where the last order is more than 180 days ago for a frequent buyer, 365 for another one with
 * several orders, 540 for a person with one.
 * @example ruleLabel({recencyDays: 200, frequency: 2, averageGap: 30}) => 1
 * @example ruleLabel({recencyDays: 200, frequency: 1, averageGap: NaN}) => 0
 */
export function ruleLabel({recencyDays, frequency, averageGap}: RuleInputs): 0 | 1 {
  const {frequent, repeat, once} = ruleDays;
  const limit = averageGap < frequentGapDays ? frequent : frequency > 1 ? repeat : once;
  return recencyDays > limit ? 1 : 0;
}

/** `ruleLabel` as SQL; the gap is null with one order. */
export const labelSql = (recency: string, frequency: string, gap: string): string =>
  `case when ${recency} > case when ${gap} < ${frequentGapDays} then ${ruleDays.frequent}
    when ${frequency} > 1 then ${ruleDays.repeat} else ${ruleDays.once} end then 1 else 0 end`;

/**
 * 1 where the last order is more than so many days ago.
 * @example recencyLabel(211, 210) => 1
 */
export const recencyLabel = (daysSinceLast: number, days: number): 0 | 1 => (daysSinceLast > days ? 1 : 0);

/** What is to be predicted of a customer: churn by the brief's rule, by a plain cut, or by what really came after. */
export type Target = {kind: "rule"} | {kind: "recency"; days: number} | {kind: "forward"};

/** Columns of an answer to `featuresSql`, by name. */
export type FeatureTable = Readonly<Record<string, ArrayLike<unknown>>>;

/** A column of a table; throws an Error where the table lacks it. */
export function columnOf(table: FeatureTable, name: string): ArrayLike<unknown> {
  if (!(name in table)) throw new Error(`missing column: ${name}`);
  return table[name];
}

/**
 * The labels of a table's rows, 1 for churned. Fails where the record ends before the forward label's horizon does.
 * @example labelsOf({days_since_last: [200, 220]}, {kind: "recency", days: 210}) => {ok: true, value: [0, 1]}
 */
export function labelsOf(table: FeatureTable, target: Target): Result<Uint8Array> {
  if (target.kind === "recency") {
    const since = columnOf(table, "days_since_last");
    return ok(Uint8Array.from(since, (days) => recencyLabel(Number(days), target.days)));
  }
  const labels = columnOf(table, target.kind === "rule" ? "label_rule" : "label_forward");
  for (let row = 0; row < labels.length; row++)
    if (labels[row] == null)
      return fail(
        "open-horizon",
        "The record ends before the horizon does, so that nobody knows who came back: choose an earlier cutoff or a shorter horizon."
      );
  return ok(Uint8Array.from(labels, Number));
}
