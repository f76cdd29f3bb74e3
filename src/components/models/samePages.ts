import {html} from "npm:htl";
import {formatState} from "../../lib/state/formatState.js";
import type {StateValues} from "../../lib/state/parameter.js";
import {pageHref} from "../links.js";
import type {LabParameters} from "../../lib/lab/parameters.js";

const pages = {
  train: "Train and compare models",
  explain: "Explain a model",
  decide: "Decide: threshold and campaign"
} as const;

/**
 * Links to the lab's other pages that ask the same question of the same models, trained or not as here.
 * @param here the page that the links stand on
 * @param asked what of the address they ask by
 * @param outcome what has been trained here, if anything
 * @example samePages("train", address, parameters, null).textContent => "The same models on other pages: Explain a model, Decide: threshold and campaign."
 */
export function samePages(
  here: keyof typeof pages,
  {values}: {values: StateValues<LabParameters>},
  asked: LabParameters,
  outcome: unknown
): HTMLElement {
  const query = formatState(asked, {...values, run: values.run && outcome !== null}, "");
  const links = Object.entries(pages)
    .filter(([page]) => page !== here)
    .map(([page, title], index) => html`${index ? ", " : ""}<a href=${pageHref(page, query)}>${title}</a>`);
  return html`<p class="lab-note">The same models on other pages: ${links}.</p>`;
}
