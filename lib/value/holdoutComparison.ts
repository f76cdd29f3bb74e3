import type {Cases} from "./distinctCases.js";

/** What customers of one frequency bought in the hold-out period, and what was expected of them. */
export interface FrequencyGroup {
  /** Repeat purchases in the calibration period: "0", "1", ... and "7+". */
  group: string;
  customers: number;
  /** Mean purchases of a customer in the hold-out period. */
  actual: number;
  expected: number;
}

/**
 * Mean purchases in a hold-out period by how often people bought before, against the conditional expectation (the check
 * of Fader, Hardie and Lee 2005, figure 3). Groups without a customer are left out.
 * @param cases of the calibration period
 * @param actual purchases of each customer in the hold-out period
 * @param expectedOf purchases that are expected of a case in it
 * @param top the group that takes in all higher ones
 * @example holdoutComparison(distinctCases([0], [0], [9]), Int32Array.of(2), () => 1) => [{group: "0", customers: 1, actual: 2, expected: 1}]
 */
export function holdoutComparison(
  cases: Pick<Cases, "x" | "tx" | "T" | "weight" | "caseOf">,
  actual: ArrayLike<number>,
  expectedOf: (x: number, tx: number, T: number) => number,
  top = 7
): FrequencyGroup[] {
  const {x, tx, T, weight, caseOf} = cases;
  if (actual.length !== caseOf.length)
    throw new RangeError(`${actual.length} hold-out counts of ${caseOf.length} customers`);
  const customers = new Float64Array(top + 1);
  const bought = new Float64Array(top + 1);
  const expected = new Float64Array(top + 1);
  for (let i = 0; i < x.length; i++) {
    const group = Math.min(x[i], top);
    customers[group] += weight[i];
    expected[group] += weight[i] * expectedOf(x[i], tx[i], T[i]);
  }
  caseOf.forEach((one, row) => (bought[Math.min(x[one], top)] += actual[row]));
  return Array.from(customers, (count, group) => ({
    group: group === top ? `${top}+` : String(group),
    customers: count,
    actual: bought[group] / count,
    expected: expected[group] / count
  })).filter((row) => row.customers > 0);
}
