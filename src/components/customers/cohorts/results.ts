import {formatCount, formatDay, formatMonth, formatNumber, formatRate} from "../../../lib/format.js";
import {wilsonInterval} from "../../../lib/metrics/wilsonInterval.js";
import type {CohortCell} from "../../../lib/retention/cohorts.js";
import type {CohortView} from "../../../lib/retention/cohortView.js";
import {periodOf, periodStart} from "../../../lib/retention/periods.js";
import {dateOf} from "../../../lib/days.js";
import {chart} from "../../chart.js";
import type {BandPoint} from "../../charts/bandLines.js";
import {bandLines} from "../../charts/bandLines.js";
import {cohortMap} from "../../charts/cohortMap.js";
import {intervalDots} from "../../charts/intervalDots.js";
import {ageShort, ageText, withInterval} from "./text.js";

const pooledName = "All cohorts";
const percent = (share: number) => formatRate(share);
const short = (share: number) => formatNumber(100 * share, share < 0.0995 ? 1 : 0);

/** A cell with its share and interval: of those whose period is over, or else of those in it so far. */
function shareOf({observed, active, unfinished, activeSoFar}: Omit<CohortCell, "cohort">) {
  const over = observed > 0;
  const [people, back] = over ? [observed, active] : [unfinished, activeSoFar];
  const interval = wilsonInterval(back, people);
  return {
    people,
    back,
    share: people > 0 ? back / people : null,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    unfinished: !over && people > 0
  };
}

/** Fewer people than this make a share that says little: a hundredth of all, but 30 at least. */
const fewest = (people: number) => Math.max(30, Math.ceil(people / 100));

const peopleCounted =
  ({people}: CohortView) =>
  () =>
    `${formatCount(people)} customers`;

const cellWords = ({table, unit}: CohortView, cell: CohortCell) => {
  const {people, back, unfinished} = shareOf(cell);
  const what = `${table.names[cell.cohort]}, ${ageText(table.windows[cell.window], unit)}${unfinished ? " (not over yet)" : ""}`;
  return `${what}\n${withInterval(back, people)}\n${formatCount(back)} of ${formatCount(people)} customers`;
};

/** The triangle of cohorts by age, or by calendar. */
export function retentionMap(view: CohortView, across: "age" | "calendar"): HTMLElement {
  const {table, unit} = view;
  const calendar =
    across === "calendar" && table.days !== null && table.windows.every(({from, to}) => from === to);
  const columnOf = ({cohort, window}: CohortCell) => {
    const {from} = table.windows[window];
    if (!calendar || !table.days) return ageShort(table.windows[window]);
    const start = dateOf(periodStart(periodOf(table.days[cohort], unit) + from, unit));
    return start.toISOString().slice(2, unit === "month" ? 7 : 10);
  };
  const kept = table.cells.filter((cell) => cell.observed + cell.unfinished > 0);
  const shares = kept.flatMap((cell) =>
    cell.observed > 0 && cell.active > 0 ? [cell.active / cell.observed] : []
  );
  const sorted = shares.sort((a, b) => a - b);
  const bounds = [0.2, 0.4, 0.6, 0.8].map((part) => sorted[Math.floor(part * sorted.length)] ?? 0);
  const columns = calendar ? [...new Set(kept.map(columnOf))].sort() : table.windows.map(ageShort);
  const rows = kept.map((cell) => {
    const {share, low, high, people, back, unfinished} = shareOf(cell);
    return {
      cohort: table.names[cell.cohort],
      size: table.sizes[cell.cohort],
      column: columnOf(cell),
      ...{observed: people, came_back: back, value: share, low, high, unfinished},
      about: cellWords(view, cell)
    };
  });
  const [first] = table.pooled;
  return chart({
    name: "cohort-map",
    title: first?.observed
      ? `${formatRate(first.active / first.observed)} came back in ${ageText(table.windows[0], unit)}`
      : `No cohort has completed its first ${unit} yet`,
    note: `Percentage of each cohort that came back, by age: the number of ${unit}s since the ${unit} of the first order. Darker is more; each colour stands for a fifth of the cells above 0. Dashed cells are for a ${unit} that was not over on ${formatDay(dateOf(view.end))}: their share may still grow, and the curves leave them out. The table has each cell’s 95 % interval (Wilson).`,
    data: rows,
    counted: peopleCounted(view),
    empty: `No cohort is old enough: nobody has completed the first ${unit} after that of their first order.`,
    exported: ({cohort, size, column, observed, came_back, value, low, high, unfinished}) => ({
      ...{cohort, size, age: column, observed, came_back, share: value},
      ...{low, high, unfinished}
    }),
    columns: {
      cohort: {label: "Cohort"},
      size: {label: "Customers"},
      column: {label: calendar ? "Period" : "Age"},
      came_back: {label: "Came back"},
      observed: {label: "Out of"},
      value: {label: "Share", format: percent},
      low: {label: "From", format: percent},
      high: {label: "To", format: percent},
      unfinished: {label: "Period not over"}
    },
    render: (cells, {width}) =>
      cohortMap(cells, {
        ...{width, columns, short, bounds},
        cohorts: table.names.filter((name) => cells.some(({cohort}) => cohort === name)),
        across: calendar ? `Calendar ${unit}` : `Age in ${unit}s`
      })
  });
}

/** The pooled curve, and one for each cohort where they are few. */
export function retentionCurves(view: CohortView): HTMLElement {
  const {table, unit} = view;
  const few = table.days === null && table.names.length > 1;
  const lines = few
    ? table.names
        .slice(0, 6)
        .map((name, cohort) => ({name, cells: table.cells.filter((cell) => cell.cohort === cohort)}))
    : [{name: pooledName, cells: table.pooled}];
  const points: BandPoint[] = lines.flatMap(({name, cells}) =>
    cells
      .filter(({observed}) => observed >= fewest(few ? 0 : view.people))
      .map((cell) => {
        const {share, low, high, people, back} = shareOf(cell);
        return {
          line: name,
          x: table.windows[cell.window].from,
          y: share,
          low,
          high,
          about: `${formatCount(back)} of ${formatCount(people)} customers`
        };
      })
  );
  const [first, last] = [
    table.pooled[0],
    table.pooled.filter(({observed}) => observed >= 5 * fewest(view.people)).at(-1)
  ];
  return chart({
    name: "retention-curves",
    title:
      first?.observed && last && last !== first
        ? `Retention is ${formatRate(first.active / first.observed)} in ${ageText(table.windows[0], unit)} and ${formatRate(last.active / last.observed)} in ${ageText(table.windows[last.window], unit)}`
        : "Retention by age",
    note: `${few ? "Each line is a cohort (the six largest at most)" : "All cohorts together"}: of the customers who have completed that age, the share that came back. Shaded: 95 % interval (Wilson). Ages completed by fewer than ${formatCount(fewest(few ? 0 : view.people))} customers are left out.`,
    data: points,
    counted: () =>
      `${formatCount(first?.observed ?? 0)} customers who have completed ${ageText(table.windows[0], unit)}`,
    empty: "No age has been completed by enough customers.",
    columns: {
      line: {label: "Cohort"},
      x: {label: `Age in ${unit}s`},
      y: {label: "Share", format: percent},
      low: {label: "From", format: percent},
      high: {label: "To", format: percent},
      about: {label: "Customers"}
    },
    render: (rows, {width}) =>
      bandLines(rows, {width, x: `Age in ${unit}s`, y: "Share that came back", format: percent})
  });
}

/** Whether later cohorts come back more: the share at one age by cohort. */
export function retentionOverTime(view: CohortView, age: number): HTMLElement {
  const {table, unit} = view;
  const {days} = table;
  const window = table.windows.findIndex(({from}) => from === age);
  const cells =
    days && window >= 0 ? table.cells.filter((cell) => cell.window === window && cell.observed >= 30) : [];
  const pooled = window >= 0 ? table.pooled[window] : undefined;
  const rows = cells.map((cell) => {
    const {share, low, high} = shareOf(cell);
    return {date: dateOf(days?.[cell.cohort] ?? 0), value: share, low, high, about: cellWords(view, cell)};
  });
  const level = pooled?.observed
    ? {
        value: pooled.active / pooled.observed,
        label: `All cohorts ${formatRate(pooled.active / pooled.observed)}`
      }
    : null;
  const apart = level
    ? rows.filter(({low, high}) => (low ?? 0) > level.value || (high ?? 1) < level.value).length
    : 0;
  return chart({
    name: "retention-over-time",
    title: rows.length
      ? `For ${formatCount(apart)} of ${formatCount(rows.length)} cohorts, the 95 % interval excludes the share of all cohorts${level ? `, ${formatRate(level.value)}` : ""}`
      : "Retention by cohort",
    note: `Share of each cohort that came back in ${ageText(table.windows[window] ?? {from: age, to: age}, unit)}, with its 95 % interval (Wilson). Of twenty cohorts that do not really differ, about one has such an interval by chance. Cohorts of fewer than 30 customers are left out.`,
    data: rows,
    counted: () => `${formatCount(cells.reduce((sum, {observed}) => sum + observed, 0))} customers`,
    empty: days
      ? `No cohort of 30 customers or more has completed ${unit} ${age}: choose a lower age.`
      : "Choose cohorts by when they first ordered to see them over time.",
    columns: {
      date: {
        label: "Cohort",
        format: (date: Date) => (unit === "month" ? formatMonth(date) : formatDay(date))
      },
      value: {label: "Share", format: percent},
      low: {label: "From", format: percent},
      high: {label: "To", format: percent},
      about: {label: "Customers"}
    },
    render: (dots, {width}) =>
      intervalDots(dots, {width, label: "Share that came back", format: percent, level})
  });
}
