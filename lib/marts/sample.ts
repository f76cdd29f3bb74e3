import {quote} from "../sql/expressions.js";

/** A share of a shop's customers, whom the marts with a row per customer, order or line are kept to. */
export interface CustomerSample {
  /** Whose hash decides: another one for each whole number. */
  seed: number;
  /** Share of the customers that was asked for. */
  share: number;
  /** All customers, and those in the sample. */
  customers: number;
  kept: number;
}

/**
 * Marts whose rows grow with the customers and the key that tells whose each row is. All others stay whole: sums and
 * counts; `repeat_orders`, without which `daily` could not count people; `journeys`, whose rows name no customer; and
 * what grows with the range of goods.
 */
export const sampledMarts: Readonly<Record<string, "customer_key" | "order_key">> = {
  orders: "customer_key",
  items: "order_key",
  payments: "order_key",
  customers: "customer_key",
  reviews: "order_key",
  review_texts: "order_key",
  order_ids: "order_key",
  customer_ids: "customer_key",
  purchases: "customer_key",
  baskets: "customer_key",
  segments: "customer_key",
  lateness: "order_key"
};

const buckets = 0x1_0000_0000;

/**
 * Whether a customer, by the id in the files, is in a sample: the first 32 bits of an MD5 of seed and id lie below the
 * share. The same text, and the same customers, in DuckDB and in Spark, whatever else a shop holds.
 * @example inSampleSql("id", {share: 0.5, seed: 1}) => "substr(md5(concat('1:', id)), 1, 8) < '80000000'"
 */
export function inSampleSql(id: string, {share, seed}: {share: number; seed: number}): string {
  if (!(share > 0 && share < 1)) throw new RangeError(`not a share between 0 and 1: ${share}`);
  const bound = Math.min(buckets - 1, Math.round(share * buckets));
  return `substr(md5(concat(${quote(`${seed}:`)}, ${id})), 1, 8) < ${quote(bound.toString(16).padStart(8, "0"))}`;
}
