import {html} from "npm:htl";
import type {LabChoice} from "../../lib/lab/parameters.js";
import {knownPopulationNote} from "../customers/knownPopulation.js";

/**
 * Who is asked about, where that is not everybody.
 * @param text the population as the address has it
 */
export function labPopulation(text: string, {question: {label, asof}}: LabChoice): Node {
  if (text !== "" && label === "late")
    return html`<p class="population">
      The population is one of customers: late orders are asked about for all.
    </p>`;
  const use =
    "The models published with the site are of all customers: Train makes those of this population here.";
  return knownPopulationNote({text, name: "population", day: asof, use});
}
