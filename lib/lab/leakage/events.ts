import {momentOf} from "../../features/moment.js";
import type {Question} from "../../pipeline/question.js";
import type {Lab} from "../lab.js";

/** What the files know that nobody knew on a day. */
export interface EventsAround {
  /** ISO day. */
  asof: string;
  /** Valid orders placed before the day. */
  orders: number;
  /** Of these, those approved, delivered or reviewed on the day or later. */
  approved: number;
  delivered: number;
  reviewed: number;
  /** Orders placed on the day or later. */
  later: number;
  /** Orders placed before the day that do not count because of how they ended, which may be a look ahead. */
  voided: number;
}

/** The SQL of {@link eventsAround}. */
export function eventsSql({asof, horizon, strict}: Pick<Question, "asof" | "horizon" | "strict">): string {
  const moment = momentOf({cutoff: `${asof}T00:00:00`, horizon, strict});
  const {now} = moment;
  return `with known as (select order_key, approved_at, delivered_at from orders where ${moment.valid(now)})
select (select count(*) from known) as orders,
  (select count(*) from known where approved_at >= ${now}) as approved,
  (select count(*) from known where delivered_at >= ${now}) as delivered,
  (select count(distinct r.order_key) from reviews r join known k on k.order_key = r.order_key where r.answered_at >= ${now}) as reviewed,
  (select count(*) from orders where purchased_at >= ${now}) as later,
  (select count(*) from orders where purchased_at < ${now}) - (select count(*) from known) as voided`;
}

/** Counts what happened after a question's day and must not be known on it. */
export async function eventsAround(lab: Lab, question: Question): Promise<EventsAround> {
  const counts = await lab.columns(eventsSql(question));
  const count = (name: string) => Number(counts[name][0]);
  return {
    asof: question.asof,
    orders: count("orders"),
    approved: count("approved"),
    delivered: count("delivered"),
    reviewed: count("reviewed"),
    later: count("later"),
    voided: count("voided")
  };
}
