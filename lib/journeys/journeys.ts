import type {Coded} from "../retention/purchases.js";
import {dayOf} from "../days.js";
import {coded} from "../retention/purchases.js";

/** Orders in columns, with their way to the customer and their latest review; NaN where something is missing. */
export interface Journeys {
  /** Day of purchase, in days since 1 January 1970. */
  day: Int32Array;
  status: Coded;
  state: Coded;
  category: Coded;
  /** Of the largest price; 0 without lines. */
  seller: Int32Array;
  sellerState: Coded;
  /** Minutes from purchase to approval. */
  approval: Float64Array;
  /** Minutes from approval to the carrier. */
  handover: Float64Array;
  /** Minutes from the carrier to the customer. */
  transit: Float64Array;
  /** Calendar days from purchase to the promised day. */
  promised: Float64Array;
  /** Calendar days from purchase to delivery. */
  delivery: Float64Array;
  /** 1 where it came after the promised day; NaN unless delivered with a date. */
  late: Float64Array;
  /** 1 where it was handed over after the shipping limit. */
  handedLate: Float64Array;
  reviews: Float64Array;
  /** Score of the latest review, 1 to 5. */
  score: Float64Array;
  /** Calendar days from purchase to that review's survey. */
  survey: Float64Array;
  /** Hours from the day of that survey to its answer. */
  answer: Float64Array;
  /** 1 where that review has a text. */
  hasText: Float64Array;
}

/** What stands for a seller's state where an order has no lines. */
export const noSeller = "(none)";

const numbers = (values: readonly unknown[]) =>
  Float64Array.from(values, (value) => (value == null ? NaN : Number(value)));

/** The rows of the mart `journeys` in columns. */
export const journeysOf = (columns: Readonly<Record<string, readonly unknown[]>>): Journeys => ({
  day: Int32Array.from(columns.day as Date[], dayOf),
  status: coded(columns.status as string[]),
  state: coded(columns.state as string[]),
  category: coded(columns.category as string[]),
  seller: Int32Array.from(columns.seller_key as (number | null)[], (key) => key ?? 0),
  sellerState: coded((columns.seller_state as (string | null)[]).map((state) => state ?? noSeller)),
  approval: numbers(columns.approval_minutes),
  handover: numbers(columns.handover_minutes),
  transit: numbers(columns.transit_minutes),
  promised: numbers(columns.promised_days),
  delivery: numbers(columns.delivery_days),
  late: numbers(columns.late),
  handedLate: numbers(columns.handed_late),
  reviews: numbers(columns.reviews),
  score: numbers(columns.score),
  survey: numbers(columns.survey_days),
  answer: numbers(columns.answer_hours),
  hasText: numbers(columns.has_text)
});
