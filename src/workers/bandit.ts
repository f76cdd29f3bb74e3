import type {BanditSetup} from "../lib/experiments/bandit/setup.js";
import {checkSetup} from "../lib/experiments/bandit/setup.js";
import type {BanditOutcome} from "../lib/experiments/bandit/simulate.js";
import {simulate} from "../lib/experiments/bandit/simulate.js";
import type {Result} from "../lib/result.js";
import {ok} from "../lib/result.js";

/** Reports are this far apart, in milliseconds. */
const between = 50;

/** Simulates a race of bandits, telling how far it is. */
export function simulateBandits(
  setup: BanditSetup,
  report: (share: number) => unknown
): Result<BanditOutcome> {
  const checked = checkSetup(setup);
  if (!checked.ok) return checked;
  const steps = simulate(checked.value);
  let last = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return ok(step.value);
    if (performance.now() - last < between) continue;
    last = performance.now();
    void report(step.value.share);
  }
}
