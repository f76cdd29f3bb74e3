import * as Inputs from "npm:@observablehq/inputs";
import {html} from "npm:htl";
import {formatCount} from "../../lib/format.js";
import type {Family} from "../../lib/learn/families.js";
import {choice, flag, integer} from "../../lib/state/parameters.js";
import type {PageState} from "../state.js";
import {familyNames} from "./inputs.js";
import {featureNames} from "./names.js";
import type {LabChoice} from "./parameters.js";
import {briefParameters, families, labChoice} from "./parameters.js";
import {numberInput} from "../numberInput.js";

/** The labels that the page sets side by side, in the order that it tells of them. */
export const churnLabels = ["rule", "recency", "forward"] as const;
export type ChurnLabel = (typeof churnLabels)[number];

/** The families that stand for all where time is short; the last is the one that sentences are about. */
const quickFamilies = ["logistic", "xgboost"] as const satisfies readonly Family[];
export const spokenFamily: Family = "xgboost";

const bounds = {top: [10, 10_000], window: [30, 180], step: [1, 6]} as const;
const within = ([min, max]: readonly [number, number]) => ({min, max});

/** What a reader chooses on the page; names of the lab's own mean the same as on its other pages. */
export const leakageParameters = {
  ...briefParameters,
  four: flag(false),
  alarm: choice<ChurnLabel>("recency", churnLabels),
  top: integer(1000, within(bounds.top)),
  window: integer(90, within(bounds.window)),
  step: integer(3, within(bounds.step)),
  teacher: choice<Family>(spokenFamily, families),
  drift: flag(false)
};

export type LeakageState = PageState<typeof leakageParameters>;

/** The same models under every label. */
export interface LeakageChoice {
  /** How each label is asked, of all features. */
  asks: Record<ChurnLabel, LabChoice>;
  families: readonly Family[];
}

/** A model asked again and again, each time later. */
export interface DriftChoice {
  /** How every cutoff is asked; `question.asof` is the latest. */
  ask: LabChoice;
  family: Family;
  /** Months between two cutoffs. */
  step: number;
}

type Values = LeakageState["values"];

/** Models as the address says, but judged by one hold-out, from all features, as late as the label allows. */
function askOf(values: Values, end: string, own: Readonly<Record<string, unknown>>): LabChoice {
  const fixed = {
    preset: "all",
    asof: "",
    only: "",
    validation: "holdout",
    balance: "none",
    calibration: "none"
  };
  return labChoice({...values, ...fixed, ...own}, end, featureNames);
}

/** @param end ISO time of the end of the data */
export function leakageChoice(values: Values, end: string): LeakageChoice {
  const ask = (label: ChurnLabel) => askOf(values, end, {label});
  return {
    asks: {rule: ask("rule"), recency: ask("recency"), forward: ask("forward")},
    families: values.four ? families : quickFamilies
  };
}

/** @param end ISO time of the end of the data */
export const driftChoice = (values: Values, end: string): DriftChoice => ({
  ask: askOf(values, end, {label: "forward", horizon: values.window}),
  family: values.teacher,
  step: values.step
});

const valued = <T>(element: HTMLElement, value: () => T) =>
  Object.defineProperty(element, "value", {get: value}) as HTMLElement & {readonly value: T};

/** What the trainings are asked; the value is the choice. */
export const leakageForm = (
  address: LeakageState,
  end: string
): HTMLElement & {readonly value: LeakageChoice} =>
  valued(
    html`<div class="filters">
      ${address.input("horizon", numberInput([7, 365], {label: "Forward: days ahead", step: 1, slider: true}))}
      ${address.input("days", numberInput([1, 700], {label: "Recency: cut, days", step: 1, slider: true}))}
      ${address.input("seed", numberInput([0, 999_999], {label: "Seed", step: 1}))}
      ${address.input("four", Inputs.toggle({label: "All four families"}))}
    </div>`,
    () => leakageChoice(address.values, end)
  );

/** What is asked at cutoff after cutoff; the value is the choice. */
export const driftForm = (address: LeakageState, end: string): HTMLElement & {readonly value: DriftChoice} =>
  valued(
    html`<div class="filters">
      ${address.input("window", numberInput([...bounds.window], {label: "Days ahead", step: 1, slider: true}))}
      ${address.input("step", numberInput([...bounds.step], {label: "Months between cutoffs", step: 1, slider: true}))}
      ${address.input(
        "teacher",
        Inputs.select(families, {label: "Model", format: (family: Family) => familyNames[family]})
      )}
    </div>`,
    () => driftChoice(address.values, end)
  );

/** Which label the alarm is about. */
export const alarmInput = (names: Readonly<Record<ChurnLabel, string>>) =>
  Inputs.select(churnLabels, {label: "Label", format: (label: ChurnLabel) => names[label]});

/** How many of the ranked customers are looked at. */
export const topInput = () =>
  numberInput([...bounds.top], {
    label: `Customers looked at (${formatCount(bounds.top[0])} to ${formatCount(bounds.top[1])})`,
    step: 1
  });
