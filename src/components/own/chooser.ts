import {html} from "npm:htl";

/** What a choice offers: values with their labels. */
export type Choices = readonly (readonly [value: string, label: string])[];

/** A labelled choice of a form that is no page's state: `set` gets what is chosen. */
export function chooser(
  label: string,
  choices: Choices,
  value: string,
  set: (value: string) => void
): HTMLElement {
  const select = html`<select>
    ${choices.map(([each, text]) => html`<option value=${each} selected=${each === value}>${text}</option>`)}
  </select>` as HTMLSelectElement;
  select.addEventListener("input", (event) => event.stopPropagation());
  select.addEventListener("change", () => set(select.value));
  return html`<label>${label} ${select}</label>`;
}
