import {modelAlerts} from "./modelAlerts.js";
import {monthAlerts} from "./monthAlerts.js";
import type {Finding} from "./monthAlerts.js";
import type {Alert, MonitorReport} from "./report.js";
import type {MonitorConfig} from "./rules.js";
import {severities} from "./rules.js";

/** Checks that wait for an outcome: the newest one is current, however old the month. */
const ofOutcomes = new Set(["performance", "calibration", "label-drift"]);

type Judged = Pick<MonitorReport, "columns" | "models" | "months" | "horizon" | "judged">;

/**
 * All breached rules, the newest month first, within it by severity; each with the month that its run began.
 */
export function alertsOf({columns, models, months, horizon, judged}: Judged, config: MonitorConfig): Alert[] {
  const findings = [
    ...months.flatMap((month) => (month.columns ? monthAlerts(month, columns, config) : [])),
    ...models.flatMap((model) => modelAlerts(model, horizon, config))
  ];
  const order = months.map(({month}) => month);
  const newest = order[order.length - 1];
  const known = models.flatMap(({windows}) =>
    windows.filter(({realised}) => realised).map(({month}) => month)
  );
  const newestKnown = known.sort()[known.length - 1];
  const isCurrent = ({check, month}: Finding) =>
    judged === "current" || month === (ofOutcomes.has(check) ? newestKnown : newest);
  const keys = new Set(findings.map(keyOf));
  const sinceOf = (finding: Finding) => {
    let at = order.indexOf(finding.month);
    while (at > 0 && keys.has(keyOf({...finding, month: order[at - 1]}))) at--;
    return order[at] ?? finding.month;
  };
  return findings
    .map((finding) => ({...finding, since: sinceOf(finding), current: isCurrent(finding)}))
    .sort(
      (a, b) =>
        (a.month < b.month ? 1 : a.month > b.month ? -1 : 0) ||
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        b.value / b.threshold - a.value / a.threshold
    );
}

const keyOf = ({check, subject, month}: Pick<Finding, "check" | "subject" | "month">) =>
  JSON.stringify([check, subject, month]);

/** Alerts that a gate refuses: errors about the newest month or outcome. */
export const refusals = (alerts: readonly Alert[]): Alert[] =>
  alerts.filter(({severity, current}) => current && severity === "error");
