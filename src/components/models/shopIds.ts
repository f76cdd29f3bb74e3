import {customerIds, orderIds} from "../../lib/marts/ids.js";
import {sql} from "../sql.js";

const tables = {customer_key: customerIds, order_key: orderIds};

export type DenseKey = keyof typeof tables;

/** The shop's own id of each key, and what the shop calls it. */
export interface ShopIds {
  name: string;
  of: ReadonlyMap<number, string>;
}

const known = new Map<DenseKey, Promise<ShopIds>>();

/**
 * The ids by which the shop knows those whom its tables number: their table is large, so that it loads when first
 * asked for. A failed load can be tried again.
 * @example (await shopIds("customer_key")).name => "customer_unique_id"
 */
export function shopIds(key: DenseKey): Promise<ShopIds> {
  const found = known.get(key) ?? load(key);
  known.set(key, found);
  found.catch(() => known.delete(key));
  return found;
}

async function load(key: DenseKey): Promise<ShopIds> {
  const {name, columns} = tables[key];
  const id = columns[1].name;
  const answer = await sql.columns(`select ${key}, ${id} from ${name}`);
  const ids = answer[id];
  return {name: id, of: new Map(Array.from(answer[key], (number, i) => [Number(number), String(ids[i])]))};
}
