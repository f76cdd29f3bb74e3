import {currencySign} from "../../../lib/format.js";
import type {CohortsBy, Counting} from "../../../lib/retention/cohortView.js";
import {acrossKinds, cohortsBy, countings} from "../../../lib/retention/cohortView.js";
import type {PeriodUnit} from "../../../lib/retention/periods.js";
import {periodUnits} from "../../../lib/retention/periods.js";
import {numberInput} from "../../numberInput.js";
import {selectInput} from "../../choiceInput.js";
import {textInput} from "../../textInput.js";
import {toggleInput} from "../../toggleInput.js";
import {offered, placeWord} from "../../../lib/shop.js";
import {deliveredInput, groupNeeds} from "../inputs.js";

const byTexts: Record<CohortsBy, string> = {
  time: "When they first ordered",
  state: placeWord.title,
  category: "Category of the first order",
  payment: "Payment type of the first order",
  value: "Price of the first order"
};

const countTexts: Record<Counting, string> = {
  single: "In that period",
  later: "In that period or later",
  brackets: "Within age brackets"
};

const unitTexts: Record<PeriodUnit, string> = {month: "Calendar months", week: "Weeks"};

/** The page's inputs. */
export const cohortInputs = {
  delivered: deliveredInput,
  merge: () => toggleInput("Count same-day orders as one"),
  by: () => selectInput(offered(cohortsBy, groupNeeds), "Cohorts by", byTexts),
  unit: () => selectInput(periodUnits, "Ages in", unitTexts),
  count: () => selectInput(countings, "Came back", countTexts),
  brackets: () => textInput("Age brackets"),
  across: () =>
    selectInput(acrossKinds, "Horizontal axis", (across: string) =>
      across === "age" ? "Age" : "Calendar period"
    ),
  age: () => numberInput([1, 104], {label: "Compare cohorts at age", step: 1}),
  cohort: (names: readonly string[]) =>
    selectInput(["", ...names], "Cohort", (name: string) => (name === "" ? "Choose a cohort" : name)),
  at: () => numberInput([0, 104], {label: "Came back at age", step: 1}),
  cac: () => numberInput([0, 100_000], {label: "Acquisition cost per customer", unit: currencySign, step: 1}),
  margin: () =>
    numberInput([0.01, 1], {label: "Margin, share of price", unit: "share", step: 0.01, slider: true}),
  discount: () =>
    numberInput([0, 1], {
      label: "Yearly discount rate",
      unit: "share",
      step: 0.01,
      slider: [0, 0.5]
    })
};
