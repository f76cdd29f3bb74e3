import {readMart} from "../marts.js";

/** The ids of customers in the files, by their keys; read when first needed. */
export async function customerIds(): Promise<ReadonlyMap<number, string>> {
  const rows = await readMart<{customer_key: number; customer_unique_id: string}>("customer_ids");
  return new Map(rows.map(({customer_key, customer_unique_id}) => [customer_key, customer_unique_id]));
}
