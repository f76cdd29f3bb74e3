import {formatCount, formatDay, formatNumber, formatShare} from "../../../lib/format.js";
import {midnightOf} from "../../../lib/days.js";
import {weightOf} from "../../../lib/monitor/weighted.js";
import type {Alert, MonitorReport, WatchedModel} from "../../../lib/monitor/report.js";
import {chart} from "../../chart.js";
import {driftTiles} from "../../charts/driftTiles.js";
import {estimatedRealised} from "../../charts/estimatedRealised.js";
import {table} from "../../table.js";
import {allMonths} from "./choice.js";
import {estimateWords, monthName} from "./words.js";

const mostColumns = 18;

/** Which features moved, and since when: those first whose drift weighs most for the model, then the furthest. */
export function driftChart({columns, months, reference}: MonitorReport): HTMLElement {
  const judged = months.filter(({columns: drifts}) => drifts !== null);
  const ranked = columns
    .map((column, i) => {
      const drifts = judged.flatMap(({columns: all}) => (all ? [all[i]] : []));
      const sum = (of: (at: number) => number) => drifts.reduce((total, _, at) => total + of(at), 0);
      return {
        ...{column, drifts},
        weight: sum((at) => weightOf(column, drifts[at])),
        moved: sum((at) => (drifts[at].drifted ? (drifts[at].effect ?? 0) : 0))
      };
    })
    .filter(({column, moved}) => column.expected === undefined && moved > 0)
    .sort((a, b) => b.weight - a.weight || b.moved - a.moved);
  const shown = ranked.slice(0, mostColumns);
  const heaviest = shown[0];
  return chart({
    name: "monitoring-drift",
    title: heaviest
      ? `${heaviest.column.name} has the drift that matters most to the model`
      : "No feature has moved",
    note: `Distance of each month’s buyers from the training window that ends on ${formatDay(midnightOf(reference.to))}: Wasserstein distance in standard deviations of a number, Jensen-Shannon distance of a category. Pale: below ${formatNumber(0.1, 1)}, or explained by chance (Kolmogorov-Smirnov or chi-square test at ${formatShare(0.05, 0)} over all columns together). The ${formatCount(shown.length)} of ${formatCount(ranked.length)} moved columns that weigh most for the model; those that move with the calendar or the shop’s size are left out.`,
    data: shown.flatMap(({column, drifts}) =>
      drifts.map((drift, at) => ({
        ...{column: column.name, month: monthName(judged[at].month)},
        ...{effect: drift.effect, drifted: drift.drifted, psi: drift.psi, p: drift.p},
        ...{method: drift.method, value: drift.value, importance: column.importance},
        ...{missing: drift.missing.current, rows: drift.rows}
      }))
    ),
    counted: () => `${formatCount(judged.reduce((sum, {buyers}) => sum + buyers, 0))} buyers of these months`,
    empty: "No feature has moved.",
    render: (rows, {width}) => driftTiles(rows, {width})
  });
}

/** A model's ROC-AUC month by month: estimated at the time, and as it came. */
export function performanceChart(report: MonitorReport, name: WatchedModel["name"]): HTMLElement {
  const model = report.models.find((one) => one.name === name);
  const windows = model?.windows ?? [];
  const known = windows.filter(({realised}) => realised);
  const last = known[known.length - 1];
  const three = (value: number | null | undefined) => formatNumber(value ?? NaN, 3);
  return chart({
    name: `monitoring-performance-${name}`,
    title: last
      ? `The model as of ${formatDay(midnightOf(model?.asof ?? ""))}: ROC-AUC ${three(last.realised?.rocAuc.value)} at last, ${three(last.estimated.rocAuc.value)} estimated`
      : `The ${name} model: ROC-AUC estimated at ${three(windows[windows.length - 1]?.estimated.rocAuc.value)}, outcomes still open`,
    note: `${model?.family ?? ""}, hash ${model?.hash.slice(0, 12) ?? ""}, outcome within ${formatCount(report.horizon)} days, judged on people that it has not learnt from. Dots: what came, with ${formatShare(0.95, 0)} bootstrap interval. Band: ${formatShare(0.95, 0)} of what its calibrated probabilities led to expect, without any outcome (CBPE). Dotted: on rows held out of training. ${model ? estimateWords(model) : ""}`,
    data: windows.map(({cutoff, unseen, estimated, realised}) => ({
      ...{cutoff: midnightOf(cutoff), people: unseen},
      ...{estimated: estimated.rocAuc.value, estimatedLow: estimated.rocAuc.interval?.low ?? null},
      estimatedHigh: estimated.rocAuc.interval?.high ?? null,
      ...{realised: realised?.rocAuc.value ?? null, realisedLow: realised?.rocAuc.interval?.low ?? null},
      realisedHigh: realised?.rocAuc.interval?.high ?? null,
      ...{
        pr_auc_estimated: estimated.averagePrecision.value,
        pr_auc: realised?.averagePrecision.value ?? null
      },
      ...{brier_estimated: estimated.brier.value, brier: realised?.brier.value ?? null},
      ...{predicted: realised?.predicted ?? null, observed: realised?.observed ?? null},
      calibration_slope: realised?.slope ?? null
    })),
    counted: (rows) => `${formatCount(rows.reduce((sum, {people}) => sum + people, 0))} scores`,
    empty: "No window is judged yet.",
    render: (rows, {width}) =>
      estimatedRealised(rows, {
        ...{width, label: "ROC-AUC", format: (value: number) => formatNumber(value, 2)},
        heldOut: model?.heldOut.rocAuc.value ?? null
      })
  });
}

/** The breached rules of a month, or of all. */
export function alertTable({alerts}: MonitorReport, month: string): HTMLElement {
  const chosen = alerts.filter((alert) => month === allMonths || alert.month === month);
  return table(
    chosen.map((alert: Alert) => ({
      ...{severity: alert.severity, what: alert.message, month: monthName(alert.month)},
      ...{since: monthName(alert.since), known: midnightOf(alert.knownAt)},
      ...{check: alert.check, about: alert.subject}
    })),
    {
      caption: "Breached rules",
      name: "alerts",
      columns: {
        ...{severity: {label: "Severity"}, what: {label: "What"}, month: {label: "Month"}},
        ...{since: {label: "Since"}, known: {label: "Known on"}},
        ...{check: {label: "Check"}, about: {label: "About"}}
      },
      rows: 12
    }
  );
}
