import {html} from "npm:htl";
import {formatCount} from "../../../lib/format.js";
import type {
  ChurnLabel,
  DriftChoice,
  LeakageChoice,
  leakageParameters
} from "../../../lib/lab/leakage/choice.js";
import {churnLabels, driftChoice, leakageBounds, leakageChoice} from "../../../lib/lab/leakage/choice.js";
import type {PageState} from "../../state.js";
import {familyNames} from "../../../lib/lab/names.js";
import {families} from "../../../lib/lab/parameters.js";
import {numberInput} from "../../numberInput.js";
import {selectInput} from "../../choiceInput.js";
import {toggleInput} from "../../toggleInput.js";

export type LeakageState = PageState<typeof leakageParameters>;

const valued = <T>(element: HTMLElement, value: () => T) =>
  Object.defineProperty(element, "value", {get: value}) as HTMLElement & {readonly value: T};

/** What the trainings are asked; the value is the choice. */
export const leakageForm = (
  address: LeakageState,
  end: string
): HTMLElement & {readonly value: LeakageChoice} =>
  valued(
    html`<div class="filters bar">
      ${address.problems}
      ${address.input("horizon", numberInput([7, 365], {label: "Forward: days ahead", unit: "days", step: 1, slider: true}))}
      ${address.input("days", numberInput([1, 700], {label: "Recency: cut", unit: "days", step: 1, slider: true}))}
      ${address.input("seed", numberInput([0, 999_999], {label: "Seed", step: 1}))}
      ${address.input("four", toggleInput("All four families"))} ${address.tools()}
    </div>`,
    () => leakageChoice(address.values, end)
  );

/** What is asked at cutoff after cutoff; the value is the choice. */
export const driftForm = (address: LeakageState, end: string): HTMLElement & {readonly value: DriftChoice} =>
  valued(
    html`<div class="filters">
      ${address.input("window", numberInput([...leakageBounds.window], {label: "Days ahead", unit: "days", step: 1, slider: true}))}
      ${address.input("step", numberInput([...leakageBounds.step], {label: "Months between cutoffs", unit: "months", step: 1, slider: true}))}
      ${address.input("teacher", selectInput(families, "Model", familyNames))}
    </div>`,
    () => driftChoice(address.values, end)
  );

/** Which label the alarm is about. */
export const alarmInput = (names: Readonly<Record<ChurnLabel, string>>) =>
  selectInput(churnLabels, "Label", names);

/** How many of the ranked customers are looked at. */
export const topInput = () =>
  numberInput([...leakageBounds.top], {
    label: `Customers looked at (${formatCount(leakageBounds.top[0])} to ${formatCount(leakageBounds.top[1])})`,
    step: 1
  });
