/** The distinct (x, tx, T) among customers, by x, then tx, then T. */
export interface Cases {
  /** Repeat purchases. */
  x: Int32Array;
  /** Time of the last of them since the first purchase, in units; 0 where x is 0. */
  tx: Float64Array;
  /** Time observed since the first purchase, in units. */
  T: Float64Array;
  /** Customers of whom this is true. */
  weight: Float64Array;
  /** The case of each customer, to bring what is computed of a case back to its customers. */
  caseOf: Int32Array;
}

/**
 * The distinct cases among customers and how many customers each has: most customers of a shop never come back, and
 * those of one first day are then alike. Their order does not depend on the customers'.
 * @example distinctCases([0, 0], [0, 0], [9, 9]) => {x: [0], tx: [0], T: [9], weight: [2], caseOf: [0, 0]}
 */
export function distinctCases(x: ArrayLike<number>, tx: ArrayLike<number>, T: ArrayLike<number>): Cases {
  const customers = x.length;
  if (tx.length !== customers || T.length !== customers)
    throw new RangeError(`columns of unequal length: ${customers}, ${tx.length}, ${T.length}`);
  const group = new Int32Array(customers);
  for (const column of [x, tx, T]) split(group, column);

  const firsts: number[] = [];
  for (let row = 0; row < customers; row++) if (group[row] === firsts.length) firsts.push(row);
  const order = Int32Array.from(firsts).sort((i, j) => x[i] - x[j] || tx[i] - tx[j] || T[i] - T[j]);
  const rank = new Int32Array(order.length);
  order.forEach((row, at) => (rank[group[row]] = at));
  const caseOf = group.map((one) => rank[one]);
  const weight = new Float64Array(order.length);
  for (const at of caseOf) weight[at]++;
  return {
    x: Int32Array.from(order, (row) => x[row]),
    tx: Float64Array.from(order, (row) => tx[row]),
    T: Float64Array.from(order, (row) => T[row]),
    weight,
    caseOf
  };
}

/** Splits groups by the values of a column; groups are numbered as they appear. */
function split(group: Int32Array, column: ArrayLike<number>): void {
  const values = new Map<number, number>();
  const pairs = new Map<number, number>();
  for (let row = 0; row < group.length; row++) {
    const value = numbered(values, column[row]);
    group[row] = numbered(pairs, group[row] * group.length + value);
  }
}

function numbered(numbers: Map<number, number>, key: number): number {
  let number = numbers.get(key);
  if (number === undefined) numbers.set(key, (number = numbers.size));
  return number;
}
