import type {MonitorReport} from "../../../lib/monitor/report.js";
import type {Result} from "../../../lib/result.js";
import {choice} from "../../../lib/state/parameters.js";
import {selectInput} from "../../choiceInput.js";
import {monthName} from "./words.js";

type Report = Result<MonitorReport>;

/** Where alerts of every month are listed. */
export const allMonths = "all";

const judgedOf = (report: Report): string[] =>
  report.ok ? report.value.months.filter(({columns}) => columns).map(({month}) => month) : [];

/** The column that a drill-down begins with: the one whose drift weighs most in the newest month. */
function firstColumn(report: Report): string {
  if (!report.ok) return "";
  const {columns, months} = report.value;
  const drifts = months[months.length - 1].columns ?? [];
  const weight = (i: number) => (columns[i].importance ?? 0) * (drifts[i]?.effect ?? 0);
  return columns.reduce((best, {name}, i) => (weight(i) > best.weight ? {name, weight: weight(i)} : best), {
    name: columns[0].name,
    weight: -1
  }).name;
}

/** What a reader chooses on the page: a month of the alerts and of the drill-down, and a column. */
export function monitoringParameters(report: Report) {
  const months = judgedOf(report);
  const columns: string[] = report.ok ? report.value.columns.map(({name}) => name) : [""];
  return {
    month: choice<string>(months[months.length - 1] ?? allMonths, [allMonths, ...months]),
    column: choice<string>(firstColumn(report), columns)
  };
}

/** A menu of the months, newest first, and all of them. */
export function monthSelect(report: Report) {
  const months = [...judgedOf(report).reverse(), allMonths];
  return selectInput(
    months,
    "Month",
    Object.fromEntries(months.map((month) => [month, month === allMonths ? "All months" : monthName(month)]))
  );
}

/** A menu of the columns. */
export function columnSelect(report: Report) {
  const names = report.ok ? report.value.columns.map(({name}) => name) : [""];
  return selectInput(names, "Feature", Object.fromEntries(names.map((name) => [name, name])));
}
