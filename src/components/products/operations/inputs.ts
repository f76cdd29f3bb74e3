import type {StageGrouping} from "../../../lib/delivery/deliveryParameters.js";
import {ripeDays, stageGroupings} from "../../../lib/delivery/deliveryParameters.js";
import type {Journeys} from "../../../lib/journeys/journeys.js";
import {noSeller} from "../../../lib/journeys/journeys.js";
import type {Span} from "../../../lib/state/shared.js";
import {monthInput} from "../../filters.js";
import {numberInput} from "../../numberInput.js";
import {selectInput} from "../../choiceInput.js";
import {toggleInput} from "../../toggleInput.js";
import type {Lack} from "../../../lib/shop.js";
import {lacks, offered, placeWord} from "../../../lib/shop.js";

const groupTexts: Record<StageGrouping, string> = {
  state: `Customer’s ${placeWord.one}`,
  sellerState: `Seller’s ${placeWord.one}`,
  month: "Month of purchase",
  category: "Category",
  seller: "Seller"
};

const groupNeeds: Partial<Record<StageGrouping, readonly Lack[]>> = {
  state: ["places"],
  sellerState: ["sellers"],
  category: ["categories"],
  seller: ["sellers"]
};

/** Whether no order tells when it was approved or handed over. */
const withoutStages = lacks("approvals") || lacks("handovers");

/** The page's own inputs. */
export const operationsInputs = {
  category: (journeys: Journeys | null) =>
    selectInput(
      ["all", ...(journeys?.category.names ?? []).filter((name) => name !== noSeller).sort()],
      "Category",
      (name: string) => (name === "all" ? "All categories" : name)
    ),
  lost: () => toggleInput("Orders never delivered count as late"),
  days: () => numberInput([1, ripeDays], {label: "Days promised", unit: "days", step: 1, slider: true}),
  target: () =>
    numberInput([0.5, 0.99], {
      label: "Share to keep",
      unit: "share",
      step: 0.01,
      slider: true
    }),
  learn: (span: Span) => monthInput("Learn before", span),
  by: () => {
    const input = selectInput(
      offered(stageGroupings, groupNeeds),
      "Compare by",
      (by: StageGrouping) => groupTexts[by]
    );
    input.hidden = withoutStages;
    return input;
  },
  least: () => {
    const input = numberInput([10, 5000], {label: "Orders a group needs", step: 1});
    input.hidden = withoutStages && lacks("sellers");
    return input;
  }
};
