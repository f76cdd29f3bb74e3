import type {Decision} from "../decide/prepareDecision.js";
import {prepareDecision} from "../decide/prepareDecision.js";
import type {ResampledDecision} from "../decide/resampleDecision.js";
import {resampleDecision} from "../decide/resampleDecision.js";
import {servedRates, servedScores} from "../pipeline/serving.js";
import type {TrainedModel} from "../model/model.js";
import {randomStream} from "../random/streams.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import type {LabRequest} from "./bench.js";
import {driven} from "../driven.js";
import {benchOf, dividedFor} from "./bench.js";

/** Scores of every row, and the rates by city that went into them. */
export interface Served {
  /** Of label 1. */
  probabilities: Float64Array;
  /** By the city's code, where a column depends on them. */
  rates?: Float32Array;
}

/** A decision with its resamples, by contacts and by threshold: whatever costs are tried, nothing else is needed. */
export interface ResampledBoth {
  decision: Decision;
  byRows: ResampledDecision;
  byThreshold: ResampledDecision;
}

/** What a model says of every row of the examples, with the rates by city of the rows that a request learns from. */
export function serve(id: string, request: LabRequest, model: TrainedModel): Result<Served> {
  const bench = benchOf(id);
  const parts = dividedFor(bench, request);
  if (!parts.ok) return parts;
  const rates = servedRates(bench.examples, parts.value.train);
  if (!rates.ok) return rates;
  return ok({
    probabilities: servedScores(bench.examples, model, {rates: rates.value, module: bench.module}),
    rates: rates.value
  });
}

/** Rows ready for decisions; `values` in cents. */
export function decisionOn(
  labels: Uint8Array,
  scores: Float64Array,
  values: Float64Array | undefined,
  seed: number
): ResampledBoth {
  const decision = prepareDecision(labels, scores, values);
  const resampled = (by: "rows" | "threshold") =>
    driven(resampleDecision(decision, {by, random: randomStream("decide.resamples", seed)}), () => undefined);
  return {decision, byRows: resampled("rows"), byThreshold: resampled("threshold")};
}
