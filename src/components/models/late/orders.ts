import {latenessSql, latenessTable} from "../../../lib/learn/lateness.js";
import type {LearningTable} from "../../../lib/learn/prepare.js";
import type {RatesOverTime} from "../../../lib/learn/rates.js";
import {ratesOverTime} from "../../../lib/learn/rates.js";
import {publishedResult} from "../../publishedFiles.js";
import {sql} from "../../sql.js";
import type {Result} from "../../../lib/result.js";
import {ok} from "../../../lib/result.js";

let loaded: Promise<LearningTable> | undefined;

/** The orders with what is known of each at purchase, read when first needed. */
export function lateOrders(): Promise<LearningTable> {
  loaded ??= sql.columns(latenessSql).then(latenessTable);
  loaded.catch(() => (loaded = undefined));
  return loaded;
}

/** The late rate over time, as it was published with the site or from the orders themselves. */
export async function lateRates(choice: {
  testShare: number;
  embargo: boolean;
}): Promise<Result<RatesOverTime>> {
  const published = await publishedResult<RatesOverTime>("rates", choice);
  return published ? ok(published) : ratesOverTime(await lateOrders(), choice);
}
