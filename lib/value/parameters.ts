import {choice, flag, integer, real} from "../state/parameters.js";
import type {StateValues} from "../state/parameter.js";
import type {Span} from "../state/shared.js";
import {sharedParameters} from "../state/shared.js";
import {purchaseModels} from "./lifetimeValue.js";

/** What a reader chooses on the page about lifetime value. */
export const valueParameters = (span: Span) => ({
  cutoff: sharedParameters(span).cutoff,
  state: sharedParameters(span).state,
  delivered: flag(true),
  model: choice("bg", purchaseModels),
  horizon: integer(52, {min: 1, max: 260}),
  margin: real(1, {min: 0.01, max: 1}),
  discount: real(0.1, {min: 0, max: 1}),
  holdout: integer(26, {min: 4, max: 78}),
  fitted: integer(6, {min: 3, max: 10})
});

export type ValueChoice = StateValues<ReturnType<typeof valueParameters>>;
