import {selectInput} from "../../choiceInput.js";
import type {ContributionGroup} from "../../../lib/retention/contribution.js";
import {contributionGroups} from "../../../lib/retention/contribution.js";
import {numberInput} from "../../numberInput.js";
import {placeWord} from "../../../lib/shop.js";

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
  borne: () =>
    numberInput([0, 1], {label: "Freight paid by the shop, share", unit: "share", step: 0.01, slider: true}),
  by: () => selectInput(contributionGroups, "Contribution by", groupTexts),
  top: () =>
    numberInput([0.01, 0.99], {label: "Top share of customers", unit: "share", step: 0.01, slider: true})
};
