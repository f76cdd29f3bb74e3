import type {QuantileEstimate} from "../metrics/quantileInterval.js";
import {quantileInterval} from "../metrics/quantileInterval.js";
import {quantile} from "../metrics/quantile.js";
import type {DeliveryView} from "./deliveryView.js";

/** The parts of an order's way, in their order. */
export const stageNames = ["approval", "handover", "transit"] as const;
export type StageName = (typeof stageNames)[number];

/** Delivered orders whose every stage is known and takes no less than no time, and the others by reason. */
export interface StagedOrders {
  rows: Int32Array;
  /** One of the four times is missing. */
  missing: number;
  /** Approved before the purchase. */
  approvedBefore: number;
  /** Handed to the carrier before the approval. */
  handedBefore: number;
  /** Delivered before the carrier had it. */
  deliveredBefore: number;
}

/** Parts the delivered orders into those whose stages count and those that are left out, each for its first reason. */
export function stagedOrders({journeys, delivered}: DeliveryView): StagedOrders {
  const {approval, handover, transit} = journeys;
  const out = {missing: 0, approvedBefore: 0, handedBefore: 0, deliveredBefore: 0};
  const rows = delivered.filter((row) => {
    const [first, second, third] = [approval[row], handover[row], transit[row]];
    if (Number.isNaN(first + second + third)) out.missing++;
    else if (first < 0) out.approvedBefore++;
    else if (second < 0) out.handedBefore++;
    else if (third < 0) out.deliveredBefore++;
    else return true;
    return false;
  });
  return {rows, ...out};
}

const minutesPerDay = 1440;

/** How long a stage takes, in days. */
export interface StageTimes {
  stage: StageName;
  mean: number;
  /** Of the mean time from purchase to delivery. */
  share: number;
  quarter: number;
  median: QuantileEstimate | null;
  threeQuarters: number;
  ninety: number;
  /** In ascending order. */
  values: Float64Array;
}

/** Times of each stage, in the order of the stages. */
export function stageTimes({journeys}: DeliveryView, {rows}: StagedOrders): StageTimes[] {
  const stages = stageNames.map((stage) => {
    const values = Float64Array.from(rows, (row) => journeys[stage][row] / minutesPerDay).sort();
    return {stage, values, mean: values.reduce((sum, value) => sum + value, 0) / values.length};
  });
  const total = stages.reduce((sum, {mean}) => sum + mean, 0);
  return stages.map((one) => ({
    ...{...one, share: one.mean / total},
    quarter: quantile(one.values, 0.25),
    median: quantileInterval(one.values, 0.5),
    threeQuarters: quantile(one.values, 0.75),
    ninety: quantile(one.values, 0.9)
  }));
}

/**
 * The share of ascending values that are at most each of some levels.
 * @example sharesAtMost([1, 2, 3, 4], [0, 2]) => [0, 0.5]
 */
export function sharesAtMost(ascending: ArrayLike<number>, levels: readonly number[]): number[] {
  let seen = 0;
  return levels.map((level) => {
    while (seen < ascending.length && ascending[seen] <= level) seen++;
    return ascending.length > 0 ? seen / ascending.length : NaN;
  });
}
