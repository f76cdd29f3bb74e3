import {firstWhere} from "../stats/firstWhere.js";
import type {Counts, Payoff} from "./payoff.js";
import {profitOf} from "./payoff.js";
import type {Decision} from "./prepareDecision.js";

/** What a cut through the ranked rows gives. */
export interface Cut extends Counts {
  /** The lowest score that is flagged; `null` where nobody is. */
  threshold: number | null;
  /** In cents. */
  profit: number;
}

/**
 * The profit at every threshold, in cents: at 0 nobody is flagged, at i everybody from `decision.thresholds[i - 1]`.
 * @example [...profits(prepareDecision([1, 0], [0.9, 0.4]), {...payoff, truePositive: 5, falsePositive: -2})] => [0, 5, 3]
 */
export function profits(decision: Decision, payoff: Payoff): Float64Array {
  const {rows, positives, flagged, caught, caughtValue} = decision;
  const {truePositive, falsePositive, falseNegative, trueNegative, ownValueShare} = payoff;
  const nobody = falseNegative * positives + trueNegative * (rows - positives);
  const right = truePositive - falseNegative;
  const wrong = falsePositive - trueNegative;
  const found = new Float64Array(flagged.length + 1).fill(nobody);
  for (let i = 0; i < flagged.length; i++)
    found[i + 1] += right * caught[i] + wrong * (flagged[i] - caught[i]) + ownValueShare * caughtValue[i];
  return found;
}

/** The most profitable cut; of several, the one that flags fewest. */
export function bestCut(decision: Decision, payoff: Payoff): Cut {
  const found = profits(decision, payoff);
  let best = 0;
  for (let i = 1; i < found.length; i++) if (found[i] > found[best]) best = i;
  return groupCut(decision, payoff, best);
}

/**
 * What flagging every row at or above a threshold gives.
 * @example cutAt(prepareDecision([1, 0], [0.9, 0.4]), {...payoff, truePositive: 5}, 0.5).flagged => 1
 */
export function cutAt(decision: Decision, payoff: Payoff, threshold: number): Cut {
  const {thresholds} = decision;
  return groupCut(
    decision,
    payoff,
    firstWhere((i) => !(thresholds[i] >= threshold), 0, thresholds.length)
  );
}

/**
 * What flagging the k rows with the highest scores gives; k is kept from 0 to all rows. Through rows of equal score it
 * takes the mean over all their orders.
 * @example topCut(prepareDecision([1, 0], [0.5, 0.5]), {...payoff, truePositive: 5, falsePositive: -1}, 1).profit => 2
 */
export function topCut(decision: Decision, payoff: Payoff, k: number): Cut {
  const {rows, positives, thresholds, flagged, caught, caughtValue} = decision;
  const wanted = Math.max(0, Math.min(rows, k));
  const group = firstWhere((i) => !(flagged[i] < wanted), 0, flagged.length - 1);
  const [start, before, valueBefore] = group
    ? [flagged[group - 1], caught[group - 1], caughtValue[group - 1]]
    : [0, 0, 0];
  const share = wanted > start ? (wanted - start) / (flagged[group] - start) : 0;
  const counts = {
    rows,
    positives,
    flagged: wanted,
    caught: share ? before + share * (caught[group] - before) : 0,
    caughtValue: share ? valueBefore + share * (caughtValue[group] - valueBefore) : 0
  };
  return {...counts, threshold: wanted ? thresholds[group] : null, profit: profitOf(payoff, counts)};
}

/** The cut after so many groups of equal scores. */
function groupCut(decision: Decision, payoff: Payoff, groups: number): Cut {
  const {rows, positives, thresholds, flagged, caught, caughtValue} = decision;
  const counts = groups
    ? {flagged: flagged[groups - 1], caught: caught[groups - 1], caughtValue: caughtValue[groups - 1]}
    : {flagged: 0, caught: 0, caughtValue: 0};
  return {
    rows,
    positives,
    ...counts,
    threshold: groups ? thresholds[groups - 1] : null,
    profit: profitOf(payoff, {rows, positives, ...counts})
  };
}
