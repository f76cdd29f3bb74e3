import {html} from "npm:htl";
import {chosenIn} from "./chosen.js";

/**
 * Several fields of a bar under a name, closed at first: what a reader seldom changes. The line of the name says what is
 * set there.
 * @example fieldGroup("Errors and arms", [alpha, power])
 */
export function fieldGroup(name: string, inputs: readonly (Element | null)[]): HTMLElement {
  const chosen = html`<span></span>`;
  const fields = html`<div class="filters">${inputs}</div>`;
  const element = html`<details>
    <summary>${name}: ${chosen}</summary>
    ${fields}
  </details>`;
  const follow = () => {
    chosen.textContent = chosenIn(fields, {named: true}).join(" · ");
  };
  element.addEventListener("input", () => requestAnimationFrame(follow));
  requestAnimationFrame(follow);
  return element;
}
