import type {Correction} from "../../../lib/experiments/plan/corrections.js";
import {segmentNames} from "../../../lib/rfm/segments.js";
import {placeCodes} from "../../../lib/state/placeCodes.js";
import type {StateValues} from "../../../lib/state/parameter.js";
import {choice, integer, real} from "../../../lib/state/parameters.js";

export const metrics = ["proportion", "mean", "revenue", "ratio"] as const;
export type PlanMetricName = (typeof metrics)[number];
export const corrections = ["none", "bonferroni", "sidak"] as const;
export const formulas = ["pooled", "baseline", "arcsine"] as const;
export type FormulaName = (typeof formulas)[number];
export const sidesNames = ["two-sided", "one-sided"] as const;
export const segmentChoices = ["everybody", ...segmentNames] as const;

export const percent = {min: 0, max: 100};
export const money = {min: 0, max: 1e9};
export const anything = {min: -1e9, max: 1e9};

/**
 * What a reader says of the test, as it stands in the address; shares in percent, money in reais. The bounds let
 * through what no test can answer, for the page to say why.
 * @param perDay users a day, where the reader says nothing
 */
export const planParameters = (perDay: number) => ({
  metric: choice<PlanMetricName>("proportion", metrics),
  source: choice("typed", ["typed", "data"]),
  population: choice("all", ["all", ...placeCodes]),
  segment: choice("everybody", segmentChoices),
  baseline: real(20, percent),
  buyers: real(3, percent),
  mean: real(140, money),
  sd: real(220, money),
  per: real(1.1, money),
  perSd: real(0.4, money),
  correlation: real(0.2, {min: -1, max: 1}),
  effect: real(5, anything),
  as: choice("absolute", ["absolute", "relative"]),
  alpha: real(5, percent),
  power: real(80, percent),
  sides: choice("two-sided", sidesNames),
  arms: integer(2, {min: 2, max: 10}),
  ratio: real(1, {min: 0, max: 1000}),
  correction: choice<Correction>("bonferroni", corrections),
  formula: choice<FormulaName>("pooled", formulas),
  traffic: real(perDay, anything),
  share: real(100, percent),
  cost: real(0.1, money),
  worth: real(140, money)
});

export type PlanChoice = StateValues<ReturnType<typeof planParameters>>;
