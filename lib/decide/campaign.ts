import type {Cut} from "./cuts.js";
import {profits, topCut} from "./cuts.js";
import type {Payoff} from "./payoff.js";
import {breakEvenPrecision} from "./payoff.js";
import type {Decision} from "./prepareDecision.js";

/** What is assumed about a campaign that contacts customers to keep them. */
export interface Campaign {
  /** Of every customer contacted, in cents. */
  contactCents: number;
  /** Further cost of contacting one who would have stayed anyway (a discount given away), in cents. */
  wrongFlagCents: number;
  /** Of the contacted who would have left, the share that stays because of it. */
  saveRate: number;
  /** What a customer who is kept is worth, in cents; "own" takes each one's own value. */
  savedValue: number | "own";
}

/** What comes of contacting the k customers with the highest scores. */
export interface CampaignOutcome extends Cut {
  /** Customers kept who would have left. */
  saved: number;
  /** In cents, as is `won`; profit is `won` less `cost`. */
  cost: number;
  won: number;
  /** Share of the contacted who would have left; `null` where nobody is contacted. */
  precision: number | null;
  /** The precision from which contacting pays; 0 where it always does, `null` where it never does. */
  breakEvenPrecision: number | null;
  /** The save rate from which this number of contacts pays; `null` where nothing could be won. May be above 1. */
  breakEvenSaveRate: number | null;
}

/**
 * A campaign as a payoff: nothing is done about those who are not contacted.
 * @example campaignPayoff({contactCents: 200, wrongFlagCents: 50, saveRate: 0.1, savedValue: 16000}).truePositive => 1400
 */
export function campaignPayoff({contactCents, wrongFlagCents, saveRate, savedValue}: Campaign): Payoff {
  return {
    truePositive: (savedValue === "own" ? 0 : saveRate * savedValue) - contactCents,
    falsePositive: -contactCents - wrongFlagCents,
    falseNegative: 0,
    trueNegative: 0,
    ownValueShare: savedValue === "own" ? saveRate : 0
  };
}

/**
 * What contacting the k customers with the highest scores would have brought.
 * @param capacity k; more than there are customers means all of them
 * @example campaignOutcome(prepareDecision([1, 0], [0.9, 0.4]), {contactCents: 100, wrongFlagCents: 0, saveRate: 0.5, savedValue: 1000}, 1).profit => 400
 */
export function campaignOutcome(decision: Decision, campaign: Campaign, capacity: number): CampaignOutcome {
  const payoff = campaignPayoff(campaign);
  const cut = topCut(decision, payoff, capacity);
  const {contactCents, wrongFlagCents, saveRate, savedValue} = campaign;
  const atStake = savedValue === "own" ? cut.caughtValue : cut.caught * savedValue;
  const cost = contactCents * cut.flagged + wrongFlagCents * (cut.flagged - cut.caught);
  const meanValue = decision.positives ? decision.positiveValue / decision.positives : 0;
  return {
    ...cut,
    saved: saveRate * cut.caught,
    cost,
    won: saveRate * atStake,
    precision: cut.flagged ? cut.caught / cut.flagged : null,
    breakEvenPrecision: breakEvenPrecision(payoff, meanValue),
    breakEvenSaveRate: atStake > 0 ? Math.max(0, cost / atStake) : null
  };
}

/** The number of contacts that would have brought most within a capacity; of several, the fewest. */
export function bestCampaign(decision: Decision, campaign: Campaign, capacity: number): CampaignOutcome {
  const found = profits(decision, campaignPayoff(campaign));
  let best = 0;
  for (let i = 1; i < found.length && decision.flagged[i - 1] <= capacity; i++)
    if (found[i] > found[best]) best = i;
  const within = campaignOutcome(decision, campaign, best ? decision.flagged[best - 1] : 0);
  const full = campaignOutcome(decision, campaign, capacity);
  return full.profit > within.profit ? full : within;
}
