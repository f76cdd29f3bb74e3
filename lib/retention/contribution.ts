import {choice, real, text} from "../state/parameters.js";
import type {StateValues} from "../state/parameter.js";
import type {Span} from "../state/shared.js";
import {sharedParameters} from "../state/shared.js";
import type {Coded, Purchases} from "./purchases.js";
import {selectPurchases, startsOf} from "./purchases.js";

export const contributionGroups = ["category", "state", "payment", "segment"] as const;
export type ContributionGroup = (typeof contributionGroups)[number];

/** What a reader chooses on the page Profitability; shares are between 0 and 1. */
export const profitParameters = (span: Span) => ({
  state: sharedParameters(span).state,
  margin: real(0.15, {min: 0, max: 1}),
  margins: text("", {max: 400}),
  borne: real(0, {min: 0, max: 1}),
  by: choice("category", contributionGroups),
  top: real(0.2, {min: 0.01, max: 0.99})
});

export type ProfitChoice = StateValues<ReturnType<typeof profitParameters>>;

/**
 * Margins by category as they stand in the address: "Toys:0.3;Auto:0.2". What is no share between 0 and 1 is left out.
 * @example marginsOf("Toys:0.3;Auto:2") => new Map([["Toys", 0.3]])
 */
export function marginsOf(written: string): Map<string, number> {
  const margins = new Map<string, number>();
  for (const part of written.split(";")) {
    const at = part.lastIndexOf(":");
    const share = Number(part.slice(at + 1));
    if (at > 0 && part.slice(at + 1) !== "" && share >= 0 && share <= 1)
      margins.set(part.slice(0, at).trim(), share);
  }
  return margins;
}

/** The same as text for the address. */
export const marginsText = (margins: ReadonlyMap<string, number>): string =>
  [...margins].map(([category, share]) => `${category}:${share}`).join(";");

/** Delivered orders with what each leaves after its own costs. */
export interface Contributions {
  purchases: Purchases;
  starts: Int32Array;
  /** By order, in cents. */
  contribution: Float64Array;
  /** By customer, in cents. */
  priceOf: Float64Array;
  contributionOf: Float64Array;
}

/** What each delivered order leaves: its price times the margin of its category, less the part of freight that the shop bears. */
export function contributions(
  all: Purchases,
  {state, margin, margins, borne}: Pick<ProfitChoice, "state" | "margin" | "margins" | "borne">
): Contributions {
  const purchases = selectPurchases(all, {
    ...{delivered: true, mergeDays: false},
    state: state === "all" ? undefined : state
  });
  const own = marginsOf(margins);
  const byCategory = purchases.category.names.map((name) => own.get(name) ?? margin);
  const contribution = purchases.price.map(
    (price, row) => price * byCategory[purchases.category.codes[row]] - borne * purchases.freight[row]
  );
  const starts = startsOf(purchases.person);
  const sumBy = (values: Float64Array) =>
    Float64Array.from({length: starts.length - 1}, (_, i) => {
      let sum = 0;
      for (let row = starts[i]; row < starts[i + 1]; row++) sum += values[row];
      return sum;
    });
  return {
    ...{purchases, starts, contribution},
    ...{priceOf: sumBy(purchases.price), contributionOf: sumBy(contribution)}
  };
}

/** What a group brings. */
export interface GroupContribution {
  group: string;
  orders: number;
  customers: number;
  price: number;
  freight: number;
  contribution: number;
}

/** Sums by group, the largest contribution first; a customer with orders in several groups counts in each. */
export function contributionBy(
  {purchases, contribution}: Contributions,
  {names, codes}: Pick<Coded, "names"> & {codes: ArrayLike<number>}
): GroupContribution[] {
  const groups = names.map((group) => ({
    ...{group, orders: 0, customers: 0, price: 0, freight: 0, contribution: 0},
    last: -1
  }));
  for (let row = 0; row < purchases.person.length; row++) {
    const sums = groups[codes[row]];
    sums.orders++;
    sums.price += purchases.price[row];
    sums.freight += purchases.freight[row];
    sums.contribution += contribution[row];
    if (sums.last !== purchases.person[row]) sums.customers++;
    sums.last = purchases.person[row];
  }
  return groups
    .filter(({orders}) => orders > 0)
    .map(({group, orders, customers, price, freight, contribution: left}) => ({
      ...{group, orders, customers, price, freight},
      contribution: left
    }))
    .sort((a, b) => b.contribution - a.contribution || a.group.localeCompare(b.group));
}
