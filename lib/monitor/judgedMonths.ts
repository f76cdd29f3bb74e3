import {columnDrift} from "../drift/columnDrift.js";
import type {Sample} from "../drift/sample.js";
import {pooled} from "./columns.js";
import {historyChecks} from "./history.js";
import type {MonthFigures} from "./history.js";
import type {WatchedMonth} from "./months.js";
import type {MonthReport, WatchedColumn} from "./report.js";
import type {MonitorConfig} from "./rules.js";
import {weightedDrift} from "./weighted.js";

/** What is known of a month at its end. */
export interface MonthData extends WatchedMonth {
  buyers: number;
  /** By the columns' order. */
  samples: readonly Sample[];
  figures: MonthFigures;
}

/**
 * Each month against the reference months, column by column, and against the months before it.
 * @param months in order; the reference months come first
 * @param reference how many of them are reference months
 */
export function judgedMonths(
  months: readonly MonthData[],
  columns: readonly WatchedColumn[],
  reference: number,
  {alpha}: Pick<MonitorConfig, "alpha">
): MonthReport[] {
  const usual = columns.map((_, i) => pooled(months.slice(0, reference).map(({samples}) => samples[i])));
  return months.map(({samples, figures, ...month}, at): MonthReport => {
    const drifts =
      at < reference
        ? null
        : columns.map((_, i) => columnDrift(usual[i], samples[i], {alpha, comparisons: columns.length}));
    const before = months.slice(0, at).map((one) => one.figures);
    return {
      ...month,
      columns: drifts,
      weighted: drifts && weightedDrift(columns, drifts),
      history: historyChecks(figures, before)
    };
  });
}
