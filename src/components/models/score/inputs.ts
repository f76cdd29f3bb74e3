import {html} from "npm:htl";
import {familyNames} from "../../../lib/lab/names.js";
import {families} from "../../../lib/lab/parameters.js";
import {radioInput} from "../../choiceInput.js";
import {numberInput} from "../../numberInput.js";

/** How many customers are published at most. */
export const mostPicks = 60;

/** Which published model scores. */
export const modelInput = () => radioInput(families, "Model", familyNames);

/** Which of the published customers is scored. */
export const pickInput = () =>
  numberInput([1, mostPicks], {
    label: "Customer held out, from the lowest score (1) to the highest",
    step: 1,
    slider: true
  });

const waitMilliseconds = 300;

/** Where a customer is typed or pasted; the text stays in this tab. Its value is the text. */
export function typedInput(): HTMLElement & {value: string} {
  let value = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  const area = html`<textarea
    rows="4"
    style="width: 100%; max-width: 640px; box-sizing: border-box; padding: 6px 8px; font: 13px/1.4 var(--monospace); color: var(--color-ink); background: var(--color-card); border: 1px solid var(--color-line); border-radius: 6px"
    spellcheck="false"
    placeholder=${'{"recency_days": 30, "frequency": 1, …}'}
    aria-label="A customer as JSON, or as a header and a row of CSV"
  ></textarea>` as HTMLTextAreaElement;
  const element = html`<div class="typed-customer">${area}</div>`;
  area.addEventListener("input", (event) => {
    event.stopPropagation();
    clearTimeout(timer);
    timer = setTimeout(() => {
      value = area.value;
      element.dispatchEvent(new Event("input", {bubbles: true}));
    }, waitMilliseconds);
  });
  return Object.defineProperty(element, "value", {get: () => value}) as HTMLElement & {value: string};
}
