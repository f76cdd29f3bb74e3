import type {Progress} from "../../driven.js";
import {normalCdf, normalQuantile} from "../../distributions/normal.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {Interval} from "../arms.js";
import type {PreparedCampaign} from "./campaign.js";
import {drawCampaign} from "./drawCampaign.js";
import type {CampaignReading, Estimate} from "./readCampaign.js";
import {readCampaign} from "./readCampaign.js";

/** One of many draws of a campaign, as read. */
export interface RepeatedCampaign {
  number: number;
  difference: number;
  low: number;
  high: number;
  p: number;
  /** Whether the interval holds the planted effect. */
  covers: boolean;
  /** Whether the split raised its alarm. */
  alarm: boolean;
}

/** What many draws of a campaign say of a way to read it. */
export interface RepeatSummary {
  campaigns: number;
  /** Share with p below .05 and the planted effect's sign (any sign where none is planted): the power realised. */
  found: number;
  /** Share of intervals that hold the planted effect. */
  covered: number;
  /** Mean of the estimates. */
  mean: number;
  /** Mean size of the estimates with p below .05, over the planted size; null without any, or where none is planted. */
  exaggeration: number | null;
  /** Campaigns with p below .05 and the wrong sign. */
  wrongSign: number;
  /** Campaigns whose split raised an alarm. */
  alarms: number;
}

export interface Repeats {
  campaigns: RepeatedCampaign[];
  plain: RepeatSummary;
  adjusted: RepeatSummary | null;
  /** Draws in which nothing could be read. */
  unread: number;
}

const significant = 0.05;

/** Whether an interval holds a value. @example holds({low: 0, high: 1}, 0.5) => true */
export const holds = ({low, high}: Interval, value: number): boolean =>
  (low === null || low <= value) && (high === null || value <= high);

/**
 * Draws a campaign many times over, a new lot each time, and reads each draw as if nobody knew. Yields the share done
 * after each; draw 0 is the reader's own.
 * @example finish(repeatCampaign(prepared, 200)).value.plain.campaigns => 200
 */
export function* repeatCampaign(
  prepared: PreparedCampaign,
  times: number
): Generator<Progress, Result<Repeats>> {
  const readings: {number: number; reading: CampaignReading}[] = [];
  for (let number = 0; number < times; number++) {
    const reading = readCampaign(drawCampaign(prepared, 0, number), prepared.campaign);
    if (reading.ok) readings.push({number, reading: reading.value});
    yield {share: (number + 1) / times};
  }
  if (readings.length === 0)
    return fail("unread", "In none of these campaigns could an effect be read: choose a larger population.");
  const truth = prepared.planted.difference;
  const plain = readings.map(({number, reading}) =>
    repeated(number, reading.effect, reading.ratio.alarm, truth)
  );
  const adjusted = readings.flatMap(({number, reading}) =>
    reading.adjusted ? [repeated(number, reading.adjusted, reading.ratio.alarm, truth)] : []
  );
  return ok({
    campaigns: plain,
    plain: summary(plain, truth),
    adjusted: adjusted.length > 0 ? summary(adjusted, truth) : null,
    unread: times - readings.length
  });
}

const repeated = (number: number, {difference, interval, p}: Estimate, alarm: boolean, truth: number) => ({
  number,
  difference,
  low: interval.low ?? difference,
  high: interval.high ?? difference,
  p,
  covers: holds(interval, truth),
  alarm
});

function summary(campaigns: readonly RepeatedCampaign[], truth: number): RepeatSummary {
  const count = campaigns.length;
  const clear = campaigns.filter(({p}) => p < significant);
  const right = clear.filter(({difference}) => truth === 0 || Math.sign(difference) === Math.sign(truth));
  const share = (some: number) => some / count;
  return {
    campaigns: count,
    found: share(right.length),
    covered: share(campaigns.filter(({covers}) => covers).length),
    mean: campaigns.reduce((sum, {difference}) => sum + difference / count, 0),
    exaggeration:
      clear.length > 0 && truth !== 0
        ? clear.reduce((sum, {difference}) => sum + Math.abs(difference) / clear.length, 0) / Math.abs(truth)
        : null,
    wrongSign: clear.length - right.length,
    alarms: campaigns.filter(({alarm}) => alarm).length
  };
}

/**
 * The chance that a two-sided test at .05 finds an effect of so many standard errors with its right sign; without an
 * effect, that it finds anything.
 * @example powerAt(0) => 0.05
 */
export function powerAt(standardErrors: number): number {
  const size = Math.abs(standardErrors);
  const critical = normalQuantile(1 - significant / 2);
  return normalCdf(size - critical) + (size === 0 ? normalCdf(-critical) : 0);
}
