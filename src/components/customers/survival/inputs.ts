import * as Inputs from "npm:@observablehq/inputs";
import type {SecondOrderGroup} from "../../../lib/retention/secondOrder.js";
import {secondOrderGroups} from "../../../lib/retention/secondOrder.js";
import {numberInput} from "../../numberInput.js";

const groupTexts: Record<SecondOrderGroup, string> = {
  none: "No comparison",
  state: "State",
  category: "Category of the first order",
  payment: "Payment type of the first order",
  value: "Price of the first order",
  half: "Half-year of the first order"
};

/** What customers are compared by. */
export const groupInput = () =>
  Inputs.select(secondOrderGroups, {
    label: "Compare by",
    format: (group: SecondOrderGroup) => groupTexts[group]
  });

/** How many days are drawn. */
export const horizonInput = () =>
  numberInput([30, 730], {label: "Days since the first order", step: 1, slider: true});
