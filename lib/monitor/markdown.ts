import {formatCount, formatNumber} from "../format.js";
import {refusals} from "./alerts.js";
import type {Alert, MonitorReport} from "./report.js";

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const table = (alerts: readonly Alert[]) => [
  "| Severity | Check | About | Month | Since | What |",
  "| --- | --- | --- | --- | --- | --- |",
  ...alerts.map(
    ({severity, check, subject, month, since, message}) =>
      `| ${[severity, check, subject, month, since, message].map(cell).join(" | ")} |`
  )
];

const mostRows = 40;

/** A report as Markdown, for the summary of a CI job: the verdict, what is current, and how the models do. */
export function markdownSummary(report: MonitorReport): string {
  const {alerts, months, models, reference, source} = report;
  const current = alerts.filter((alert) => alert.current);
  const refused = refusals(alerts);
  const last = months[months.length - 1];
  const verdict = refused.length
    ? `**Refused**: ${formatCount(refused.length)} ${refused.length === 1 ? "rule" : "rules"} of severity “error” breached.`
    : "**Passed**: no rule of severity “error” is breached.";
  const listed = current.slice(0, mostRows);
  return `${[
    "# Monitoring",
    "",
    verdict,
    "",
    `${last.month}${last.partial ? ` (${formatCount(last.days)} days)` : ""}: ${formatCount(last.buyers)} buyers against ${formatCount(reference.buyers)} from ${reference.from} to ${reference.to}; ${source} data.`,
    "",
    ...(listed.length ? table(listed) : ["Nothing is breached now."]),
    ...(current.length > listed.length
      ? ["", `${formatCount(current.length - listed.length)} more are in monitor.json.`]
      : []),
    "",
    "## Models",
    "",
    "| Model | As of | Window | ROC-AUC estimated | realised |",
    "| --- | --- | --- | ---: | ---: |",
    ...models.flatMap(({name, asof, windows}) =>
      windows.map(
        ({cutoff, estimated, realised}) =>
          `| ${name} | ${asof} | ${cutoff} | ${figure(estimated.rocAuc.value)} | ${figure(realised?.rocAuc.value)} |`
      )
    )
  ].join("\n")}\n`;
}

const figure = (value: number | null | undefined) => (value == null ? "" : formatNumber(value, 3));
