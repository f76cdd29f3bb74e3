import type {Family} from "../../learn/families.js";
import {choice, flag, integer} from "../../state/parameters.js";
import type {StateValues} from "../../state/parameter.js";
import {featureNames} from "../featureNames.js";
import type {LabChoice} from "../parameters.js";
import {briefParameters, families, labChoice} from "../parameters.js";

/** The labels that the page sets side by side, in the order that it tells of them. */
export const churnLabels = ["rule", "recency", "forward"] as const;
export type ChurnLabel = (typeof churnLabels)[number];

/** The families that stand for all where time is short; the last is the one that sentences are about. */
const quickFamilies = ["logistic", "xgboost"] as const satisfies readonly Family[];
export const spokenFamily: Family = "xgboost";

/** The least and the most of each number. */
export const leakageBounds = {top: [10, 10_000], window: [30, 180], step: [1, 6]} as const;
const within = ([min, max]: readonly [number, number]) => ({min, max});

/** What a reader chooses on the page; names of the lab's own mean the same as on its other pages. */
export const leakageParameters = {
  ...briefParameters,
  four: flag(false),
  alarm: choice<ChurnLabel>("recency", churnLabels),
  top: integer(1000, within(leakageBounds.top)),
  window: integer(90, within(leakageBounds.window)),
  step: integer(3, within(leakageBounds.step)),
  teacher: choice<Family>(spokenFamily, families),
  drift: flag(false)
};

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

type Values = StateValues<typeof leakageParameters>;

/** Models as the address says, but of everybody, judged by one hold-out, from all features, as late as the label allows. */
function askOf(values: Values, end: string, own: Readonly<Record<string, unknown>>): LabChoice {
  const fixed = {
    preset: "all",
    asof: "",
    only: "",
    population: "",
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
