import {choice, flag, integer, month, real, text} from "../state/parameters.js";
import type {StateValues} from "../state/parameter.js";
import type {Span} from "../state/shared.js";
import {sharedParameters} from "../state/shared.js";

/** What stages are compared by. */
export const stageGroupings = ["state", "sellerState", "month", "category", "seller"] as const;
export type StageGrouping = (typeof stageGroupings)[number];

/**
 * Orders bought less than this many days before the data end are too recent: of these the fast ones alone have been
 * seen to arrive. About one delivery in a hundred takes longer.
 */
export const ripeDays = 45;

/** The part of the data's time that promises are learnt from, where the reader does not say. */
const learntPart = 2 / 3;

/** The month that lies `part` of the way between two ISO times. */
const monthBetween = (from: string, to: string, part: number) => {
  const [start, end] = [from, to].map((time) => Date.parse(`${time.slice(0, 10)}T00:00:00Z`));
  return new Date(start + part * (end - start)).toISOString().slice(0, 7);
};

/** What a reader chooses on the page Delivery operations, as it stands in the address. */
export function deliveryParameters(span: Span) {
  const {from, to, state} = sharedParameters(span);
  const {first_purchase, last_purchase, cutoff} = span;
  return {
    ...{from, to, state},
    category: text("all", {max: 80}),
    lost: flag(false),
    days: integer(21, {min: 1, max: ripeDays}),
    target: real(0.95, {min: 0.5, max: 0.99}),
    learn: month(monthBetween(first_purchase, cutoff, learntPart), {
      min: first_purchase.slice(0, 7),
      max: last_purchase.slice(0, 7)
    }),
    by: choice("state", stageGroupings),
    least: integer(50, {min: 10, max: 5000})
  };
}

export type DeliveryChoice = StateValues<ReturnType<typeof deliveryParameters>>;
