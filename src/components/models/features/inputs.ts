import {isoDay, midnightOf, millisecondsPerDay} from "../../../lib/days.js";
import {featureGroups, features} from "../../../lib/features/catalogue.js";
import {latestAsof} from "../../../lib/pipeline/question.js";
import {lacks} from "../../../lib/shop.js";
import type {Span} from "../../../lib/state/shared.js";
import {choice, day, flag, integer, text} from "../../../lib/state/parameters.js";
import {leakNames} from "./text.js";
import {featureNames} from "../../../lib/lab/featureNames.js";
import {numberInput} from "../../numberInput.js";
import {radioInput, selectInput} from "../../choiceInput.js";
import {dateInput} from "../../dateInput.js";
import {textInput} from "../../textInput.js";
import {toggleInput} from "../../toggleInput.js";

const leaks = ["all", "gives away", "input", "proxy", "fold", "safe"] as const;
export type LeakFilter = (typeof leaks)[number];
const groups = ["all", ...featureGroups.map(({letter}) => letter)];
const orders = ["number", "missing", "different", "name"] as const;
export type RowOrder = (typeof orders)[number];
const horizonBounds = {min: 7, max: 365};
const cutBounds = {min: 1, max: 700};

const dayAfter = (time: string) => isoDay(midnightOf(time).getTime() + millisecondsPerDay);

/** The first and last day that a reader may ask at, and the one asked at first. */
export function asofSpan({first_purchase, last_purchase, cutoff}: Span) {
  const [min, second] = [first_purchase.slice(0, 10), dayAfter(first_purchase)];
  const max = [cutoff.slice(0, 10), dayAfter(last_purchase), second].sort()[2];
  const wanted = latestAsof("forward", 180, cutoff);
  return {min, max, first: wanted < second ? second : wanted};
}

/** What a reader chooses on the page, as it stands in the address. */
export function featuresParameters(about: Span) {
  const {min, max, first} = asofSpan(about);
  return {
    asof: day(first, {min, max}),
    horizon: integer(180, horizonBounds),
    strict: flag(false),
    days: integer(210, cutBounds),
    group: choice("all", groups),
    leak: choice<LeakFilter>("all", leaks),
    search: text("", {max: 60}),
    order: choice<RowOrder>("number", orders),
    feature: choice<string>("recency_days", featureNames),
    bins: choice("width", ["width", "people"])
  };
}

const leakTexts: Record<LeakFilter, string> = {
  all: "All",
  "gives away": "L or P: leaks the label",
  ...leakNames
};

/** The inputs of the page. */
export const featuresInputs = {
  asof: (about: Span) => {
    const {min, max} = asofSpan(about);
    return dateInput("Cutoff date", {min, max});
  },
  horizon: () =>
    numberInput([horizonBounds.min, horizonBounds.max], {label: "Horizon", unit: "days", step: 1}),
  strict: () => {
    const input = toggleInput("Count orders from their approval on (strict)");
    input.hidden = lacks("approvals");
    return input;
  },
  days: () => numberInput([cutBounds.min, cutBounds.max], {label: "Recency cut", unit: "days", step: 1}),
  group: () =>
    selectInput(groups, "Group", (letter: string) => {
      const group = featureGroups.find((candidate) => candidate.letter === letter);
      return group ? `${letter} ${group.title}` : "All eight";
    }),
  leak: () => selectInput(leaks, "Against the rule label", leakTexts),
  search: () => textInput("Search", {placeholder: "review, freight, ..."}),
  order: () =>
    selectInput(
      orders,
      "Sort by",
      (order: RowOrder) =>
        ({number: "number", missing: "share missing", different: "different values", name: "name"})[order]
    ),
  feature: () =>
    selectInput(
      featureNames,
      "Feature",
      (name: string) => `${features.find((feature) => feature.name === name)?.number ?? ""} ${name}`
    ),
  bins: () =>
    radioInput(["width", "people"], "Bins", (how: string) =>
      how === "width" ? "of one width" : "with as many people each"
    )
};
