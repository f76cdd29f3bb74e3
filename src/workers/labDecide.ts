import type {Decision} from "../lib/decide/prepareDecision.js";
import {prepareDecision} from "../lib/decide/prepareDecision.js";
import type {ResampledDecision} from "../lib/decide/resampleDecision.js";
import {resampleDecision} from "../lib/decide/resampleDecision.js";
import {servedRates, servedScores} from "../lib/learn/lab/serving.js";
import type {TrainedModel} from "../lib/model/model.js";
import {randomStream} from "../lib/random/streams.js";
import type {Result} from "../lib/result.js";
import {ok} from "../lib/result.js";
import type {LabRequest} from "./lab.js";
import {benchOf, dividedFor, driven} from "./lab.js";

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
