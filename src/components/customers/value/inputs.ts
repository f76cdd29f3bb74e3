import type {PurchaseModelName} from "../../../lib/value/lifetimeValue.js";
import {purchaseModels} from "../../../lib/value/lifetimeValue.js";
import {numberInput} from "../../numberInput.js";
import {selectInput} from "../../choiceInput.js";
import {deliveredInput} from "../inputs.js";

export const modelNames: Record<PurchaseModelName, string> = {
  bg: "BG/NBD",
  mbg: "MBG/NBD",
  pareto: "Pareto/NBD"
};

/** The page's inputs. */
export const valueInputs = {
  delivered: deliveredInput,
  model: () => selectInput(purchaseModels, "Purchase model", modelNames),
  horizon: () => numberInput([1, 260], {label: "Weeks ahead", unit: "weeks", step: 1, slider: [1, 156]}),
  margin: () =>
    numberInput([0.01, 1], {label: "Margin, share of price", unit: "share", step: 0.01, slider: true}),
  discount: () =>
    numberInput([0, 1], {
      label: "Yearly discount rate",
      unit: "share",
      step: 0.01,
      slider: [0, 0.5]
    }),
  holdout: () => numberInput([4, 78], {label: "Weeks held out", unit: "weeks", step: 1, slider: true}),
  fitted: () => numberInput([3, 10], {label: "Months fitted", unit: "months", step: 1, slider: true})
};
