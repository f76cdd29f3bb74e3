import type {MonitorReport} from "./report.js";

type Labels = Readonly<Record<string, string>>;

const escaped = (text: string) => text.replace(/[\\"\n]/g, (c) => (c === "\n" ? "\\n" : `\\${c}`));
const line = (name: string, labels: Labels, value: number) =>
  `${name}{${Object.entries(labels)
    .map(([key, text]) => `${key}="${escaped(text)}"`)
    .join(",")}} ${value}`;

interface Family {
  name: string;
  help: string;
  unit?: string;
  samples: [Labels, number | null | undefined][];
}

/**
 * The newest figures of a report as OpenMetrics text (openmetrics.io, version 1.0), for a Prometheus to scrape; each
 * of a month carries it as a label, the outcome's are those of the newest month whose outcome is known.
 */
export function openMetrics({months, columns, models, alerts, end}: MonitorReport): string {
  const last = months[months.length - 1];
  const month = last.month;
  const perColumn = (of: (i: number) => number | null | undefined): Family["samples"] =>
    columns.map(({name}, i) => [{column: name, month}, of(i)]);
  const drifts = last.columns ?? [];
  const perModel = models.flatMap(({name, hash, windows}) =>
    windows.map((window) => ({labels: {model: name, hash: hash.slice(0, 12), month: window.month}, window}))
  );
  const newest = models.flatMap(({name}) => {
    const mine = perModel.filter(({labels}) => labels.model === name);
    return {known: mine.filter(({window}) => window.realised).slice(-1), all: mine.slice(-1)};
  });
  const severity = (wanted: string, current: boolean) =>
    alerts.filter((alert) => alert.severity === wanted && alert.current === current).length;
  const families: Family[] = [
    {
      name: "vitrine_alerts",
      help: "Breached rules",
      samples: (["error", "warning", "info"] as const).flatMap((level): Family["samples"] => [
        [{severity: level, current: "true"}, severity(level, true)],
        [{severity: level, current: "false"}, severity(level, false)]
      ])
    },
    {
      name: "vitrine_data_end_timestamp_seconds",
      unit: "seconds",
      help: "Day after the last one looked at",
      samples: [[{}, Date.parse(`${end}T00:00:00Z`) / 1000]]
    },
    {name: "vitrine_buyers", help: "Buyers of the month", samples: [[{month}, last.buyers]]},
    {
      name: "vitrine_drift_effect",
      help: "Normed Wasserstein or Jensen-Shannon distance from the training window",
      samples: perColumn((i) => drifts[i]?.effect)
    },
    {
      name: "vitrine_drift_psi",
      help: "Population stability index",
      samples: perColumn((i) => drifts[i]?.psi)
    },
    {
      name: "vitrine_missing_ratio",
      help: "Share of rows without a value",
      samples: perColumn((i) => drifts[i]?.missing.current)
    },
    {name: "vitrine_weighted_drift", help: "Drift times importance", samples: [[{month}, last.weighted]]},
    {
      name: "vitrine_score_drift_effect",
      help: "Normed Wasserstein distance of the scores",
      samples: newest.flatMap(({all}) =>
        all.map(({labels, window}): Family["samples"][number] => [labels, window.scores.effect])
      )
    },
    {
      name: "vitrine_roc_auc_estimated",
      help: "ROC-AUC by confidence-based performance estimation",
      samples: newest.flatMap(({all}) =>
        all.map(({labels, window}): Family["samples"][number] => [labels, window.estimated.rocAuc.value])
      )
    },
    {
      name: "vitrine_roc_auc_realised",
      help: "ROC-AUC of the newest window whose outcome is known",
      samples: newest.flatMap(({known}) =>
        known.map(({labels, window}): Family["samples"][number] => [labels, window.realised?.rocAuc.value])
      )
    }
  ];
  const text = families.flatMap(({name, help, unit, samples}) => [
    `# TYPE ${name} gauge`,
    ...(unit ? [`# UNIT ${name} ${unit}`] : []),
    `# HELP ${name} ${help}`,
    ...samples.flatMap(([labels, value]) =>
      value == null || !Number.isFinite(value) ? [] : [line(name, labels, value)]
    )
  ]);
  return `${text.join("\n").replaceAll("{} ", " ")}\n# EOF\n`;
}
