import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {Interval} from "../arms.js";
import {cuped} from "../read/cuped.js";
import {welch} from "../read/means.js";
import {differenceInterval} from "../read/proportionIntervals.js";
import type {SampleRatio} from "../read/sampleRatio.js";
import {sampleRatio} from "../read/sampleRatio.js";
import type {Statistic} from "../read/statistic.js";
import {meanStatistic} from "../read/statistic.js";
import {twoProportions} from "../read/twoProportions.js";
import type {Users} from "../users.js";
import type {Campaign} from "./campaign.js";

/** An effect as a reader who does not know the truth estimates it. */
export interface Estimate {
  difference: number;
  /** Of the difference, of 95 %. */
  interval: Interval;
  standardError: number;
  p: number;
}

/** What an arm's users did, and had done before. */
export interface ArmReading extends Statistic {
  /** Users who converted or spent anything. */
  converted: number;
  /** Mean spend before the campaign, in reais. */
  before: number;
}

/** A campaign read as if nobody knew its effect. */
export interface CampaignReading {
  arms: [ArmReading, ArmReading];
  effect: Estimate;
  /** The same after CUPED, and how much of the variance that takes away; null where the history tells nothing. */
  adjusted: (Estimate & {varianceReduction: number}) | null;
  ratio: SampleRatio;
}

function armReading(users: Required<Pick<Users, "arms" | "arm" | "outcome" | "before">>, arm: number) {
  let [n, sum, sumSquares, converted, before] = [0, 0, 0, 0, 0];
  for (let i = 0; i < users.arm.length; i++) {
    if (users.arm[i] !== arm) continue;
    const value = users.outcome[i];
    n++;
    sum += value;
    sumSquares += value * value;
    before += users.before[i];
    if (value !== 0) converted++;
  }
  const statistic = meanStatistic({name: users.arms[arm], users: n, sum, sumSquares});
  return statistic.ok ? ok<ArmReading>({...statistic.value, converted, before: before / n}) : statistic;
}

const welchEstimate = (control: Statistic, treatment: Statistic): Result<Estimate> => {
  const read = welch(control, treatment);
  if (!read.ok) return read;
  const {estimate: difference, interval, standardError, p} = read.value;
  return ok({difference, interval, standardError, p});
};

function rateEstimate(control: ArmReading, treatment: ArmReading): Result<Estimate> {
  const [a, b] = [control, treatment].map(({name, n, converted}) => ({name, users: n, converted}));
  const tested = twoProportions(a, b);
  if (!tested.ok) return tested;
  const {difference, p} = tested.value;
  const standardError = Math.sqrt(
    [control, treatment].reduce((sum, {n, mean}) => sum + (mean * (1 - mean)) / n, 0)
  );
  return ok({difference, p, standardError, interval: differenceInterval(a, b, "newcombe")});
}

/**
 * Reads a campaign's users: shares by the two-proportion z-test and Newcombe's interval, amounts by Welch's, both once
 * more after CUPED, and first whether the split is as planned. Of 95 %, two-sided.
 * @param share planned for the treatment, between 0 and 1
 * @example readCampaign(drawCampaign(prepared), {outcome: "conversion", share: 0.5}).value.ratio.alarm => false
 */
export function readCampaign(
  users: Required<Pick<Users, "arms" | "arm" | "outcome" | "before">>,
  {outcome, share}: Pick<Campaign, "outcome" | "share">
): Result<CampaignReading> {
  const [control, treatment] = [armReading(users, 0), armReading(users, 1)];
  if (!control.ok) return control;
  if (!treatment.ok) return treatment;
  const arms: [ArmReading, ArmReading] = [control.value, treatment.value];
  const ratio = sampleRatio(
    arms.map(({n}) => n),
    [1 - share, share]
  );
  if (!ratio.ok) return ratio;
  const effect = outcome === "conversion" ? rateEstimate(...arms) : welchEstimate(...arms);
  if (!effect.ok)
    return fail(
      effect.code,
      `${effect.message} A larger population or a higher baseline gives something to see.`
    );
  const lessened = cuped(users.outcome, users.before);
  const estimate = lessened.ok ? adjustedEstimate({...users, outcome: lessened.value.adjusted}) : lessened;
  return ok({
    arms,
    effect: effect.value,
    adjusted:
      lessened.ok && estimate.ok
        ? {...estimate.value, varianceReduction: lessened.value.varianceReduction}
        : null,
    ratio: ratio.value
  });
}

function adjustedEstimate(
  users: Required<Pick<Users, "arms" | "arm" | "outcome" | "before">>
): Result<Estimate> {
  const [control, treatment] = [armReading(users, 0), armReading(users, 1)];
  if (!control.ok) return control;
  return treatment.ok ? welchEstimate(control.value, treatment.value) : treatment;
}
