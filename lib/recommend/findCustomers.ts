import type {BasketLines} from "./basketLines.js";

/** A customer in a list to choose from. */
export interface ListedCustomer {
  /** Key of the marts. */
  customer: number;
  orders: number;
  products: number;
  /** Cents. */
  spent: number;
  /** Day of the last order. */
  last: number;
  state: string;
  city: string;
}

export interface CustomerSearch {
  /** Two letters, or "all". */
  state: string;
  /** Part of a city's name; accents and case do not count. */
  city: string;
  /** Whom to choose among, by key of the marts; everyone without it. */
  among?: ReadonlySet<number>;
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

/**
 * Who has bought most products, for a page to begin with: there is most to go by. Null where nobody has.
 * @example mostProducts(lines) => 41217
 */
export function mostProducts({person}: BasketLines): number | null {
  const counts = new Int32Array(person.values.length);
  for (const code of person.codes) counts[code]++;
  const most = counts.reduce((best, count) => Math.max(best, count), 0);
  return most > 0 ? person.values[counts.indexOf(most)] : null;
}

/**
 * Customers of a place, those with most orders first; place and state are those of the first order.
 * @example findCustomers(lines, {state: "SP", city: "sao pau"}, 20).found => 14925
 */
export function findCustomers(
  {person, order, state, city, day, price}: BasketLines,
  search: CustomerSearch,
  count: number
): {found: number; customers: ListedCustomer[]} {
  const wanted = plain(search.city);
  const cities = city.values.map((name) => plain(name).includes(wanted));
  const all: ListedCustomer[] = [];
  for (let row = 0; row < person.codes.length;) {
    const [from, code] = [row, person.codes[row]];
    let [orders, spent] = [0, 0];
    for (; row < person.codes.length && person.codes[row] === code; row++) {
      if (row === from || order.codes[row] !== order.codes[row - 1]) orders++;
      spent += price[row];
    }
    const one = state.values[state.codes[from]];
    const customer = person.values[code];
    if (search.state !== "all" && one !== search.state) continue;
    if (!cities[city.codes[from]] || (search.among && !search.among.has(customer))) continue;
    all.push({
      ...{customer, orders, products: row - from, spent, last: day[row - 1]},
      ...{state: one, city: city.values[city.codes[from]]}
    });
  }
  all.sort((a, b) => b.orders - a.orders || b.products - a.products || a.customer - b.customer);
  return {found: all.length, customers: all.slice(0, count)};
}
