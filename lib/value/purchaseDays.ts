/** Transactions in columns, a row each, in any order. */
export interface Transactions {
  /** Dense keys of people: whole numbers from 0. */
  person: Int32Array;
  /** Day numbers. A fraction is a time of day and is dropped. */
  day: Int32Array | Float64Array;
  /** Finite, in any one currency. */
  amount: Float64Array;
}

/** A row for each person and day with a purchase, by person and then by day. */
export interface PurchaseDays {
  person: Int32Array;
  day: Int32Array;
  /** Of all the person's transactions of the day. */
  amount: Float64Array;
}

/**
 * The days on which each person bought: all transactions of one day are one purchase.
 * @example purchaseDays({person: Int32Array.of(0, 0), day: Int32Array.of(3, 3), amount: Float64Array.of(1, 2)}) => {person: [0], day: [3], amount: [3]}
 */
export function purchaseDays({person, day, amount}: Transactions): PurchaseDays {
  const rows = person.length;
  if (day.length !== rows || amount.length !== rows)
    throw new RangeError(`columns of unequal length: ${rows}, ${day.length}, ${amount.length}`);
  const order = byPerson(person);
  const out = {
    person: new Int32Array(rows),
    day: new Int32Array(rows),
    amount: new Float64Array(rows)
  };
  let count = 0;
  for (let from = 0, to = 0; from < rows; from = to) {
    const who = person[order[from]];
    while (to < rows && person[order[to]] === who) to++;
    const own = order.subarray(from, to);
    if (own.length > 1) own.sort((one, other) => day[one] - day[other] || one - other);
    for (const row of own) {
      const when = Math.floor(day[row]);
      const same = count > 0 && out.person[count - 1] === who && out.day[count - 1] === when;
      if (!same) {
        out.person[count] = who;
        out.day[count++] = when;
      }
      out.amount[count - 1] += amount[row];
    }
  }
  return {
    person: out.person.slice(0, count),
    day: out.day.slice(0, count),
    amount: out.amount.slice(0, count)
  };
}

/** Row numbers by person, by counting. */
function byPerson(person: Int32Array): Int32Array {
  const people = person.reduce((most, key) => Math.max(most, key), -1) + 1;
  const next = new Int32Array(people + 1);
  for (const key of person) {
    if (key < 0) throw new RangeError(`key of a person below 0: ${key}`);
    next[key + 1]++;
  }
  for (let key = 0; key < people; key++) next[key + 1] += next[key];
  const order = new Int32Array(person.length);
  for (let row = 0; row < person.length; row++) order[next[person[row]]++] = row;
  return order;
}
