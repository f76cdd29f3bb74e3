import type {MonitorReport} from "./report.js";

/** Why there is no report of a shop. */
export interface NoReport {
  format: "vitrine-monitor";
  version: 1;
  missing: string;
}

const digits = 6;

/**
 * A report as JSON text, numbers to six digits.
 * @example reportText({format: "vitrine-monitor", version: 1, missing: "too short"}).includes("too short") => true
 */
export const reportText = (report: MonitorReport | NoReport): string =>
  `${JSON.stringify(report, (_, value: unknown) =>
    typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(digits)) : value
  )}\n`;
