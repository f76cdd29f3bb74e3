import {drawsFrom} from "../../distributions/draws.js";
import type {RandomSource} from "../../random/source.js";
import type {BanditSetup} from "./setup.js";

/** Ways of choosing an arm for a visitor, in the order in which they are told. */
export const policyNames = ["thompson", "ucb", "epsilon", "commit", "split"] as const;
export type PolicyName = (typeof policyNames)[number];

/** What is known when a batch is assigned: outcomes of all earlier batches. */
export interface Known {
  users: Float64Array;
  converted: Float64Array;
  /** Visitors assigned so far, those of this batch among them whose outcome is not known yet. */
  assigned: Float64Array;
}

/** Chooses the arm of the next visitor. */
export type Policy = (known: Known, visitor: number) => number;

type Assumed = Pick<BanditSetup, "rates" | "epsilon" | "halving" | "explore">;

/**
 * The policies, each with its source:
 * - Thompson sampling: a draw from each arm's Beta(1 + converted, 1 + others), the largest wins (Thompson 1933;
 *   Chapelle and Li 2011).
 * - UCB1: observed rate plus sqrt(2 ln t / n), n counting those whose outcome is still out (Auer, Cesa-Bianchi and
 *   Fischer 2002).
 * - Epsilon-greedy: an arm at random with chance epsilon, else the best so far (Sutton and Barto, chapter 2).
 * - Explore then commit: an equal split until each arm has its visitors, then the best for good.
 * - Fixed split: equal, for ever.
 * @example policyOf("split", setup, randomSource(1))(known, 4) => 0 (of two arms)
 */
export function policyOf(name: PolicyName, setup: Assumed, random: RandomSource): Policy {
  const arms = setup.rates.length;
  const split: Policy = (_, visitor) => visitor % arms;
  switch (name) {
    case "thompson":
      return thompson(arms, random);
    case "ucb":
      return ucb(arms, random);
    case "epsilon":
      return epsilonGreedy(setup, random);
    case "commit":
      return exploreThenCommit(setup, split, random);
    case "split":
      return split;
  }
}

function thompson(arms: number, random: RandomSource): Policy {
  const {beta} = drawsFrom(random);
  return ({users, converted}) => {
    let [best, most] = [0, -1];
    for (let arm = 0; arm < arms; arm++) {
      const drawn = beta(1 + converted[arm], 1 + users[arm] - converted[arm]);
      if (drawn > most) [best, most] = [arm, drawn];
    }
    return best;
  };
}

function ucb(arms: number, random: RandomSource): Policy {
  return ({users, converted, assigned}, visitor) =>
    largest(arms, random, (arm) => {
      if (assigned[arm] === 0) return Infinity;
      const observed = users[arm] > 0 ? converted[arm] / users[arm] : 0;
      return observed + Math.sqrt((2 * Math.log(visitor + 1)) / assigned[arm]);
    });
}

function epsilonGreedy({rates, epsilon, halving}: Assumed, random: RandomSource): Policy {
  const arms = rates.length;
  return (known, visitor) => {
    const share = halving > 0 ? epsilon / (1 + visitor / halving) : epsilon;
    return random() < share ? Math.floor(random() * arms) : bestObserved(arms, random, known);
  };
}

function exploreThenCommit({rates, explore}: Assumed, split: Policy, random: RandomSource): Policy {
  const arms = rates.length;
  let committed = -1;
  return (known, visitor) => {
    if (visitor < explore * arms) return split(known, visitor);
    const seen = known.users.reduce((sum, users) => sum + users, 0);
    if (committed < 0 && seen >= explore * arms) committed = bestObserved(arms, random, known);
    return committed < 0 ? split(known, visitor) : committed;
  };
}

/** The arm of the best observed rate; one without outcomes comes first, and ties are drawn for. */
export const bestObserved = (
  arms: number,
  random: RandomSource,
  {users, converted}: Pick<Known, "users" | "converted">
): number => largest(arms, random, (arm) => (users[arm] > 0 ? converted[arm] / users[arm] : Infinity));

/** The arm of the largest value, of several one at random. */
function largest(arms: number, random: RandomSource, value: (arm: number) => number): number {
  let [best, most, ties] = [0, -Infinity, 0];
  for (let arm = 0; arm < arms; arm++) {
    const now = value(arm);
    if (now > most) [best, most, ties] = [arm, now, 1];
    else if (now === most && random() * ++ties < 1) best = arm;
  }
  return best;
}
