import type {Campaign, CampaignOutcome} from "../decide/campaign.js";
import {bestCampaign, campaignOutcome, campaignPayoff} from "../decide/campaign.js";
import {bandAt} from "../decide/bandAt.js";
import type {Cut} from "../decide/cuts.js";
import {bestCut, cutAt} from "../decide/cuts.js";
import type {Payoff} from "../decide/payoff.js";
import type {ProfitPoint} from "../decide/profitCurve.js";
import {profitCurve} from "../decide/profitCurve.js";
import type {StateValues} from "../state/parameter.js";
import type {DecisionView} from "./decide.js";
import type {decisionParameters} from "./decisionParameters.js";
import {campaignOf} from "./decisionParameters.js";

type Assumed = Omit<StateValues<typeof decisionParameters>, "target">;

/** What the reader's assumptions make of the held-out rows; where scaled, every count and sum stands for everybody. */
export interface DecisionNow {
  view: DecisionView;
  campaign: Campaign;
  payoff: Payoff;
  scaled: boolean;
  /** What counts and sums were multiplied by: 1 unless scaled. */
  factor: number;
  rows: number;
  /** Contacts that were asked for, no more than there are rows. */
  capacity: number;
  /** At the capacity, at its best within and without the capacity, and with everybody contacted. */
  chosen: CampaignOutcome;
  within: CampaignOutcome;
  best: CampaignOutcome;
  everybody: CampaignOutcome;
  band: {low: number; high: number} | null;
  curve: ProfitPoint[];
  thresholdCurve: ProfitPoint[];
  /** At the threshold, and at the best one. */
  cut: Cut;
  bestCut: Cut;
}

/** Works out everything that depends on the assumptions: milliseconds, so that all of it moves with the inputs. */
export function decisionNow(view: DecisionView, assumed: Assumed): DecisionNow {
  const {decision, byRows, byThreshold} = view;
  const {rows} = decision;
  const factor = assumed.scaled ? view.scale : 1;
  const campaign = campaignOf({...assumed, worthBy: view.ownValues ? assumed.worthBy : "constant"});
  const payoff = campaignPayoff(campaign);
  const contacts = Math.min(rows, assumed.capacity / factor);
  const points = profitCurve(byRows, payoff);
  const band = bandAt(points, contacts);
  const at = (found: CampaignOutcome) => times(found, factor);
  return {
    view,
    campaign,
    payoff,
    scaled: assumed.scaled,
    factor,
    rows: Math.round(rows * factor),
    capacity: Math.round(contacts * factor),
    chosen: at(campaignOutcome(decision, campaign, contacts)),
    within: at(bestCampaign(decision, campaign, contacts)),
    best: at(bestCampaign(decision, campaign, rows)),
    everybody: at(campaignOutcome(decision, campaign, rows)),
    band: band && {low: band.low * factor, high: band.high * factor},
    curve: points.map((point) => times(point, factor)),
    thresholdCurve: profitCurve(byThreshold, payoff).map((point) => times(point, factor)),
    cut: times(cutAt(decision, payoff, assumed.threshold), factor),
    bestCut: times(bestCut(decision, payoff), factor)
  };
}

const counts = new Set([
  ...["rows", "positives", "flagged", "caught", "caughtValue", "saved"],
  ...["cost", "won", "profit", "low", "high"]
]);

/** Counts and sums times a factor; shares, rates and thresholds stay. */
const times = <T extends object>(found: T, factor: number): T =>
  Object.fromEntries(
    Object.entries(found).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === "number" && counts.has(key) ? value * factor : value
    ])
  ) as T;
