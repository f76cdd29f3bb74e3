import type {Purchases} from "../../lib/retention/purchases.js";
import {purchasesOf} from "../../lib/retention/purchases.js";
import {readColumns} from "../marts.js";
import {onSourceChange} from "../martsSource.js";

let loaded: Promise<Purchases> | undefined;
onSourceChange(() => (loaded = undefined));

/** All orders by person and time, read when first needed, without DuckDB. */
export function loadPurchases(): Promise<Purchases> {
  loaded ??= readColumns("purchases").then(purchasesOf);
  loaded.catch(() => (loaded = undefined));
  return loaded;
}
