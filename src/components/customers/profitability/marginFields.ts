import {html} from "npm:htl";
import {marginsOf, marginsText} from "../../../lib/retention/contribution.js";
import {numberInput} from "../../numberInput.js";

/** An input: its value is the margins of categories that have their own, as the address has them. */
export type MarginFields = HTMLElement & {value: string};

/** A field for the margin of each category; an empty one takes the margin of all others. */
export function marginFields(categories: readonly string[]): MarginFields {
  let margins = marginsOf("");
  const fields = categories.map((category) => {
    const input = numberInput([0, 1], {label: category, unit: "share", step: 0.01, empty: NaN});
    input.addEventListener("input", (event) => {
      event.stopPropagation();
      if (Number.isNaN(input.value)) margins.delete(category);
      else margins.set(category, input.value);
      element.dispatchEvent(new Event("input", {bubbles: true}));
    });
    return {category, input};
  });
  const element = html`<details class="margin-fields">
    <summary>Margins by category</summary>
    <p>Margin of a category as a share of price. An empty field uses the general margin above.</p>
    <div class="filters">${fields.map(({input}) => input)}</div>
  </details>`;
  return Object.defineProperty(element, "value", {
    get: () => marginsText(margins),
    set: (text: string) => {
      margins = marginsOf(text);
      for (const {category, input} of fields) input.value = margins.get(category) ?? NaN;
    }
  }) as MarginFields;
}
