import type {Progress} from "../lib/driven.js";
import {driven} from "../lib/driven.js";
import type {BanditSetup} from "../lib/experiments/bandit/setup.js";
import {checkSetup} from "../lib/experiments/bandit/setup.js";
import type {BanditOutcome} from "../lib/experiments/bandit/simulate.js";
import {simulate} from "../lib/experiments/bandit/simulate.js";
import type {Result} from "../lib/result.js";
import {ok} from "../lib/result.js";

/** Simulates a race of bandits, telling how far it is. */
export function simulateBandits(
  setup: BanditSetup,
  report: (progress: Progress) => unknown
): Result<BanditOutcome> {
  const checked = checkSetup(setup);
  return checked.ok ? ok(driven(simulate(checked.value), report)) : checked;
}
