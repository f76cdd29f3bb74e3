import type {Peeked, PeekingOptions, Thresholds} from "../lib/experiments/sequential/peeking.js";
import {simulatePeeking, thresholdsOf} from "../lib/experiments/sequential/peeking.js";
import type {PathPoint} from "../lib/experiments/sequential/peekingPath.js";
import {peekingPath} from "../lib/experiments/sequential/peekingPath.js";
import type {Result} from "../lib/result.js";
import {ok} from "../lib/result.js";

/** Told how many runs are done. */
export type Report = (runs: number) => unknown;

/** Milliseconds between two reports. */
const quiet = 50;

/** What each method asks of z at each look. */
export const thresholds = (options: PeekingOptions): Result<Thresholds> => thresholdsOf(options);

/** Simulates the tests `from` to before `to`. */
export function peek(given: Thresholds, from: number, to: number, report: Report): Result<Peeked> {
  const steps = simulatePeeking(given, from, to);
  let told = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return ok(step.value);
    if (performance.now() - told < quiet) continue;
    told = performance.now();
    void report(step.value);
  }
}

/** One of the simulated tests, look by look. */
export const path = (given: Thresholds, run: number): Result<PathPoint[]> => ok(peekingPath(given, run));
