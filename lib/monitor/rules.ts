/** What a rule looks at. */
export const checkNames = [
  "feature-drift",
  "weighted-drift",
  "missing",
  "new-category",
  "range",
  "score-drift",
  "label-drift",
  "performance",
  "calibration",
  "estimate",
  "volume",
  "freshness",
  "gap",
  "quality"
] as const;
export type CheckName = (typeof checkNames)[number];

export const severities = ["error", "warning", "info"] as const;
export type Severity = (typeof severities)[number];

/** When a check speaks up, and how loudly. */
export interface MonitorRule {
  check: CheckName;
  /** In the check's own unit, which its comment in `monitor.config.ts` tells. */
  threshold: number;
  severity: Severity;
}

export interface MonitorConfig {
  /** Months before the watched model's day whose buyers are what later months are compared with. */
  referenceMonths: number;
  /** Chance that a month without any drift raises a column's alarm, over all of its columns together. */
  alpha: number;
  rules: readonly MonitorRule[];
  /** Features that move with the calendar or with the size of the shop: told, but no alarm. */
  expected: Readonly<Record<string, string>>;
}

/**
 * What is wrong with a configuration, as a sentence; undefined where nothing is.
 * @example ruleProblem({referenceMonths: 0, alpha: 0.05, rules: [], expected: {}}) => "referenceMonths in monitor.config.ts must be a whole number from 1 to 24."
 */
export function ruleProblem({referenceMonths, alpha, rules}: MonitorConfig): string | undefined {
  if (!Number.isInteger(referenceMonths) || referenceMonths < 1 || referenceMonths > 24)
    return "referenceMonths in monitor.config.ts must be a whole number from 1 to 24.";
  if (!(alpha > 0 && alpha < 1)) return "alpha in monitor.config.ts must be between 0 and 1.";
  for (const {check, threshold, severity} of rules) {
    if (!checkNames.includes(check))
      return `There is no check “${check}”: take one of ${checkNames.join(", ")}.`;
    if (!severities.includes(severity))
      return `The severity of ${check} in monitor.config.ts must be one of ${severities.join(", ")}.`;
    if (!(Number.isFinite(threshold) && threshold >= 0))
      return `The threshold of ${check} in monitor.config.ts must be a number from 0 up.`;
  }
  return undefined;
}
