import {readFileSync} from "node:fs";
import {expect} from "vitest";
import {drawsFrom} from "../../../lib/distributions/draws.js";
import {randomSource} from "../../../lib/random/source.js";
import type {Result} from "../../../lib/result.js";
import type {Transactions} from "../../../lib/value/purchaseDays.js";

const read = (name: string): string =>
  readFileSync(new URL(`../../reference/clv/${name}`, import.meta.url), "utf8");

interface ReferenceModel {
  refit: Record<string, number>;
  refit_loglik: number;
}

/** `expected.json`: published figures and independent refits. */
export const reference = JSON.parse(read("expected.json")) as {
  bg_nbd: ReferenceModel & {
    expected_purchases: {t: number; value: number; published: number}[];
    conditional: {x: number; t_x: number; T: number; t: number; published: number; refit: number}[];
    p_alive: {x: number; t_x: number; T: number; value: number}[];
    pmf: {params: number[]; P_x10_t2: number; P_x0_t39: number; t30_n11_to_20: number[]};
  };
  mbg_nbd: ReferenceModel;
  pareto_nbd: ReferenceModel & {
    published: Record<"r" | "alpha" | "s" | "beta", number>;
    p_alive: {x: number; t_x: number; T: number; published: number};
    conditional: {x: number; t_x: number; T: number; t: number; published: number};
    expectation_t0_9: number[];
  };
  gamma_gamma: ReferenceModel & {
    n_repeat: number;
    conditional_expected_profit_first10: {params: number[]; published: number[]; formula: number[]};
  };
};

/** `sbg.json`: the two data sets of Fader and Hardie (2007). */
export const contracts = JSON.parse(read("sbg.json")) as {
  cases: Record<
    string,
    {
      counts: number[];
      fit_years: number;
      alpha: number;
      beta: number;
      loglik: number;
      projected_survival: number[];
      retention_rates: number[];
    }
  >;
};

/** The published summary of CDNOW's customers, in weeks. */
export function cdnowSummary() {
  const rows = read("cdnow_customers_summary_with_transactions.csv")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").map(Number));
  const [, x, tx, T, zbar] = [0, 1, 2, 3, 4].map((column) => rows.map((row) => row[column]));
  return {x, tx, T, zbar};
}

/** The day number of 19970930. */
export const dayOf = (text: string): number =>
  Date.UTC(Number(text.slice(0, 4)), Number(text.slice(4, 6)) - 1, Number(text.slice(6))) / 86_400_000;

/** The transactions of the same customers; keys are their numbers. */
export function cdnowTransactions(): Transactions {
  const rows = read("CDNOW_sample.txt")
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  return {
    person: Int32Array.from(rows, ([, person]) => Number(person)),
    day: Int32Array.from(rows, ([, , day]) => dayOf(day)),
    amount: Float64Array.from(rows, (row) => Number(row[4]))
  };
}

/** Customers who buy and leave as the BG/NBD model says; days are whole, as in a shop's records. */
export function drawnCustomers(
  customers: number,
  {r, alpha, a, b}: Record<"r" | "alpha" | "a" | "b", number>,
  [shortest, longest]: [number, number],
  seed: number
) {
  const random = randomSource(seed);
  const draws = drawsFrom(random);
  const [x, tx, T] = [new Int32Array(customers), new Float64Array(customers), new Float64Array(customers)];
  for (let row = 0; row < customers; row++) {
    T[row] = shortest + Math.floor(random() * (longest - shortest + 1));
    const rate = draws.gamma(r) / alpha;
    const leaves = draws.beta(a, b);
    for (let day = 0; ;) {
      day -= Math.log(1 - random()) / rate;
      if (!(day < T[row])) break;
      x[row]++;
      tx[row] = Math.ceil(day);
      if (random() < leaves) break;
    }
  }
  return {x, tx, T};
}

export function near(value: number, expected: number, relative: number): void {
  expect(Math.abs(value - expected), `${value} is not ${expected}`).toBeLessThanOrEqual(
    relative * Math.abs(expected)
  );
}

export function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

/** The code of what must have failed with a sentence. */
export function refusal(result: Result<unknown>): string {
  if (result.ok) throw new Error("it succeeded");
  expect(result.message).toMatch(/^[A-Z].{20,}\.$/s);
  expect(result.message).not.toMatch(/NaN|Infinity|undefined/);
  return result.code;
}

/** Where in a result there is a number that no reader should see. */
export function unshowable(value: unknown, path = ""): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => unshowable(part, `${path}.${name}`));
}
