import {monthsBetween, monthStart} from "../lib/dashboard/cube.js";
import type {Grain} from "../lib/dashboard/trend.js";
import {grains} from "../lib/dashboard/trend.js";
import {formatMonth} from "../lib/format.js";
import {states} from "../lib/marts/regions.js";
import type {Span} from "../lib/state/shared.js";
import {stateNames} from "./brazil.js";
import {radioInput, selectInput} from "./choiceInput.js";
import {dateInput} from "./dateInput.js";
import {site} from "../vitrine.config.js";

/** A choice of one of the months that the data covers. */
export const monthInput = (label: string, {first_purchase, last_purchase}: Span) =>
  selectInput(monthsBetween(first_purchase.slice(0, 7), last_purchase.slice(0, 7)), label, (month: string) =>
    formatMonth(monthStart(month))
  );

/** A choice of a state or of all. */
export const stateInput = () =>
  selectInput(
    ["all", ...states.toSorted((a, b) => stateNames[a].localeCompare(stateNames[b], site.locale))],
    "State",
    (state: string) => (state === "all" ? "All of Brazil" : stateNames[state])
  );

/** A choice of how long a bucket of time is. */
export const grainInput = () => radioInput<Grain>(grains, "Revenue by");

/** A choice of the day before which orders count. */
export const cutoffInput = ({first_purchase, last_purchase, cutoff}: Span) => {
  const days = [first_purchase, last_purchase, cutoff].map((time) => time.slice(0, 10)).sort();
  return dateInput("Cutoff", {min: days[0], max: days[2]});
};
