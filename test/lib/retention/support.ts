import fc from "fast-check";
import type {Purchases} from "../../../lib/retention/purchases.js";
import {coded} from "../../../lib/retention/purchases.js";
import {dayOf} from "../../../lib/days.js";

/** An order of a made-up shop. */
export interface Made {
  person: number;
  day: string;
  price?: number;
  delivered?: boolean;
  state?: string;
  payment?: string;
  score?: number;
  late?: boolean;
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
    items: Uint8Array.from(sorted, () => 1),
    installments: Float32Array.from(sorted, () => 1),
    score: Float32Array.from(sorted, ({score = NaN}) => score),
    late: Float32Array.from(sorted, ({late}) => (late === undefined ? NaN : Number(late))),
    state: texts(({state = "SP"}) => state),
    payment: texts(({payment = "boleto"}) => payment),
    category: texts(() => "Toys")
  };
}

/** Orders of up to eight people before 10 April 2018. */
export const anyOrders = fc.array(
  fc.record({
    person: fc.integer({min: 1, max: 8}),
    day: fc
      .date({min: new Date("2017-01-01"), max: new Date("2018-04-09"), noInvalidDate: true})
      .map((at) => at.toISOString().slice(0, 10)),
    price: fc.integer({min: 0, max: 500}),
    delivered: fc.boolean()
  }),
  {maxLength: 40}
);
