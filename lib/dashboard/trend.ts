import type {DailyRow} from "./cube.js";

export const grains = ["day", "week", "month"] as const;
export type Grain = (typeof grains)[number];

export interface TrendPoint {
  /** First day of the bucket; weeks start on Monday. */
  date: Date;
  /** Cents of delivered orders' items. */
  revenue_cents: number;
  orders: number;
  deliveredOrders: number;
  dated: number;
  lateShare: number | null;
  reviews: number;
  reviewScore: number | null;
}

/** The first day of the bucket that a day falls into, in UTC. @example bucketStart(new Date("2017-11-24"), "week") => 2017-11-20T00:00:00.000Z */
export function bucketStart(day: Date, grain: Grain): Date {
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()];
  switch (grain) {
    case "day":
      return new Date(Date.UTC(year, month, date));
    case "week":
      return new Date(Date.UTC(year, month, date - ((day.getUTCDay() + 6) % 7)));
    case "month":
      return new Date(Date.UTC(year, month, 1));
  }
}

/** Revenue, orders, late share and review score over time, a point per bucket that has orders, oldest first. */
export function trend(rows: readonly DailyRow[], grain: Grain): TrendPoint[] {
  const buckets = new Map<number, TrendPoint & {late: number; scores: number}>();
  for (const row of rows) {
    const date = bucketStart(row.day, grain);
    const bucket = buckets.get(+date) ?? {
      ...{date, revenue_cents: 0, orders: 0, deliveredOrders: 0, dated: 0, late: 0, lateShare: null},
      ...{reviews: 0, scores: 0, reviewScore: null}
    };
    buckets.set(+date, bucket);
    bucket.orders += row.orders;
    bucket.reviews += row.reviews;
    bucket.scores += row.score_sum;
    if (row.status !== "delivered") continue;
    bucket.deliveredOrders += row.orders;
    bucket.revenue_cents += row.price_cents;
    bucket.dated += row.delivered;
    bucket.late += row.late;
  }
  return [...buckets.values()]
    .sort((a, b) => +a.date - +b.date)
    .map(({late, scores, ...point}) => ({
      ...point,
      lateShare: point.dated > 0 ? late / point.dated : null,
      reviewScore: point.reviews > 0 ? scores / point.reviews : null
    }));
}
