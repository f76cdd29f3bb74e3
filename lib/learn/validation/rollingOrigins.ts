import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";

/** A cutoff to judge by, and the earlier ones that may be learnt from; indices into the cutoffs given. */
export interface Origin {
  test: number;
  train: number[];
}

/**
 * Which snapshots may teach which. An outcome as of a cutoff is known a horizon later, so a cutoff may be learnt from
 * where its window is closed: cutoff + horizon <= test cutoff. In order of the test cutoff; cutoffs before which
 * nothing is closed are not tested. All in one unit of time. Fails, with a sentence, where there is none to test.
 * @example rollingOrigins([0, 30, 60, 90], 60) => {ok: true, value: [{test: 2, train: [0]}, {test: 3, train: [0, 1]}]}
 */
export function rollingOrigins(cutoffs: readonly number[], horizon: number): Result<Origin[]> {
  if (!(horizon > 0 && Number.isFinite(horizon)))
    return fail("horizon", `The horizon must be above 0, not ${horizon}`);
  if (cutoffs.some((cutoff) => !Number.isFinite(cutoff)))
    return fail("cutoffs", "Every cutoff must be a moment in time.");
  if (new Set(cutoffs).size < cutoffs.length) return fail("cutoffs", "A cutoff stands there twice.");
  const order = [...cutoffs.keys()].sort((a, b) => cutoffs[a] - cutoffs[b]);
  const origins = order
    .map((test) => ({test, train: order.filter((early) => cutoffs[early] + horizon <= cutoffs[test])}))
    .filter(({train}) => train.length);
  return origins.length
    ? ok(origins)
    : fail(
        "no-closed-window",
        "No cutoff lies a whole horizon after another, so there is none to learn from: add earlier cutoffs or shorten the horizon."
      );
}
