import {formatCount, formatMonth, formatNumber, formatShare} from "../../../lib/format.js";
import {refusals} from "../../../lib/monitor/alerts.js";
import type {Alert, MonitorReport, WatchedModel} from "../../../lib/monitor/report.js";

/** A month by its name. @example monthName("2018-03") => "Mar 2018" */
export const monthName = (month: string): string => formatMonth(new Date(`${month}-01T00:00:00Z`));

/** Months in which the shop itself stood out from the months before, with what did. */
export function standingOut({months}: MonitorReport, alerts: readonly Alert[]): string {
  const ofShop = alerts.filter(({check}) => ["volume", "quality", "freshness", "gap"].includes(check));
  const told = months.flatMap(({month}) => {
    const mine = ofShop.filter((alert) => alert.month === month);
    return mine.length
      ? [`${monthName(month)}: ${mine.map(({message}) => message.replace(/\.$/, "")).join("; ")}`]
      : [];
  });
  return told.length
    ? `${told.join(". ")}.`
    : "No month stood out from the months before it by volume, freshness or faults.";
}

/** The page's answer: what changed, whether it matters for the model, and how the model came out. */
export function monitoringAnswer(report: MonitorReport): string {
  const {months, columns, models, alerts, reference} = report;
  const last = months[months.length - 1];
  const moved = (last.columns ?? []).filter(
    ({drifted}, i) => drifted && columns[i].expected === undefined && columns[i].of === "feature"
  ).length;
  const all = columns.filter(({of, expected}) => of === "feature" && expected === undefined).length;
  const refused = refusals(alerts).length;
  const earlier = models.find(({name}) => name === "earlier");
  const known = earlier?.windows.filter(({realised}) => realised) ?? [];
  const newest = known[known.length - 1];
  const weight = formatNumber(last.weighted ?? 0, 2);
  return [
    `By ${monthName(last.month)}, ${formatCount(moved)} of ${formatCount(all)} features have moved from where they were in the training window that begins in ${monthName(reference.from.slice(0, 7))}; weighed by what the model looks at, that is ${weight} standard deviations.`,
    earlier && newest ? cameOut(earlier, newest) : "",
    refused === 0
      ? "No rule of severity “error” is breached."
      : `${formatCount(refused)} ${refused === 1 ? "rule" : "rules"} of severity “error” ${refused === 1 ? "is" : "are"} breached.`
  ]
    .filter(Boolean)
    .join(" ");
}

/** How a model did in the newest month whose outcome is known, beside its test. */
function cameOut(
  {asof, heldOut}: WatchedModel,
  {month, unseen, realised}: WatchedModel["windows"][number]
): string {
  const auc = realised?.rocAuc;
  if (auc?.value == null) return "";
  const three = (figure: number) => formatNumber(figure, 3);
  const interval = auc.interval
    ? ` (95 % interval ${three(auc.interval.low)} to ${three(auc.interval.high)}, ${formatCount(unseen)} customers)`
    : "";
  return `A model trained as of ${monthName(asof.slice(0, 7))} had a ROC-AUC of ${three(auc.value)}${interval} on the customers of ${monthName(month)}, against ${three(heldOut.rocAuc.value ?? NaN)} when it was tested.`;
}

/** What is compared with what. */
export function referenceWords({reference, months, source}: MonitorReport): string {
  const window = months.filter(({columns}) => columns === null).map(({month}) => monthName(month));
  const shop = source === "real" ? "" : " (generated data)";
  return `Compared are the ${formatCount(reference.buyers)} buyers of ${window[0]} to ${window[window.length - 1]}, each as known at the end of their month, with the buyers of every later month, as known at its end${shop}.`;
}

/** How a model's estimates fared, once outcomes were known. */
export function estimateWords({windows}: Pick<WatchedModel, "windows">): string {
  const known = windows.filter(({realised}) => realised);
  if (known.length === 0) return "No outcome is known yet.";
  const within = known.filter(({estimated, realised}) => {
    const {interval} = estimated.rocAuc;
    const value = realised?.rocAuc.value;
    return interval && value != null && value >= interval.low && value <= interval.high;
  });
  return `${formatCount(within.length)} of ${formatCount(known.length)} realised ROC-AUCs lie within the interval that was estimated before the outcome was known.`;
}

/** A share of missing values before and now. */
export const missingWords = (reference: number, current: number): string =>
  `missing ${formatShare(reference)} → ${formatShare(current)}`;
