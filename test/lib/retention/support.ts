import type {Purchases} from "../../../lib/retention/purchases.js";
import {coded, dayOf} from "../../../lib/retention/purchases.js";

/** An order of a made-up shop. */
export interface Made {
  person: number;
  day: string;
  price?: number;
  delivered?: boolean;
  state?: string;
}

/** Made-up orders in columns, by person and time. */
export function purchasesFrom(orders: readonly Made[]): Purchases {
  const sorted = [...orders].sort((a, b) => a.person - b.person || a.day.localeCompare(b.day));
  const texts = (of: (order: Made) => string) => coded(sorted.map(of));
  return {
    person: Int32Array.from(sorted, ({person}) => person),
    day: Int32Array.from(sorted, ({day}) => dayOf(new Date(day))),
    delivered: Uint8Array.from(sorted, ({delivered = true}) => Number(delivered)),
    price: Float64Array.from(sorted, ({price = 100}) => price),
    freight: new Float64Array(sorted.length),
    state: texts(({state = "SP"}) => state),
    payment: texts(() => "boleto"),
    category: texts(() => "Toys")
  };
}
