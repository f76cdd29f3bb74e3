import {monthsBetween, monthStart} from "../lib/dashboard/cube.js";
import type {Grain} from "../lib/dashboard/trend.js";
import {grains} from "../lib/dashboard/trend.js";
import {formatMonth} from "../lib/format.js";
import {inBrazil, placeWord, shop} from "../lib/shop.js";
import {placeCodes} from "../lib/state/placeCodes.js";
import type {Span} from "../lib/state/shared.js";
import {radioInput, selectInput} from "./choiceInput.js";
import {dateInput} from "./dateInput.js";
import {placeName} from "./placeName.js";

/** A choice of one of the months that the data covers. */
export const monthInput = (label: string, {first_purchase, last_purchase}: Span) =>
  selectInput(monthsBetween(first_purchase.slice(0, 7), last_purchase.slice(0, 7)), label, (month: string) =>
    formatMonth(monthStart(month))
  );

const everywhere = inBrazil ? "all of Brazil" : `all ${placeWord.many}`;

const byName = (a: string, b: string) => placeName(a).localeCompare(placeName(b), shop.locale);

/** What a choice of a place is of, for notes. @example stateText("SP") => "São Paulo" */
export const stateText = (state: string): string => (state !== "all" ? placeName(state) : everywhere);

/** A choice of a place or of all; hidden where the shop's orders name none to choose from. */
export const stateInput = () => {
  const input = selectInput(["all", ...placeCodes.toSorted(byName)], placeWord.title, (state: string) =>
    state !== "all" ? placeName(state) : `${everywhere[0].toUpperCase()}${everywhere.slice(1)}`
  );
  input.hidden = placeCodes.length === 0;
  return input;
};

/** A choice of how long a bucket of time is. */
export const grainInput = () => radioInput<Grain>(grains, "Revenue by");

/** A choice of the day before which orders count. */
export const cutoffInput = ({first_purchase, last_purchase, cutoff}: Span) => {
  const days = [first_purchase, last_purchase, cutoff].map((time) => time.slice(0, 10)).sort();
  return dateInput("Cutoff", {min: days[0], max: days[2]});
};
