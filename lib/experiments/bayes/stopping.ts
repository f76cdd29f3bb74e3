import type {Standing} from "./best.js";

/** A named arm's standing. */
export interface NamedStanding extends Standing {
  name: string;
  users: number;
}

/** Whether an experiment may be ended, and by taking which arm. */
export interface Stopping {
  stop: boolean;
  /** The arm of the smallest expected loss; of several, the first, so that a tie keeps the control. */
  choice: NamedStanding;
  sentence: string;
}

/**
 * Stops when the arm of the smallest expected loss may be expected to cost less than the reader cares about.
 *
 * Method: C. Stucchio, "Bayesian A/B testing at VWO" (2015): the threshold of caring.
 *
 * @param arms at least one, the control first
 * @param care the loss that does not matter, in the unit of the losses
 * @param format how a loss reads
 * @example stopping([{name: "A", users: 9, chance: 0.1, loss: 0.02}, {name: "B", users: 9, chance: 0.9, loss: 0.001}], 0.005, String).stop => true
 */
export function stopping(
  arms: readonly NamedStanding[],
  care: number,
  format: (loss: number) => string
): Stopping {
  const choice = arms.reduce((best, arm) => (arm.loss < best.loss ? arm : best));
  const without = arms.filter(({users}) => users === 0).map(({name}) => `“${name}”`);
  if (without.length > 0)
    return {
      stop: false,
      choice,
      sentence: `Nothing can be decided: ${without.join(" and ")} ${without.length === 1 ? "has" : "have"} no visitors yet, and what is said about ${without.length === 1 ? "it" : "them"} is the prior alone.`
    };
  const stop = choice.loss < care;
  const loss = `is expected to cost ${format(choice.loss)} against the best arm`;
  return {
    stop,
    choice,
    sentence: stop
      ? `You may stop and take “${choice.name}”: that ${loss}, less than the ${format(care)} you said you do not care about.`
      : `Go on: even the best choice, “${choice.name}”, ${loss}, not less than the ${format(care)} you said you do not care about.`
  };
}
