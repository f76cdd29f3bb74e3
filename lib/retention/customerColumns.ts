import type {ColumnPlan} from "../cluster/prepareColumns.js";
import {offered} from "../shop.js";
import type {Purchases} from "./purchases.js";

/** Something that customers can be compared by. */
export interface CustomerColumn extends ColumnPlan {
  /** What it is called where readers see it, with its unit. */
  label: string;
  values: Float32Array;
}

interface Sums {
  orders: number;
  last: number;
  price: number;
  freight: number;
  items: number;
  categories: number;
  installments: [sum: number, count: number];
  score: [sum: number, count: number];
  late: [sum: number, count: number];
}

const columns = [
  {name: "recency", label: "Days since the last order", of: ({last}: Sums, end: number) => end - 1 - last},
  {name: "orders", label: "Orders", log: true, of: ({orders}: Sums) => orders},
  {name: "spend", label: "Total spent", log: true, of: ({price}: Sums) => price / 100},
  {
    name: "freight",
    label: "Freight, % of price and freight",
    of: ({price, freight}: Sums) => (price + freight > 0 ? (100 * freight) / (price + freight) : NaN)
  },
  {name: "items", label: "Items per order", log: true, of: ({items, orders}: Sums) => items / orders},
  {
    name: "installments",
    label: "Mean installments",
    log: true,
    of: ({installments}: Sums) => mean(installments)
  },
  {name: "score", label: "Mean review score", of: ({score}: Sums) => mean(score)},
  {name: "late", label: "Late orders, %", of: ({late}: Sums) => 100 * mean(late)},
  {name: "categories", label: "Number of categories", log: true, of: ({categories}: Sums) => categories}
] as const satisfies readonly (ColumnPlan & {label: string; of: (sums: Sums, end: number) => number})[];

/** Those that the shop's files tell of. */
export const customerColumnNames: readonly string[] = offered(
  columns.map(({name}) => name),
  {
    freight: ["freight"],
    installments: ["installments"],
    score: ["reviews"],
    late: ["deliveries", "promises"],
    categories: ["categories"]
  }
);

/** What each column is called where readers see it. */
export const customerColumnLabels: Readonly<Record<string, string>> = Object.fromEntries(
  columns.map(({name, label}) => [name, label])
);

const mean = ([sum, count]: readonly [number, number]) => (count > 0 ? sum / count : NaN);

/**
 * What each customer's orders say of them, in columns; gaps are NaN. Recency is in whole days to the midnight on which
 * the data end, as in the segments: 0 for an order of the day before.
 * @param purchases all of them before `end`; orders of one day not merged, or their items are not all there
 * @param end the day on which the data end
 * @example customerColumns(purchases, startsOf(purchases.person), dayOf(cutoff))[0].name => "recency"
 */
export function customerColumns(purchases: Purchases, starts: Int32Array, end: number): CustomerColumn[] {
  const people = starts.length - 1;
  const made = columns.map(({name, label, ...rest}) => ({
    ...{name, label, log: "log" in rest && rest.log},
    values: new Float32Array(people)
  }));
  const {day, price, freight, items, installments, score, late, category} = purchases;
  for (let person = 0; person < people; person++) {
    const sums: Sums = {
      ...{orders: 0, last: 0, price: 0, freight: 0, items: 0, categories: 0},
      ...{installments: [0, 0], score: [0, 0], late: [0, 0]}
    };
    const bought = new Set<number>();
    for (let row = starts[person]; row < starts[person + 1]; row++) {
      sums.orders++;
      sums.last = day[row];
      sums.price += price[row];
      sums.freight += freight[row];
      sums.items += items[row];
      bought.add(category.codes[row]);
      for (const [into, value] of [
        [sums.installments, installments[row]],
        [sums.score, score[row]],
        [sums.late, late[row]]
      ] as const) {
        if (Number.isNaN(value)) continue;
        into[0] += value;
        into[1]++;
      }
    }
    sums.categories = bought.size;
    columns.forEach(({of}, j) => (made[j].values[person] = of(sums, end)));
  }
  return made;
}
