import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {PurchaseColumns} from "../baskets.js";
import {popularityReason} from "../popularityReason.js";
import type {Recommender} from "../recommender.js";

export interface RecentPopularityOptions {
  items: number;
  /** Days after which a purchase counts half. */
  halfLife: number;
  /** The day from which age is counted: the last among the rows by default. */
  asOf?: number;
  /** The rows that count, all by default. */
  rows?: Uint32Array;
}

/**
 * The same for everyone: items by their purchases, each counting 2^(-age / half-life); a purchase after `asOf` counts
 * as one of that day.
 * @example fitRecentPopularity(columns, {items: 2, halfLife: 30}).value.explain(shopper, 0) => {among: "recent", ...}
 */
export function fitRecentPopularity(
  {item, day}: Pick<PurchaseColumns, "item" | "day">,
  {items, halfLife, asOf, rows = Uint32Array.from(item, (_, row) => row)}: RecentPopularityOptions
): Result<Recommender> {
  if (!(halfLife > 0)) return fail("parameter", `The half-life must be more than 0 days, not ${halfLife}.`);
  if (!rows.length) return fail("empty", "There is no purchase to learn from: choose a later day.");
  const now = asOf ?? rows.reduce((latest, row) => Math.max(latest, day[row]), -Infinity);
  const sums = new Float64Array(items);
  for (const row of rows) sums[item[row]] += 2 ** (-Math.max(0, now - day[row]) / halfLife);
  const counts = Float32Array.from(sums);
  return ok({
    items,
    scores: (_, out) => out.set(counts),
    explain: (_, item) => popularityReason(counts, item, "recent")
  });
}
