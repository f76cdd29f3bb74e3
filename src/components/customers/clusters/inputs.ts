import * as Inputs from "npm:@observablehq/inputs";
import {html} from "npm:htl";
import {clusterNumbers, columnsOf} from "../../../lib/retention/clusterParameters.js";
import {customerColumnLabels} from "../../../lib/retention/customerColumns.js";
import {numberInput} from "../../numberInput.js";

/** How many clusters. */
export const numberOfClusters = () =>
  Inputs.select(clusterNumbers, {
    label: "Number of clusters",
    format: (k: string) => (k === "auto" ? "Automatic: largest silhouette" : k)
  });

/** The seed of starts and draws. */
export const seedInput = () => numberInput([0, 999_999], {label: "Seed", step: 1});

/** The earlier of the two days between which segments are compared. */
export const beforeInput = ({
  first_purchase,
  last_purchase
}: {
  first_purchase: string;
  last_purchase: string;
}) =>
  Inputs.date({
    label: "Earlier day",
    min: first_purchase.slice(0, 10),
    max: last_purchase.slice(0, 10)
  });

/** Boxes to choose what customers are compared by; the value is the names, as the address has them. */
export function columnsInput(): HTMLElement & {value: string} {
  const boxes = Object.entries(customerColumnLabels).map(
    ([name, label]) => html`<label><input type="checkbox" value=${name} /> ${label}</label>`
  );
  const inputs = boxes.map((box) => box.querySelector("input") as HTMLInputElement);
  const element = html`<fieldset class="choices">
    <legend>Compare customers by</legend>
    ${boxes}
  </fieldset>`;
  return Object.defineProperty(element, "value", {
    get: () =>
      inputs
        .filter(({checked}) => checked)
        .map(({value}) => value)
        .join(","),
    set: (written: string) => {
      const wanted = new Set(columnsOf(written));
      for (const input of inputs) input.checked = wanted.has(input.value);
    }
  }) as HTMLElement & {value: string};
}
