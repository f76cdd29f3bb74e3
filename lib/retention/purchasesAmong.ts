import type {Coded, Purchases} from "./purchases.js";

/**
 * The orders of some people, all of them, in their order.
 * @example purchasesAmong(purchases, new Set([7])).person => Int32Array.of(7, 7)
 */
export function purchasesAmong(all: Purchases, people: ReadonlySet<number>): Purchases {
  const kept = Uint8Array.from(all.person, (person) => Number(people.has(person)));
  const among = <T extends Int32Array | Uint8Array | Float32Array | Float64Array>(values: T): T =>
    values.filter((_, row) => kept[row] === 1) as T;
  const coded = ({names, codes}: Coded): Coded => ({names, codes: among(codes)});
  return {
    person: among(all.person),
    day: among(all.day),
    delivered: among(all.delivered),
    price: among(all.price),
    freight: among(all.freight),
    items: among(all.items),
    installments: among(all.installments),
    score: among(all.score),
    late: among(all.late),
    state: coded(all.state),
    payment: coded(all.payment),
    category: coded(all.category)
  };
}
