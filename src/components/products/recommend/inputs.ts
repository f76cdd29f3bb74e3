import {html} from "npm:htl";
import type {recommendParameters} from "../../../lib/recommend/parameters.js";
import {recommendBounds} from "../../../lib/recommend/parameters.js";
import type {ItemLevel} from "../../../lib/recommend/purchasesAt.js";
import {itemLevels} from "../../../lib/recommend/purchasesAt.js";
import {segmentNames} from "../../../lib/rfm/segments.js";
import {inBrazil, lacks, offered} from "../../../lib/shop.js";
import {placeCodes} from "../../../lib/state/placeCodes.js";
import type {Span} from "../../../lib/state/shared.js";
import {stateInput} from "../../filters.js";
import {inputGroup} from "../../inputGroup.js";
import {numberInput} from "../../numberInput.js";
import type {PageState} from "../../state.js";
import {selectInput} from "../../choiceInput.js";
import {dateInput} from "../../dateInput.js";
import {textInput} from "../../textInput.js";
import {toggleInput} from "../../toggleInput.js";

type RecommendState = PageState<ReturnType<typeof recommendParameters>>;

const number = (name: keyof typeof recommendBounds, label: string, step: number, unit?: string) =>
  numberInput(recommendBounds[name], {label, step, unit});
const chosen = (options: Readonly<Record<string, string>>, label: string) =>
  selectInput(Object.keys(options), label, (name: string) => options[name]);

/** The inputs of the page's bar, and those that stand alone. */
export const recommendInputs = {
  items: () =>
    selectInput(offered(itemLevels, {seller: ["sellers"], category: ["categories"]}), "Recommend", {
      product: "Products",
      seller: "Sellers",
      category: "Categories"
    } satisfies Record<ItemLevel, string>),
  split: () => chosen({date: "Purchases from a given day", last: "Everyone’s last order"}, "Find"),
  from: ({first_purchase, last_purchase}: Span) =>
    dateInput("From", {min: first_purchase.slice(0, 10), max: last_purchase.slice(0, 10)}),
  bought: () => chosen({out: "Left out", in: "Recommended too"}, "Bought already"),
  k: () => number("k", "Recommendations each", 1),
  like: (level: ItemLevel) =>
    textInput(`Similar to ${level}`, {placeholder: level === "category" ? "Toys" : "number"}),
  pairs: () => chosen({order: "In one order", person: "With one person"}, "Together")
};

const filters = (elements: HTMLElement[]) => html`<div class="filters">${elements}</div>`;

/** How models are fitted, folded away. */
export const settingsForm = (address: RecommendState) =>
  inputGroup(
    address,
    {
      merge: toggleInput("Orders of one day as one"),
      blend: number("share", "Weight of kNN in the blend", 1, "%"),
      half: number("halfLife", "Half-life of recent popularity", 1, "days"),
      together: number("together", "Minimum baskets per rule", 1),
      neighbours: number("neighbours", "Neighbours (kNN)", 1),
      shrinkage: number("shrinkage", "Shrinkage (kNN, cosine)", 1),
      lambda: number("lambda", "Regularisation (EASE)", 1),
      factors: number("factors", "Factors (SVD, ALS, BPR)", 1),
      alpha: number("alpha", "Confidence of a purchase (ALS)", 1),
      reg: number("regularisation", "Regularisation (ALS)", 1),
      seed: number("seed", "Seed", 1)
    },
    (elements) =>
      html`<details class="lab-more">
        <summary>Settings of the models</summary>
        ${filters(elements)}
      </details>`
  );

/** Where customers live, where that says more than their place does. */
function cityInput() {
  const input = textInput("City", inBrazil ? {placeholder: "são paulo"} : {});
  input.hidden = lacks("zips") && placeCodes.length > 0;
  return input;
}

/** Whom to recommend to; the list of customers sets the field as well. */
export function customerForm(address: RecommendState) {
  const customer = textInput("Customer", {placeholder: "number or id"}) as HTMLElement & {value: string};
  const group = inputGroup(
    address,
    {
      state: stateInput(),
      city: cityInput(),
      segment: selectInput(["all", ...segmentNames], "RFM segment", (name: string) =>
        name === "all" ? "All" : name
      ),
      customer,
      factor: toggleInput("Also PureSVD, ALS and BPR (some seconds)")
    },
    filters
  );
  return Object.assign(group, {
    choose(key: number) {
      customer.value = String(key);
      customer.dispatchEvent(new Event("input", {bubbles: true}));
    }
  });
}

/** What a shop assumes of recommendations, in per cent. */
export const assumptionsForm = (address: RecommendState) =>
  inputGroup(
    address,
    {
      shown: number("share", "Buyers shown recommendations", 1, "%"),
      accept: number("share", "Buyers shown one who add an item", 0.1, "%"),
      extra: number("share", "Added items not bought otherwise", 1, "%")
    },
    filters
  );
