import {formatBrl, formatCount, formatShare} from "../format.js";
import type {Campaign, CampaignOutcome} from "./campaign.js";
import type {Payoff} from "./payoff.js";
import {breakEvenPrecision} from "./payoff.js";

/** What a campaign's figures rest on, a sentence each. */
export function campaignAssumptions({
  contactCents,
  wrongFlagCents,
  saveRate,
  savedValue
}: Campaign): string[] {
  const worth =
    savedValue === "own"
      ? "A customer who is kept is worth what that customer has brought before."
      : `A customer who is kept is worth ${formatBrl(savedValue)}.`;
  return [
    `Contacting a customer costs ${formatBrl(contactCents)}${
      wrongFlagCents
        ? `, and ${formatBrl(wrongFlagCents)} more where that customer would have stayed anyway`
        : ""
    }.`,
    `Of the contacted who would have left, ${formatShare(saveRate)} stay because of it: an assumption that only a campaign with a control group can check, as no past campaign is on record.`,
    worth,
    "Nothing is won or lost with customers who are not contacted.",
    "What would have come of it is counted on customers held out from training, whose outcome is known; the best number of contacts is picked on the same customers, so expect a little less."
  ];
}

/** What a campaign would have brought, in a sentence or two. */
export function campaignAnswer({flagged, rows, caught, precision, profit, ...rest}: CampaignOutcome): string {
  if (!rows) return "There is nobody to contact.";
  if (!flagged || precision === null) return "With nobody contacted, nothing is spent and nothing is won.";
  const needed =
    rest.breakEvenSaveRate === null
      ? "Nothing could be won from them at any save rate."
      : rest.breakEvenSaveRate > 1
        ? "Not even keeping all of them would pay for it."
        : `It pays if at least ${formatShare(rest.breakEvenSaveRate)} of those can be kept.`;
  return `Contacting ${formatCount(flagged)} of ${formatCount(rows)} customers reaches ${formatCount(caught)} who would have left (${formatShare(precision)} of the contacted), costs ${formatBrl(rest.cost)} and wins ${formatBrl(rest.won)}: ${profit < 0 ? "a loss" : "a profit"} of ${formatBrl(Math.abs(profit))}. ${needed}`;
}

/** What a matrix of costs says of where to draw the line, in a sentence. */
export function breakEvenSentence(payoff: Payoff, meanOwnValue = 0): string {
  const precision = breakEvenPrecision(payoff, meanOwnValue);
  if (precision === null) return "At these costs flagging a customer never pays.";
  if (precision === 0) return "At these costs flagging every customer pays.";
  return `Flagging pays where at least ${formatShare(precision)} of the flagged would have left; with calibrated probabilities, that is the threshold.`;
}
