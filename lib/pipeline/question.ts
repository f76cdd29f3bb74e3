import {isoDay, midnightOf, millisecondsPerDay} from "../days.js";

/** What is to be predicted. */
export const labelNames = ["forward", "recency", "rule", "late"] as const;
export type LabelName = (typeof labelNames)[number];

/** Which columns a model may look at; "all" is every feature, "safe" those that do not give a label by date away. */
export const presetNames = ["all", "safe"] as const;
export type PresetName = (typeof presetNames)[number];

/** A question to learn an answer to. */
export interface Question {
  label: LabelName;
  preset: PresetName;
  /** ISO day; only what happened before it is known. */
  asof: string;
  /** How far "forward" looks ahead, in days. */
  horizon: number;
  /** The recency label's cut, in days. */
  days: number;
  /** Whether an order counts from its approval on, not by its final status. */
  strict: boolean;
  /** Names of features to keep of the preset; all when empty. */
  only: readonly string[];
  /** Conditions on the orders that make somebody one of the customers asked about; everybody where there are none. */
  population?: string;
}

/**
 * The latest day that a label can be asked at: the first of a month whose horizon still ends within the data for
 * "forward", else the end of the data.
 * @param end ISO time of the end of the data, exclusive
 * @example latestAsof("forward", 180, "2018-08-30T00:00:00") => "2018-03-01"
 * @example latestAsof("rule", 180, "2018-08-30T00:00:00") => "2018-08-30"
 */
export function latestAsof(label: LabelName, horizon: number, end: string): string {
  const last = midnightOf(end).getTime();
  if (label !== "forward") return isoDay(last);
  return `${isoDay(last - horizon * millisecondsPerDay).slice(0, 7)}-01`;
}

/**
 * Days to ask the question at, one after the other, each so late that what the one before predicted is known by then.
 * @example asofSeries({end: "2018-08-30", start: "2017-01-01", horizon: 180, step: 3}) => ["2017-09-01", "2017-12-01", "2018-03-01"]
 */
export function asofSeries({
  start,
  end,
  horizon,
  step
}: {
  start: string;
  end: string;
  horizon: number;
  /** Months between two days. */
  step: number;
}): string[] {
  const days: string[] = [];
  const first = midnightOf(start).getTime() + horizon * millisecondsPerDay;
  const latest = midnightOf(latestAsof("forward", horizon, end));
  for (let back = 0; ; back += step) {
    const day = Date.UTC(latest.getUTCFullYear(), latest.getUTCMonth() - back, 1);
    if (day < first) return days.reverse();
    days.push(isoDay(day));
  }
}
