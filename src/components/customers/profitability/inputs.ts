import {selectInput} from "../../choiceInput.js";
import type {ContributionGroup} from "../../../lib/retention/contribution.js";
import {contributionGroups} from "../../../lib/retention/contribution.js";
import {numberInput} from "../../numberInput.js";
import {lacks, offered, placeWord} from "../../../lib/shop.js";
import {groupNeeds} from "../inputs.js";

const groupTexts: Record<ContributionGroup, string> = {
  category: "Category",
  state: placeWord.title,
  payment: "Payment type",
  segment: "RFM segment"
};

/** The page's inputs. */
export const profitInputs = {
  margin: () =>
    numberInput([0, 1], {label: "Margin, share of price", unit: "share", step: 0.01, slider: true}),
  borne: () => {
    const label = "Freight paid by the shop, share";
    const input = numberInput([0, 1], {label, unit: "share", step: 0.01, slider: true});
    input.hidden = lacks("freight");
    return input;
  },
  by: () => selectInput(offered(contributionGroups, groupNeeds), "Contribution by", groupTexts),
  top: () =>
    numberInput([0.01, 0.99], {label: "Top share of customers", unit: "share", step: 0.01, slider: true})
};
