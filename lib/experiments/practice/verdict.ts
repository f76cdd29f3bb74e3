import {formatCount, formatNumber, formatShare} from "../../format.js";
import {intervalText, pText} from "../read/words.js";
import type {Campaign, Planted} from "./campaign.js";
import type {CampaignReading} from "./readCampaign.js";
import {holds, powerAt} from "./repeatCampaign.js";
import {effectText} from "./words.js";

/** What became of a planted effect: found, missed, taken for its opposite; or nothing was planted and nothing or something seen. */
export type Verdict = "found" | "missed" | "wrong sign" | "rightly nothing" | "false alarm";

/** What the estimate makes of the truth. */
export interface Judged {
  verdict: Verdict;
  /** Whether the interval holds the planted effect. */
  covers: boolean;
  /** The chance that such a campaign finds it, by its size over the standard error. */
  power: number;
  /** The answer, in a sentence; and why it came so. */
  answer: string;
  why: string;
}

/** What became of the planted effect at .05, two-sided. @example verdictOf({difference: 1, p: 0.2}, 1) => "missed" */
export function verdictOf({difference, p}: {difference: number; p: number}, planted: number): Verdict {
  if (planted === 0) return p < 0.05 ? "false alarm" : "rightly nothing";
  if (p >= 0.05) return "missed";
  return Math.sign(difference) === Math.sign(planted) ? "found" : "wrong sign";
}

const verdicts: Record<Verdict, string> = {
  found: "The planted effect is found",
  missed: "The planted effect is missed",
  "wrong sign": "The planted effect is taken for its opposite",
  "rightly nothing": "Nothing was planted and nothing is found",
  "false alarm": "Nothing was planted, and yet an effect is “found”"
};

/**
 * Holds an estimate against the truth, in sentences.
 * @example judge(reading, planted, {assignment: "random", lost: 0}).verdict => "found"
 */
export function judge(
  {effect, arms}: CampaignReading,
  planted: Planted,
  {assignment, lost}: Pick<Campaign, "assignment" | "lost">
): Judged {
  const {outcome, difference: truth} = planted;
  const verdict = verdictOf(effect, truth);
  const covers = holds(effect.interval, truth);
  const errors = truth / effect.standardError;
  const power = powerAt(errors);
  const text = (value: number) => effectText(value, outcome);
  const fair = assignment === "random" && lost === 0;
  const head = fair
    ? verdicts[verdict]
    : `Nothing can be concluded, as ${assignment === "best" ? "the arms are different people" : "treated users were lost"}`;
  const answer = `${head}: ${truth === 0 ? "no effect" : text(truth)} was planted, ${text(effect.difference)} is estimated (95 % interval ${intervalText(effect.interval, text)}, p ${pText(effect.p)}), and the interval ${covers ? "holds" : "does not hold"} the truth.`;
  const [control, treatment] = arms.map(({n}) => formatCount(n));
  const size = `With ${control} and ${treatment} users the estimate errs by ${text(effect.standardError).replace(/^\+/, "")} or so (its standard error)`;
  return {
    verdict,
    covers,
    power,
    answer,
    why: fair ? `${size}${whyFair(verdict, errors, power)}` : whyUnfair()
  };

  function whyUnfair(): string {
    const off = text(effect.difference - truth);
    return assignment === "best"
      ? `The treated are the best customers, who would have done better untreated too: the estimate is off by ${off}, and no number of users mends that.`
      : `Treated users were lost, light buyers before heavy ones, so that those who are left would have done better untreated too: the estimate is off by ${off}, part chance, part the loss.`;
  }
}

function whyFair(verdict: Verdict, errors: number, power: number): string {
  if (verdict === "rightly nothing") return "; of 100 campaigns without any effect about 95 end like this.";
  if (verdict === "false alarm")
    return "; of 100 campaigns without any effect about 5 end like this: chance did it.";
  const chance = `; the planted effect is ${formatNumber(Math.abs(errors), 1)} of these, which ${formatShare(power, 0)} of such campaigns find`;
  if (verdict === "found")
    return power < 0.5 ? `${chance}: this one was lucky, and likely shows too much.` : `${chance}.`;
  return power < 0.8
    ? `${chance}: too few users for so small an effect.`
    : `${chance}: this one was unlucky.`;
}
