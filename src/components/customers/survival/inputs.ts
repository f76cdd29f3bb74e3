import type {SecondOrderGroup} from "../../../lib/retention/secondOrder.js";
import {secondOrderGroups} from "../../../lib/retention/secondOrder.js";
import type {LogRankWeights} from "../../../lib/survival/logRankWeights.js";
import {logRankTests} from "../../../lib/survival/logRankWeights.js";
import {numberInput} from "../../numberInput.js";
import {selectInput} from "../../choiceInput.js";
import {offered, placeWord} from "../../../lib/shop.js";
import {groupNeeds} from "../inputs.js";

const groupTexts: Record<SecondOrderGroup, string> = {
  none: "No comparison",
  state: placeWord.title,
  category: "Category of the first order",
  payment: "Payment type of the first order",
  value: "Price of the first order",
  half: "Half-year of the first order"
};

/** What customers are compared by. */
export const groupInput = () => selectInput(offered(secondOrderGroups, groupNeeds), "Compare by", groupTexts);

/** What a comparison is called: they weigh early and late second orders differently. */
export const testNames: Record<LogRankWeights, string> = {
  "log-rank": "log-rank test",
  "gehan-wilcoxon": "Gehan-Wilcoxon test, early times count more",
  "tarone-ware": "Tarone-Ware test, early times count somewhat more",
  peto: "Peto test, early times count more"
};

/** Which test compares the groups. */
export const testInput = () =>
  selectInput(
    logRankTests,
    "Test",
    (test: LogRankWeights) => `${testNames[test].charAt(0).toUpperCase()}${testNames[test].slice(1)}`
  );

/** How many days are drawn. */
export const horizonInput = () =>
  numberInput([30, 730], {label: "Days since the first order", unit: "days", step: 1, slider: true});
