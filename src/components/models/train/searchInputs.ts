import {html} from "npm:htl";
import {usualAxes} from "../../../lib/learn/search/axes.js";
import type {PageState} from "../../state.js";
import {familyNames} from "../../../lib/lab/names.js";
import {families} from "../../../lib/lab/parameters.js";
import type {SearchChoice, searchParameters} from "../../../lib/lab/searching.js";
import {searchAsked, searchMethods} from "../../../lib/lab/searching.js";
import {numberInput} from "../../numberInput.js";
import {selectInput} from "../../choiceInput.js";
import {textInput} from "../../textInput.js";
import {toggleInput} from "../../toggleInput.js";

/** The inputs of a search; the value is what they stand for, less the lab's own choice. */
export function searchForm(
  address: PageState<typeof searchParameters>
): HTMLElement & {readonly value: Omit<SearchChoice, "lab">} {
  const axes = address.input("axes", textInput("What to try", {chars: 40}));
  const draws = address.input("draws", numberInput([1, 200], {label: "Candidates", step: 1}));
  const form = html`<div class="filters lab-form">
    ${address.input("search", selectInput(families, "Family", familyNames))}
    ${address.input(
      "method",
      selectInput(searchMethods, "Search", (method: string) =>
        method === "grid" ? "every point of a grid" : "at random"
      )
    )}
    ${axes} ${draws} ${address.input("halving", toggleInput("Successive halving"))}
  </div>`;
  const value = () => searchAsked(address.values);
  const follow = () => {
    const {family, method} = value();
    axes.querySelector("input")?.setAttribute("placeholder", usualAxes[family][method]);
    draws.toggleAttribute("hidden", method === "grid");
  };
  form.addEventListener("input", follow);
  follow();
  return Object.defineProperty(form, "value", {get: value}) as HTMLElement & {
    readonly value: Omit<SearchChoice, "lab">;
  };
}
