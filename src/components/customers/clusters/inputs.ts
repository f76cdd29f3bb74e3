import {html} from "npm:htl";
import {clusterNumbers, columnsOf} from "../../../lib/retention/clusterParameters.js";
import {customerColumnLabels, customerColumnNames} from "../../../lib/retention/customerColumns.js";
import {numberInput} from "../../numberInput.js";
import {selectInput, severalInput} from "../../choiceInput.js";
import {dateInput} from "../../dateInput.js";

/** How many clusters. */
export const numberOfClusters = () =>
  selectInput(clusterNumbers, "Number of clusters", (k: string) =>
    k === "auto" ? "Automatic: largest silhouette" : k
  );

/** The seed of starts and draws. */
export const seedInput = () => numberInput([0, 999_999], {label: "Seed", step: 1});

/** The earlier of the two days between which segments are compared. */
export const beforeInput = ({
  first_purchase,
  last_purchase
}: {
  first_purchase: string;
  last_purchase: string;
}) => dateInput("Earlier day", {min: first_purchase.slice(0, 10), max: last_purchase.slice(0, 10)});

/** Boxes to choose what customers are compared by; the value is the names, as the address has them. */
export function columnsInput(): HTMLElement & {value: string} {
  const boxes = severalInput(customerColumnNames, "Compare customers by", customerColumnLabels);
  return Object.defineProperty(html`<div class="field-holder">${boxes}</div>`, "value", {
    get: () => boxes.value.join(","),
    set: (written: string) => {
      boxes.value = columnsOf(written);
    }
  }) as HTMLElement & {value: string};
}
