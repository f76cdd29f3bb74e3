import {formatMoney, formatCount, formatShare} from "../format.js";
import type {Campaign, CampaignOutcome} from "./campaign.js";
import type {Payoff} from "./payoff.js";
import {breakEvenPrecision} from "./payoff.js";
import type {CampaignWords} from "./words.js";
import {leaving} from "./words.js";

/** What a campaign's figures rest on, a sentence each. */
export function campaignAssumptions(
  {contactCents, wrongFlagCents, saveRate, savedValue}: Campaign,
  {one, aOne, many, sought, others, effect, gain, own}: CampaignWords = leaving
): string[] {
  return [
    `Contacting ${aOne} costs ${formatMoney(contactCents)}${
      wrongFlagCents ? `, and ${formatMoney(wrongFlagCents)} more where that ${one} ${others}` : ""
    }.`,
    `Of the contacted ${sought}, ${formatShare(saveRate)} ${effect}: an assumption that only a campaign with a control group can check, as no past campaign is on record.`,
    `${gain} is worth ${savedValue === "own" ? own : formatMoney(savedValue)}.`,
    `Nothing is won or lost with ${many} that are not contacted.`,
    `What would have come of it is counted on ${many} held out from training, whose outcome is known; the best number of contacts is picked on the same ${many}, so expect a little less.`
  ];
}

/** What a campaign would have brought, in a sentence or two. */
export function campaignAnswer(
  {flagged, rows, caught, precision, profit, ...rest}: CampaignOutcome,
  {many, sought, possible, toAll}: CampaignWords = leaving
): string {
  if (!rows) return "There is nobody to contact.";
  if (!flagged || precision === null) return "With nobody contacted, nothing is spent and nothing is won.";
  const needed =
    rest.breakEvenSaveRate === null
      ? "Nothing could be won from them at any save rate."
      : rest.breakEvenSaveRate > 1
        ? `Not even ${toAll} would pay for it.`
        : `It pays if at least ${formatShare(rest.breakEvenSaveRate)} of those ${possible}.`;
  return `Contacting ${formatCount(flagged)} of ${formatCount(rows)} ${many} reaches ${formatCount(caught)} ${sought} (${formatShare(precision)} of the contacted), costs ${formatMoney(rest.cost)} and wins ${formatMoney(rest.won)}: ${profit < 0 ? "a loss" : "a profit"} of ${formatMoney(Math.abs(profit))}. ${needed}`;
}

/** What a matrix of costs says of where to draw the line, in a sentence. */
export function breakEvenSentence(
  payoff: Payoff,
  meanOwnValue = 0,
  {one, aOne, many, sought}: CampaignWords = leaving
): string {
  const precision = breakEvenPrecision(payoff, meanOwnValue);
  if (precision === null) return `At these costs flagging ${aOne} never pays.`;
  if (precision === 0) return `At these costs flagging every ${one} pays.`;
  return `Flagging pays where at least ${formatShare(precision)} of the flagged are ${many} ${sought}; with calibrated probabilities, that is the threshold.`;
}
