import {join} from "node:path";
import {queryRows, withDatabase} from "../../../loaders/database.js";
import type {Purchases} from "../../../lib/retention/purchases.js";
import {purchasesOf} from "../../../lib/retention/purchases.js";
import {martsDirectory} from "../churn/shop.js";

/** All orders of the shop that is measured on, as the pages about customers read them. */
export const shopPurchases = async (): Promise<Purchases> => {
  const file = join(await martsDirectory(), "purchases.parquet").replaceAll("'", "''");
  const rows = await withDatabase(async (connect) =>
    queryRows<Record<string, unknown>>(await connect(), `from read_parquet('${file}')`)
  );
  return purchasesOf(
    Object.fromEntries(Object.keys(rows[0] ?? {}).map((name) => [name, rows.map((row) => row[name])]))
  );
};
