import type {ColumnDrift} from "../drift/columnDrift.js";
import type {WatchedColumn} from "./report.js";

/** An effect beyond it weighs no more: a model of trees cannot move further. */
const mostEffect = 1;

/** Drift x importance of one column: 0 where it has not drifted, or is no feature. */
export const weightOf = ({importance}: WatchedColumn, {drifted, effect}: ColumnDrift): number =>
  drifted && effect !== null && importance !== null ? importance * Math.min(mostEffect, effect) : 0;

/**
 * Whether drift matters for a model: effects of the drifted features, each at most 1, weighed by their part of all
 * importance; 0 where nothing has drifted that the model looks at.
 */
export const weightedDrift = (columns: readonly WatchedColumn[], drifts: readonly ColumnDrift[]): number =>
  columns.reduce((sum, column, i) => sum + weightOf(column, drifts[i]), 0);
