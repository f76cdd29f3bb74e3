import type {Progress} from "../lib/driven.js";
import {driven} from "../lib/driven.js";
import type {Peeked, PeekingOptions, Thresholds} from "../lib/experiments/sequential/peeking.js";
import {simulatePeeking, thresholdsOf} from "../lib/experiments/sequential/peeking.js";
import type {PathPoint} from "../lib/experiments/sequential/peekingPath.js";
import {peekingPath} from "../lib/experiments/sequential/peekingPath.js";
import type {Result} from "../lib/result.js";
import {ok} from "../lib/result.js";

/** What each method asks of z at each look. */
export const thresholds = (options: PeekingOptions): Result<Thresholds> => thresholdsOf(options);

/** Simulates the tests `from` to before `to`. */
export const peek = (
  given: Thresholds,
  from: number,
  to: number,
  report: (progress: Progress) => unknown
): Result<Peeked> => ok(driven(simulatePeeking(given, from, to), report));

/** One of the simulated tests, look by look. */
export const path = (given: Thresholds, run: number): Result<PathPoint[]> => ok(peekingPath(given, run));
