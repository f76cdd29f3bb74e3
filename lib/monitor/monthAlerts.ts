import {formatNumber, formatShare} from "../format.js";
import {weightOf} from "./weighted.js";
import type {Alert, MonthReport, WatchedColumn} from "./report.js";
import type {CheckName, MonitorConfig} from "./rules.js";

/** An alert before it is known how long it has lasted. */
export type Finding = Omit<Alert, "since" | "current">;

type Rules = Pick<MonitorConfig, "rules" | "alpha">;

/** A finding for each rule of a check that a value breaches. */
export const breaches = (
  {rules}: Pick<MonitorConfig, "rules">,
  check: CheckName,
  value: number | null,
  about: Pick<Finding, "month" | "knownAt" | "subject" | "message">,
  beyond: (value: number, threshold: number) => boolean = (value, threshold) => value >= threshold
): Finding[] =>
  value === null
    ? []
    : rules
        .filter((rule) => rule.check === check && beyond(value, rule.threshold))
        .slice(0, 1)
        .map(({severity, threshold}) => ({check, severity, value, threshold, ...about}));

const effectWords = (value: number) => formatNumber(value, 2);

/** What is to be told of a month at its end: drift of columns, faults, volume, freshness; nothing that came later. */
export function monthAlerts(month: MonthReport, columns: readonly WatchedColumn[], rules: Rules): Finding[] {
  return [...columnAlerts(month, columns, rules), ...historyAlerts(month, rules)];
}

function columnAlerts(report: MonthReport, columns: readonly WatchedColumn[], rules: Rules): Finding[] {
  const {month, cutoff: knownAt, columns: drifts, weighted} = report;
  if (!drifts) return [];
  const about = (subject: string, message: string) => ({month, knownAt, subject, message});
  const told = columns.flatMap((column, i) => {
    const {name, kind} = column;
    const drift = drifts[i];
    if (column.expected !== undefined) return [];
    const {missing, fresh, rows, outside} = drift;
    const rise = missing.current - missing.reference;
    const surely = missing.p !== null && missing.p < rules.alpha / columns.length;
    const distance = kind === "number" ? "standard deviations" : "Jensen-Shannon distance";
    const share = weightOf(column, drift);
    return [
      ...breaches(
        rules,
        "feature-drift",
        drift.drifted ? drift.effect : null,
        about(
          name,
          `${name} has moved by ${effectWords(drift.effect ?? 0)} (${distance})${share > 0 ? `, times its importance ${formatNumber(share, 3)}` : ""}.`
        )
      ),
      ...breaches(
        rules,
        "missing",
        surely ? rise : null,
        about(
          name,
          `${formatShare(missing.current)} of ${name} are missing, against ${formatShare(missing.reference)}.`
        )
      ),
      ...fresh.flatMap((one) =>
        breaches(
          rules,
          "new-category",
          rows ? one.rows / rows : 0,
          about(
            `${name}: ${one.level}`,
            `${name} has the new value “${one.level}” in ${formatShare(one.rows / rows)} of the rows.`
          )
        )
      ),
      ...breaches(
        rules,
        "range",
        kind === "number" && drift.drifted ? outside : null,
        about(name, `${formatShare(outside)} of ${name} lie outside the range of the training window.`)
      )
    ];
  });
  const words = `Drift times importance is ${formatNumber(weighted ?? 0, 3)}: the model's inputs as a whole have moved so many standard deviations.`;
  return [...breaches(rules, "weighted-drift", weighted, about("all features", words)), ...told];
}

function historyAlerts({month, cutoff: knownAt, history}: MonthReport, rules: Rules): Finding[] {
  return history.flatMap(({name, kind, value, usual, off, p}) => {
    const about = (message: string) => ({month, knownAt, subject: name, message});
    if (kind === "ratio")
      return breaches(
        rules,
        "volume",
        off,
        about(
          `${formatNumber(value, 0)} ${name}, ${formatNumber(off ?? 0, 2)} times the usual ${formatNumber(usual ?? 0, 0)}.`
        ),
        (ratio, threshold) => ratio >= threshold || ratio <= 1 / threshold
      );
    if (kind === "limit")
      return breaches(
        rules,
        name.startsWith("hours") ? "gap" : "freshness",
        value,
        about(`${formatNumber(value, 1)} ${name}.`)
      );
    return breaches(
      rules,
      "quality",
      p !== null && p < rules.alpha / history.length ? off : null,
      about(`${formatShare(value)} ${name}, against ${formatShare(usual ?? 0)} in the months before.`)
    );
  });
}
