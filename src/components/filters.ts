import {monthsBetween, monthStart} from "../lib/dashboard/cube.js";
import type {Grain} from "../lib/dashboard/trend.js";
import {grains} from "../lib/dashboard/trend.js";
import {formatMonth} from "../lib/format.js";
import {states} from "../lib/marts/regions.js";
import {shop} from "../lib/shop.js";
import type {Span} from "../lib/state/shared.js";
import {stateNames} from "./brazil.js";
import {radioInput, selectInput} from "./choiceInput.js";
import {dateInput} from "./dateInput.js";

/** A choice of one of the months that the data covers. */
export const monthInput = (label: string, {first_purchase, last_purchase}: Span) =>
  selectInput(monthsBetween(first_purchase.slice(0, 7), last_purchase.slice(0, 7)), label, (month: string) =>
    formatMonth(monthStart(month))
  );

/** Whether the places of the shop are states of Brazil, as far as is told. */
const namesStates = (shop.places ?? "brazilian-states") === "brazilian-states";

const byName = (a: string, b: string) => stateNames[a].localeCompare(stateNames[b], shop.locale);

/** What a choice of a state is of, for notes. @example stateText("SP") => "São Paulo" */
export const stateText = (state: string): string =>
  state !== "all" ? stateNames[state] : namesStates ? "all of Brazil" : "all places";

/** A choice of a state or of all; of all alone where the shop's places are no states of Brazil. */
export const stateInput = () =>
  selectInput(namesStates ? ["all", ...states.toSorted(byName)] : ["all"], "State", (state: string) =>
    state !== "all" ? stateNames[state] : namesStates ? "All of Brazil" : "All places"
  );

/** A choice of how long a bucket of time is. */
export const grainInput = () => radioInput<Grain>(grains, "Revenue by");

/** A choice of the day before which orders count. */
export const cutoffInput = ({first_purchase, last_purchase, cutoff}: Span) => {
  const days = [first_purchase, last_purchase, cutoff].map((time) => time.slice(0, 10)).sort();
  return dateInput("Cutoff", {min: days[0], max: days[2]});
};
