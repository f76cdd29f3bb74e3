import {formatNumber, formatShare} from "../format.js";
import {daysAfter} from "./months.js";
import {breaches} from "./monthAlerts.js";
import type {Finding} from "./monthAlerts.js";
import type {ModelWindow, WatchedModel} from "./report.js";
import type {MonitorConfig} from "./rules.js";

type Rules = Pick<MonitorConfig, "rules" | "alpha">;

const three = (value: number | null | undefined) => (value == null ? "unknown" : formatNumber(value, 3));
const later = (one: string, other: string) => (one > other ? one : other);

/**
 * What is to be told of a model: drift of its scores once it was there, its estimated performance, and what really came
 * on the day that this was known.
 * @param horizon days until an outcome is known
 */
export const modelAlerts = (model: WatchedModel, horizon: number, rules: Rules): Finding[] =>
  model.windows.flatMap((window) => [
    ...scored(model, window, rules),
    ...known(model, window, daysAfter(window.cutoff, horizon), rules)
  ]);

function scored(
  {name, availableFrom, heldOut}: WatchedModel,
  {month, cutoff, scores, estimated}: ModelWindow,
  rules: Rules
): Finding[] {
  const about = {month, knownAt: later(cutoff, availableFrom), subject: `${name} model`};
  const [was, now] = [heldOut.rocAuc.value, estimated.rocAuc.value];
  const fall = was !== null && now !== null ? was - now : null;
  const sure = (estimated.rocAuc.interval?.high ?? 1) < (was ?? 0);
  return [
    ...breaches(rules, "score-drift", scores.drifted ? scores.effect : null, {
      ...about,
      message: `The scores of the ${name} model have moved by ${three(scores.effect)} standard deviations.`
    }),
    ...breaches(rules, "estimate", sure ? fall : null, {
      ...about,
      message: `The ${name} model is estimated at a ROC-AUC of ${three(now)}, from ${three(was)}.`
    })
  ];
}

function known(
  {name, heldOut, availableFrom}: WatchedModel,
  {month, realised, label}: ModelWindow,
  outcomeAt: string,
  rules: Rules
): Finding[] {
  if (!realised || !label) return [];
  const about = {month, knownAt: later(outcomeAt, availableFrom), subject: `${name} model`};
  const [was, now] = [heldOut.rocAuc.value, realised.rocAuc.value];
  const fall = was !== null && now !== null ? was - now : null;
  const sure = (realised.rocAuc.interval?.high ?? 1) < (was ?? 0);
  const {predicted, observed, observedInterval} = realised;
  const outside =
    observedInterval !== null && (predicted < observedInterval.low || predicted > observedInterval.high);
  const change = label.reference > 0 ? Math.abs(label.share / label.reference - 1) : null;
  return [
    ...breaches(rules, "performance", sure ? fall : null, {
      ...about,
      message: `The ${name} model came to a ROC-AUC of ${three(now)}, from ${three(was)}.`
    }),
    ...breaches(rules, "calibration", outside && observed > 0 ? Math.abs(predicted / observed - 1) : null, {
      ...about,
      message: `The ${name} model promised ${formatShare(predicted, 2)}, and ${formatShare(observed, 2)} came.`
    }),
    ...breaches(rules, "label-drift", label.p !== null && label.p < rules.alpha ? change : null, {
      ...about,
      subject: `outcome of the ${name} model`,
      message: `${formatShare(label.share, 2)} ordered again, against ${formatShare(label.reference, 2)} when the ${name} model learnt.`
    })
  ];
}
