import {html} from "npm:htl";
import type {ColumnDrift} from "../../../lib/drift/columnDrift.js";
import {formatCount, formatNumber, formatShare} from "../../../lib/format.js";
import type {MonitorReport, WatchedColumn} from "../../../lib/monitor/report.js";
import {chart} from "../../chart.js";
import {sharePairs} from "../../charts/sharePairs.js";
import {allMonths} from "./choice.js";
import {missingWords, monthName} from "./words.js";

const mostPairs = 12;

/** The bins of a column as shares of the rows, with labels a reader understands. */
export function sharesOfBins({bins}: Pick<ColumnDrift, "bins">, kind: WatchedColumn["kind"]) {
  const {labels, reference, current} = bins;
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0) || 1;
  const number = (value: string | number) =>
    formatNumber(Number(value), Number.isInteger(Number(value)) || Math.abs(Number(value)) >= 10 ? 0 : 2);
  const label = (i: number) =>
    kind === "category"
      ? String(labels[i])
      : labels.length === 0
        ? "all values"
        : i === labels.length
          ? `above ${number(labels[i - 1])}`
          : i === 0
            ? `up to ${number(labels[0])}`
            : `to ${number(labels[i])}`;
  const pairs = reference.map((count, i) => ({
    label: label(i),
    reference: count / total(reference),
    current: current[i] / total(current)
  }));
  const seen = new Set<string>();
  return pairs.slice(0, mostPairs).filter((pair) => !seen.has(pair.label) && seen.add(pair.label));
}

/** How the values of a column lay in the training window and lie in a month. */
export function drillChart({columns, months}: MonitorReport, chosen: string, name: string): HTMLElement {
  const i = columns.findIndex((column) => column.name === name);
  const judged = months.filter(({columns: drifts}) => drifts !== null);
  const month = judged.find((one) => one.month === chosen) ?? judged[judged.length - 1];
  const column = columns[i];
  const drift = month.columns?.[i];
  if (!column || !drift) return html`<p>There is nothing to compare.</p>`;
  const {effect, psi, p, method, value, missing, outside, drifted} = drift;
  const two = (figure: number | null) => (figure === null ? "unknown" : formatNumber(figure, 2));
  const importance =
    column.importance === null ? "" : ` It is ${formatShare(column.importance)} of the model’s importance.`;
  const unit = column.kind === "number" ? "standard deviations" : "of 1 (Jensen-Shannon)";
  return chart({
    name: "monitoring-drill",
    title: `${name} ${drifted ? "has moved" : "has not moved"} by ${monthName(month.month)}: ${two(effect)} ${unit}${chosen === allMonths ? " in the newest month" : ""}`,
    note: `Bars: share of the training window’s buyers; dots: of ${monthName(month.month)}’s. PSI ${two(psi)}; p-value ${p !== null && p < 0.001 ? `below ${formatNumber(0.001, 3)}` : p === null ? "unknown" : formatNumber(p, 3)}; Evidently’s default for so many rows (${method}): ${value === null ? "unknown" : formatNumber(value, 3)}; ${missingWords(missing.reference, missing.current)}; outside the range ${formatShare(outside)}.${importance}${column.expected === undefined ? "" : ` It raises no alarm, as it ${column.expected}.`}`,
    data: sharesOfBins(drift, column.kind),
    counted: () => `${formatCount(drift.rows)} rows of the month`,
    empty: "No row has a value.",
    render: (pairs, {width}) => sharePairs(pairs, {width})
  });
}
