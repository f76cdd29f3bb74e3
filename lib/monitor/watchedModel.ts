import {logOdds} from "../calibrate/calibrationLine.js";
import {applyPlatt, platt} from "../calibrate/platt.js";
import {columnDrift} from "../drift/columnDrift.js";
import {sharesTest} from "../drift/goodnessOfFit.js";
import {sampleOf} from "../drift/sample.js";
import {wilsonInterval} from "../metrics/wilsonInterval.js";
import {randomStream} from "../random/streams.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import {estimatedPerformance} from "./estimate.js";
import {daysAfter} from "./months.js";
import type {WatchedMonth} from "./months.js";
import {realisedPerformance} from "./realised.js";
import type {ModelWindow, WatchedModel} from "./report.js";

/** Everybody scored on a day by a model, and what came of it. */
export interface ScoredMonth extends WatchedMonth {
  /** Of the outcome looked for, before calibration. */
  probabilities: Float64Array;
  /** 1 where it came; null as long as it is open. */
  labels: Uint8Array | null;
  /** Rows of the month's buyers. */
  buyers: Uint32Array;
  /** Rows of people that the model has not learnt from: it is judged by these alone. */
  unseen: Uint32Array;
}

export interface ModelToWatch extends Pick<WatchedModel, "name" | "family" | "hash" | "asof" | "people"> {
  horizon: number;
  seed: number;
  /** Of rows held out of its training. */
  heldOut: {labels: Uint8Array; probabilities: Float64Array};
  /** Share of the outcome looked for among all that it learnt from. */
  share: number;
  /** The months that its scores are compared with, and those to be judged. */
  reference: readonly ScoredMonth[];
  months: readonly ScoredMonth[];
}

/**
 * How a model does month by month, on people that it has not learnt from. Its probabilities are calibrated by Platt's line on held-out rows, as an estimate
 * without outcomes needs (NannyML calibrates by isotonic regression, whose few steps would tie a rare outcome's
 * scores). Fails where the held-out rows cannot calibrate.
 */
export function watchedModel({
  heldOut,
  share,
  reference,
  months,
  ...about
}: ModelToWatch): Result<WatchedModel> {
  const {name, family, hash, asof, people, horizon, seed} = about;
  const line = platt(heldOut.labels, heldOut.probabilities.map(logOdds));
  if (!line.ok) return line;
  const calibrated = (probabilities: Float64Array) =>
    probabilities.map((probability) => applyPlatt(line.value, logOdds(probability)));
  const scoresOf = (scored: readonly ScoredMonth[]) =>
    sampleOf(
      "number",
      scored.flatMap(({probabilities, buyers}) => Array.from(buyers, (row) => logOdds(probabilities[row])))
    );
  const usual = scoresOf(reference);
  const windows = months.map((scored, at): ModelWindow => {
    const {month, cutoff, unseen} = scored;
    const probabilities = calibrated(Float64Array.from(unseen, (row) => scored.probabilities[row]));
    const known = scored.labels;
    const labels = known && Uint8Array.from(unseen, (row) => known[row]);
    const window: ModelWindow = {
      ...{month, cutoff, people: scored.probabilities.length, unseen: unseen.length},
      scores: columnDrift(usual, scoresOf([scored])),
      estimated: estimatedPerformance(probabilities, {random: randomStream("monitor.estimated", seed, at)})
    };
    if (!labels) return window;
    const positives = labels.reduce((sum, label) => sum + label, 0);
    return {
      ...window,
      realised: realisedPerformance(labels, probabilities, {
        random: randomStream("monitor.realised", seed, at)
      }),
      label: {
        ...{rows: labels.length, share: positives / labels.length},
        interval: wilsonInterval(positives, labels.length),
        ...{reference: share, p: sharesTest([share * people, people], [positives, labels.length])?.p ?? null},
        knownAt: daysAfter(cutoff, horizon)
      }
    };
  });
  return ok({
    ...{name, family, hash, asof, people, availableFrom: daysAfter(asof, horizon)},
    heldOut: realisedPerformance(heldOut.labels, calibrated(heldOut.probabilities), {
      random: randomStream("monitor.heldOut", seed)
    }),
    windows
  });
}
