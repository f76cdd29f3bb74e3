import type {Peeked, PeekingOptions} from "../../../lib/experiments/sequential/peeking.js";
import {joinPeeked} from "../../../lib/experiments/sequential/peeking.js";
import type {PathPoint} from "../../../lib/experiments/sequential/peekingPath.js";
import type {MethodSummary} from "../../../lib/experiments/sequential/peekingSummary.js";
import {peekingSummary} from "../../../lib/experiments/sequential/peekingSummary.js";
import type {Result} from "../../../lib/result.js";
import {ok} from "../../../lib/result.js";
import type {ExperimentsApi} from "../../../workers/experiments.worker.js";
import type {TaskOptions} from "../../../lib/task.js";
import {background} from "../../background.js";

/** What came of simulated tests. */
export interface PeekingOutcome {
  options: PeekingOptions;
  peeked: Peeked;
  summary: MethodSummary[];
  /** How often naive peeking is wrong up to and with each look, by theory. */
  theory: Float64Array;
  /** The test that is shown look by look: the first that naive peeking stops early, else the first. */
  shown: {run: number; fooled: boolean; path: PathPoint[]};
}

const mostWorkers = 4;

const {ask} = background<ExperimentsApi>(
  () => import.meta.resolve("../../../workers/experiments.worker.js"),
  () => Math.max(1, Math.min(mostWorkers, navigator.hardwareConcurrency || 1))
);

/** Runs of a part, so that progress is seen and workers end together. */
const partRuns = 500;

/**
 * Simulates tests in background workers, shared out among them; the outcome does not depend on how many there are.
 * @example const result = await runPeeking(options, {signal, onProgress});
 */
export async function runPeeking(
  options: PeekingOptions,
  {signal, onProgress}: TaskOptions
): Promise<Result<PeekingOutcome>> {
  onProgress?.(0, "Working out the boundaries");
  const thresholds = await ask((worker) => worker.thresholds(options), {signal});
  if (!thresholds.ok) return thresholds;
  const given = thresholds.value;
  const done = new Map<number, number>();
  const tell = (from: number, runs: number) => {
    done.set(from, runs);
    const sum = [...done.values()].reduce((all, part) => all + part, 0);
    onProgress?.(sum / options.runs, "Simulating tests");
  };
  const starts = Array.from({length: Math.ceil(options.runs / partRuns)}, (_, i) => i * partRuns);
  const parts = await Promise.all(
    starts.map(async (from) => {
      const to = Math.min(options.runs, from + partRuns);
      const part = await ask((worker, report) => worker.peek(given, from, to, report), {
        signal,
        onProgress: (share) => tell(from, share * (to - from))
      });
      if (part.ok) tell(from, to - from);
      return part;
    })
  );
  const failed = parts.find((part) => !part.ok);
  if (failed) return failed;
  const peeked = joinPeeked(parts.flatMap((part) => (part.ok ? [part.value] : [])));
  const run = Math.max(0, peeked.firstFooled);
  const path = await ask((worker) => worker.path(given, run), {signal});
  if (!path.ok) return path;
  return ok({
    options,
    peeked,
    summary: peekingSummary(peeked, options),
    theory: given.theory,
    shown: {run, fooled: peeked.firstFooled >= 0, path: path.value}
  });
}
