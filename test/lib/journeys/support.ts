import type {Journeys} from "../../../lib/journeys/journeys.js";
import {journeysOf} from "../../../lib/journeys/journeys.js";

/** An order of a made-up shop, with its stages in minutes. */
export interface MadeOrder {
  day: string;
  status?: string;
  state?: string;
  category?: string;
  seller?: number | null;
  stages?: readonly [number | null, number | null, number | null];
  promised?: number | null;
  delivery?: number | null;
  handedLate?: boolean | null;
  reviews?: number;
  score?: number | null;
  survey?: number | null;
  answer?: number | null;
  text?: boolean;
}

/** Made-up orders in columns, as the table has them. */
export function journeysFrom(orders: readonly MadeOrder[]): Journeys {
  const rows = orders.map((order) => {
    const {status = "delivered", seller = 1, delivery = 5, promised = 10, score = null} = order;
    const [approval, handover, transit] = order.stages ?? [60, 1440, 4320];
    return {
      ...{day: new Date(order.day), status, state: order.state ?? "SP", category: order.category ?? "Toys"},
      ...{seller_key: seller, seller_state: seller === null ? null : "SP"},
      ...{approval_minutes: approval, handover_minutes: handover, transit_minutes: transit},
      ...{promised_days: promised, delivery_days: delivery},
      late: status === "delivered" && delivery !== null && promised !== null ? delivery > promised : null,
      handed_late: order.handedLate ?? false,
      ...{reviews: order.reviews ?? (score === null ? 0 : 1), score},
      survey_days: order.survey ?? (score === null ? null : 7),
      answer_hours: order.answer === undefined ? (score === null ? null : 30) : order.answer,
      has_text: score === null ? null : (order.text ?? false)
    };
  });
  const columns: Record<string, unknown[]> = {};
  for (const row of rows) for (const [name, value] of Object.entries(row)) (columns[name] ??= []).push(value);
  return journeysOf(columns);
}

/** What the real files' manifest says of their time. */
export const realSpan = {
  first_purchase: "2016-09-04T21:15:19",
  last_purchase: "2018-10-17T17:30:18",
  cutoff: "2018-08-30T00:00:00"
};

/** An answer's value; fails the test where there is none. */
export function valueOf<T>(result: {ok: true; value: T} | {ok: false; message: string}): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}
