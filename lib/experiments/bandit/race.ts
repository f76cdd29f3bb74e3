import {drawsFrom} from "../../distributions/draws.js";
import {randomStream} from "../../random/streams.js";
import type {PolicyName} from "./policies.js";
import {bestObserved, policyNames, policyOf} from "./policies.js";
import type {BanditSetup} from "./setup.js";

/** One run of one policy, at the checkpoints. */
export interface Race {
  /** Expected conversions lost so far against the best arm, at each checkpoint. */
  regret: Float64Array;
  /** Visitors of each arm since the checkpoint before, checkpoint by checkpoint. */
  assigned: Float64Array;
  /** Visitors and conversions of each arm in the end. */
  users: Float64Array;
  converted: Float64Array;
  /** The arm of the best observed rate in the end. */
  chosen: number;
}

/** How many visitors there have been at each of about 60 points in time, each the end of a batch, the last the horizon. */
export function checkpoints({horizon, batch}: Pick<BanditSetup, "horizon" | "batch">): number[] {
  const batches = Math.ceil(horizon / batch);
  const every = Math.max(1, Math.ceil(batches / 60));
  const points: number[] = [];
  for (let i = every; i < batches; i += every) points.push(i * batch);
  return [...points, horizon];
}

/**
 * One run: visitors come in batches, a policy assigns those of a batch one by one, and then their outcomes are drawn.
 * Each policy and run has random numbers of its own, so that a run is the same whatever else is simulated.
 * @example race("split", setup, 0).regret.at(-1) => horizon times the mean gap to the best rate
 */
export function race(name: PolicyName, setup: BanditSetup, run: number): Race {
  const {rates, batch, seed} = setup;
  const arms = rates.length;
  const policyNumber = policyNames.indexOf(name);
  const random = randomStream("bandit.policy", seed, policyNumber, run);
  const {binomial} = drawsFrom(randomStream("bandit.outcomes", seed, policyNumber, run));
  const policy = policyOf(name, setup, random);
  const best = Math.max(...rates);
  const points = checkpoints(setup);
  const known = {
    users: new Float64Array(arms),
    converted: new Float64Array(arms),
    assigned: new Float64Array(arms)
  };
  const regret = new Float64Array(points.length);
  const assigned = new Float64Array(points.length * arms);
  const fresh = new Float64Array(arms);
  let [lost, visitor] = [0, 0];
  for (const [point, end] of points.entries()) {
    while (visitor < end) {
      const stop = Math.min(visitor + batch, end);
      fresh.fill(0);
      for (; visitor < stop; visitor++) {
        const arm = policy(known, visitor);
        fresh[arm]++;
        known.assigned[arm]++;
      }
      for (let arm = 0; arm < arms; arm++) {
        known.users[arm] += fresh[arm];
        known.converted[arm] += binomial(fresh[arm], rates[arm]);
        assigned[point * arms + arm] += fresh[arm];
        lost += fresh[arm] * (best - rates[arm]);
      }
    }
    regret[point] = lost;
  }
  const {users, converted} = known;
  return {regret, assigned, users, converted, chosen: bestObserved(arms, random, known)};
}
