import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {TrackedPeriod} from "./cumulativeTracking.js";
import {cumulativeTracking} from "./cumulativeTracking.js";
import {distinctCases} from "./distinctCases.js";
import type {FrequencyGroup} from "./holdoutComparison.js";
import {holdoutComparison} from "./holdoutComparison.js";
import {holdoutCounts} from "./holdoutCounts.js";
import type {Transactions} from "./purchaseDays.js";
import type {PurchaseModel} from "./purchaseModel.js";
import {repeatSummary} from "./repeatSummary.js";

export const daysAWeek = 7;

/** A model against weeks that it has not seen. */
export interface HoldoutCheck {
  groups: FrequencyGroup[];
  tracking: TrackedPeriod[];
  /** The last day that the model was fitted on. */
  end: number;
  /** Repeat purchases in the weeks held out, of those who had bought before. */
  actual: number;
  expected: number;
  /** What to know of the fit; null if all is well. */
  note: string | null;
}

/**
 * Fits the model to all but the last weeks and compares what it expects of them with what was bought.
 * @param end the last day of what is known, itself included; the weeks held out are the 7 * weeks days up to it
 * @example holdoutCheck(transactions, bgNbd, {end, weeks: 39}).value.actual => 1882
 */
export function holdoutCheck(
  transactions: Transactions,
  model: PurchaseModel<string>,
  {end, weeks}: {end: number; weeks: number}
): Result<HoldoutCheck> {
  if (!(weeks > 0)) return fail("holdout", "No week is held out to check the model: hold out one at least.");
  const from = end - daysAWeek * weeks;
  const before = repeatSummary(transactions, {end: from, unit: daysAWeek});
  if (before.x.length === 0)
    return fail("holdout", "Nobody had bought before the weeks held out: hold fewer weeks out.");
  const cases = distinctCases(before.x, before.tx, before.T);
  const fitted = model.fit(cases);
  if (!fitted.ok) return fail(fitted.code, `The model cannot be checked. ${fitted.message}`);
  const {parameters} = fitted.value;
  const counts = holdoutCounts(transactions, before.person, from, end);
  const groups = holdoutComparison(cases, counts, (x, tx, T) =>
    model.expectedPurchasesGiven(parameters, weeks, x, tx, T)
  );
  let start = Infinity;
  for (const day of transactions.day) start = Math.min(start, Math.floor(day));
  const tracking = cumulativeTracking(transactions, (t) => model.expectedPurchases(parameters, t), {
    ...{start, unit: daysAWeek, end: from},
    periods: Math.floor((end - start + 1) / daysAWeek)
  });
  const total = (of: (group: FrequencyGroup) => number) =>
    groups.reduce((all, group) => all + group.customers * of(group), 0);
  return ok({
    ...{groups, tracking, end: from},
    actual: total(({actual}) => actual),
    expected: total(({expected}) => expected),
    note: fitted.value.note
  });
}
