import {untold} from "../untold.js";
import {dayOf} from "../days.js";

/** Texts as codes into a list of names. */
export interface Coded {
  names: readonly string[];
  codes: Uint8Array;
}

/** Orders in columns, by person and then by time: rows of one person stand together. */
export interface Purchases {
  person: Int32Array;
  /** Days since 1 January 1970. */
  day: Int32Array;
  /** 1 where the order was delivered. */
  delivered: Uint8Array;
  /** Cents. */
  price: Float64Array;
  freight: Float64Array;
  items: Uint8Array;
  /** NaN without payment. */
  installments: Float32Array;
  /** Score of the latest review, 1 to 5; NaN without review. */
  score: Float32Array;
  /** 1 where it came after the promised day; NaN unless delivered with a date. */
  late: Float32Array;
  state: Coded;
  payment: Coded;
  category: Coded;
}

/** Texts as codes, names in order of their first use, one for what is not told; at most 256 of them. */
export function coded(texts: readonly (string | null)[]): Coded {
  const found = new Map<string, number>();
  const codes = Uint8Array.from(texts, (told) => {
    const text = told ?? untold;
    const code = found.get(text) ?? found.size;
    found.set(text, code);
    return code;
  });
  if (found.size > 256) throw new RangeError(`${found.size} different texts are too many to code`);
  return {names: [...found.keys()], codes};
}

const numbers = (values: readonly unknown[]) =>
  Float32Array.from(values, (value) => (value == null ? NaN : Number(value)));

/** The rows of the mart `purchases` in columns. */
export const purchasesOf = (columns: Readonly<Record<string, readonly unknown[]>>): Purchases => ({
  person: Int32Array.from(columns.customer_key as number[]),
  day: Int32Array.from(columns.day as Date[], dayOf),
  delivered: Uint8Array.from(columns.delivered as boolean[], Number),
  price: Float64Array.from(columns.price_cents as number[]),
  freight: Float64Array.from(columns.freight_cents as number[]),
  items: Uint8Array.from(columns.items as number[]),
  installments: numbers(columns.installments),
  score: numbers(columns.review_score),
  late: numbers(columns.late),
  state: coded(columns.state as string[]),
  payment: coded(columns.payment_type as string[]),
  category: coded(columns.category as string[])
});

/** Which orders count. */
export interface PurchaseOptions {
  /** Only those that were delivered. */
  delivered: boolean;
  /** Orders of one person on one day count as one: prices are summed, the rest is the first one's. */
  mergeDays: boolean;
  /** Only people whose first order that counts was sent to this state. */
  state?: string;
  /** Only orders before this day. */
  before?: number;
}

/** The orders that count; nothing is copied where all of them do. */
export function selectPurchases(
  purchases: Purchases,
  {delivered, mergeDays, state, before = Infinity}: PurchaseOptions
): Purchases {
  const {person, day, price, freight} = purchases;
  const kept: number[] = [];
  const sums = {price: [] as number[], freight: [] as number[]};
  const wanted = state === undefined ? undefined : purchases.state.names.indexOf(state);
  let [current, belongs] = [-1, true];
  for (let row = 0; row < person.length; row++) {
    if ((delivered && !purchases.delivered[row]) || day[row] >= before) continue;
    if (person[row] !== current) {
      current = person[row];
      belongs = wanted === undefined || purchases.state.codes[row] === wanted;
    }
    if (!belongs) continue;
    const last = kept.length - 1;
    if (mergeDays && last >= 0 && person[kept[last]] === person[row] && day[kept[last]] === day[row]) {
      sums.price[last] += price[row];
      sums.freight[last] += freight[row];
    } else {
      kept.push(row);
      sums.price.push(price[row]);
      sums.freight.push(freight[row]);
    }
  }
  const codes = ({names, codes}: Coded): Coded => ({
    names,
    codes: Uint8Array.from(kept, (row) => codes[row])
  });
  return {
    person: Int32Array.from(kept, (row) => person[row]),
    day: Int32Array.from(kept, (row) => day[row]),
    delivered: Uint8Array.from(kept, (row) => purchases.delivered[row]),
    price: Float64Array.from(sums.price),
    freight: Float64Array.from(sums.freight),
    items: Uint8Array.from(kept, (row) => purchases.items[row]),
    installments: Float32Array.from(kept, (row) => purchases.installments[row]),
    score: Float32Array.from(kept, (row) => purchases.score[row]),
    late: Float32Array.from(kept, (row) => purchases.late[row]),
    ...{state: codes(purchases.state), payment: codes(purchases.payment), category: codes(purchases.category)}
  };
}

/**
 * Where each person's rows begin, with the number of rows at the end.
 * @example startsOf(Int32Array.of(7, 7, 9)) => Int32Array.of(0, 2, 3)
 */
export function startsOf(person: Int32Array): Int32Array {
  const starts: number[] = [];
  for (let row = 0; row < person.length; row++)
    if (row === 0 || person[row] !== person[row - 1]) starts.push(row);
  return Int32Array.from([...starts, person.length]);
}
