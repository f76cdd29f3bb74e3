import {dateOf} from "../days.js";
import {regionStates} from "../marts/regions.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import {choice, integer} from "../state/parameters.js";
import type {StateValues} from "../state/parameter.js";
import type {Span} from "../state/shared.js";
import {logRankTests} from "../survival/logRankWeights.js";
import type {Covariate} from "../survival/coxDesign.js";
import {cohortParameters} from "./cohortView.js";
import {groupsOf} from "./groups.js";
import type {Coded, Purchases} from "./purchases.js";
import {inBrazil, inBrief} from "../shop.js";
import {customersAsked} from "./customersAsked.js";

export const secondOrderGroups = ["none", "state", "category", "payment", "value", "half"] as const;
export type SecondOrderGroup = (typeof secondOrderGroups)[number];

/** What a reader chooses on the page about the second order. */
export function secondOrderParameters(span: Span) {
  const {cutoff, state, delivered, merge} = cohortParameters(span);
  return {
    ...{cutoff, state, delivered, merge},
    group: choice("none", secondOrderGroups),
    horizon: integer(365, {min: 30, max: 730}),
    test: choice("log-rank", logRankTests)
  };
}

export type SecondOrderChoice = StateValues<ReturnType<typeof secondOrderParameters>>;

/** Time from each customer's first order to the second, or to the end of the data. */
export interface SecondOrders {
  purchases: Purchases;
  starts: Int32Array;
  /** Days. */
  durations: Float64Array;
  /** 1 where there was a second order. */
  events: Uint8Array;
  groups: {names: readonly string[]; codes: Int32Array};
  horizon: number;
  /** The day on which the data end. */
  end: number;
}

const everybody = "All customers";
const mostGroups = 6;

/** Answers the page's question; a sentence where nobody is left. */
export function secondOrders(all: Purchases, asked: Omit<SecondOrderChoice, "test">): Result<SecondOrders> {
  const found = customersAsked(all, asked);
  if (!found.ok) return found;
  const {purchases, starts, end} = found.value;
  const people = starts.length - 1;
  const {day} = purchases;
  const durations = new Float64Array(people);
  const events = new Uint8Array(people);
  for (let i = 0; i < people; i++) {
    const first = starts[i];
    events[i] = Number(starts[i + 1] - first > 1);
    durations[i] = (events[i] ? day[first + 1] : end) - day[first];
  }
  return ok({
    ...{purchases, starts, durations, events, end},
    horizon: asked.horizon,
    groups: groupedBy(purchases, starts, asked.group)
  });
}

function groupedBy(purchases: Purchases, starts: Int32Array, group: SecondOrderGroup) {
  if (group === "none") return {names: [everybody], codes: new Int32Array(starts.length - 1)};
  if (group !== "half") return groupsOf(purchases, starts, group, {most: mostGroups});
  const halves = [...starts.subarray(0, -1)].map((row) => {
    const date = dateOf(purchases.day[row]);
    return `${date.getUTCFullYear()}, ${date.getUTCMonth() < 6 ? "first" : "second"} half`;
  });
  const names = [...new Set(halves)].sort();
  return {names, codes: Int32Array.from(halves, (half) => names.indexOf(half))};
}

const regionNames = {S: "South", NE: "Northeast", CO: "Central-West", N: "North"} as const;
const paymentNames = {boleto: "Boleto", voucher: "Voucher", debit_card: "Debit card"} as const;

/** A column for each of the commonest names but the first, which the others are compared with. */
function againstFirst({names, codes}: Coded, firsts: Int32Array, most = 5): Covariate[] {
  const counts = names.map(() => 0);
  for (const row of firsts) if (codes[row] in counts) counts[codes[row]]++;
  const [first, ...others] = [...names.keys()]
    .filter((code) => counts[code] > 0)
    .sort((a, b) => counts[b] - counts[a] || a - b)
    .slice(0, most);
  return others.map((code) => ({
    name: `${names[code].replaceAll("_", " ")}, against ${names[first].replaceAll("_", " ")}`,
    values: Float64Array.from(firsts, (row) => Number(codes[row] === code))
  }));
}

/** What is known of the first order, as columns for a Cox model; columns that never change are left out. */
export function firstOrderCovariates({purchases, starts, end}: SecondOrders): Covariate[] {
  const firsts = starts.subarray(0, -1);
  const column = (name: string, of: (row: number) => number): Covariate => ({
    name,
    values: Float64Array.from(firsts, of)
  });
  const {price, freight, state, payment, day} = purchases;
  const known = inBrief || Object.keys(paymentNames).some((type) => payment.names.includes(type));
  const regionOf = Object.fromEntries(
    Object.entries(regionStates).flatMap(([region, codes]) => codes.map((code) => [code, region]))
  );
  const columns = [
    column("Price, per doubling", (row) => Math.log2(Math.max(100, price[row]) / 100)),
    column("Freight, per 10 pp of price and freight", (row) => {
      const whole = price[row] + freight[row];
      return whole > 0 ? (10 * freight[row]) / whole : 0;
    }),
    ...(known
      ? Object.entries(paymentNames).map(([type, name]) =>
          column(`${name}, against credit card`, (row) => Number(payment.names[payment.codes[row]] === type))
        )
      : againstFirst(payment, firsts)),
    ...(inBrazil
      ? Object.entries(regionNames).map(([region, name]) =>
          column(`${name}, against Southeast`, (row) =>
            Number(regionOf[state.names[state.codes[row]]] === region)
          )
        )
      : againstFirst(state, firsts)),
    column("First order, per 90 days later", (row) => (day[row] - end) / 90)
  ];
  return columns.filter(({values}) => values.some((value) => value !== values[0]));
}
