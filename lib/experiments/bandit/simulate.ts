import type {PolicyName} from "./policies.js";
import {policyNames} from "./policies.js";
import type {Race} from "./race.js";
import {checkpoints, race} from "./race.js";
import type {BanditSetup} from "./setup.js";
import type {PolicySummary} from "./summary.js";
import {summary} from "./summary.js";

/** What came of a race of policies. */
export interface BanditOutcome {
  setup: BanditSetup;
  policies: PolicySummary[];
}

/** The policies that a setup asks for. @example racing({explore: 0}) => ["thompson", "ucb", "epsilon", "split"] */
export const racing = ({explore}: Pick<BanditSetup, "explore">): PolicyName[] =>
  policyNames.filter((name) => name !== "commit" || explore > 0);

/**
 * Lets all policies run as often as asked for, in steps: yields the share done after each run, returns the outcome.
 * @param setup one that `checkSetup` has passed
 * @example finish(simulate(setup)).policies.map(({name}) => name) => ["thompson", "ucb", "epsilon", "split"]
 */
export function* simulate(setup: BanditSetup): Generator<{share: number}, BanditOutcome> {
  const names = racing(setup);
  const points = checkpoints(setup);
  const policies: PolicySummary[] = [];
  for (const [i, name] of names.entries()) {
    const races: Race[] = [];
    for (let run = 0; run < setup.runs; run++) {
      races.push(race(name, setup, run));
      yield {share: (i + (run + 1) / setup.runs) / names.length};
    }
    policies.push(summary(name, setup, points, races));
  }
  return {setup, policies};
}
