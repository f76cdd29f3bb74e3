import * as Inputs from "npm:@observablehq/inputs";
import type {StageGrouping} from "../../../lib/delivery/deliveryParameters.js";
import {ripeDays, stageGroupings} from "../../../lib/delivery/deliveryParameters.js";
import {formatTyped} from "../../../lib/format.js";
import type {Journeys} from "../../../lib/journeys/journeys.js";
import {noSeller} from "../../../lib/journeys/journeys.js";
import type {Span} from "../../../lib/state/shared.js";
import {monthInput} from "../../filters.js";
import {numberInput} from "../../numberInput.js";

const groupTexts: Record<StageGrouping, string> = {
  state: "Customer’s state",
  sellerState: "Seller’s state",
  month: "Month of purchase",
  category: "Category",
  seller: "Seller"
};

/** The page's own inputs. */
export const operationsInputs = {
  category: (journeys: Journeys | null) =>
    Inputs.select(["all", ...(journeys?.category.names ?? []).filter((name) => name !== noSeller).sort()], {
      label: "Category",
      format: (name: string) => (name === "all" ? "All categories" : name)
    }),
  lost: () => Inputs.toggle({label: "Orders never delivered count as late"}),
  days: () => numberInput([1, ripeDays], {label: "Days promised", step: 1, slider: true}),
  target: () =>
    numberInput([0.5, 0.99], {
      label: `Share to keep (${formatTyped(0.95)} is 95 %)`,
      step: 0.01,
      slider: true
    }),
  learn: (span: Span) => monthInput("Learn before", span),
  by: () =>
    Inputs.select(stageGroupings, {label: "Compare by", format: (by: StageGrouping) => groupTexts[by]}),
  least: () => numberInput([10, 5000], {label: "Orders a group needs", step: 1})
};
