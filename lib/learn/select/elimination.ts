import {formatNumber} from "../../format.js";
import type {Feature, Material, SelectionStep} from "./step.js";

/** The importance of each of the columns given (numbers of the examples' columns) to a quick model of them. */
export type Rank = (columns: Uint32Array) => Generator<unknown, ArrayLike<number>>;

export interface EliminationOptions {
  rank: Rank;
  /** How many features to leave. */
  features: number;
  /** Share of the features at the start that each round removes, at least one. */
  share: number;
}

/**
 * Recursive feature elimination (Guyon and others 2002; rounds as in scikit-learn's RFE): a quick model ranks the
 * features, the least important go, and again until so many are left. A one-hot feature counts with the sum of its
 * columns; of equals the last goes first; what is on the keep-list stays and counts among those left. The figure is
 * the importance in the last round in which the feature took part.
 * @throws RangeError where the ranking has a wrong length or is not of finite numbers: a fault of the callback
 */
export function* byElimination(
  features: readonly Feature[],
  {keep}: Pick<Material, "keep">,
  {rank, features: wanted, share}: EliminationOptions
): Generator<number, SelectionStep> {
  const removed = Math.max(1, Math.floor(share * features.length));
  const target = Math.max(1, wanted);
  const rounds = Math.max(0, Math.ceil((features.length - target) / removed));
  const figures = new Map<string, number>();
  const gone = new Map<string, number>();
  let left = [...features];
  for (let round = 1; left.length > target; round++) {
    const columns = Uint32Array.from(left.flatMap(({columns}) => columns));
    const ranking = rank(columns);
    let step = ranking.next();
    for (; !step.done; step = ranking.next()) yield (round - 1) / rounds;
    const importance = step.value;
    if (
      importance.length !== columns.length ||
      Array.from(importance).some((value) => !Number.isFinite(value))
    )
      throw new RangeError(`no importance for each of the columns: ${importance.length}`);
    let at = 0;
    for (const {name, columns} of left) {
      let sum = 0;
      for (let j = 0; j < columns.length; j++) sum += importance[at++];
      figures.set(name, sum);
    }
    const figure = ({name}: Feature) => figures.get(name) ?? 0;
    const going = left
      .filter(({name}) => !keep.has(name))
      .toReversed()
      .sort((a, b) => figure(a) - figure(b))
      .slice(0, Math.min(removed, left.length - target));
    if (!going.length) break;
    for (const {name} of going) gone.set(name, round);
    left = left.filter((feature) => !going.includes(feature));
  }
  return {
    step: "elimination",
    rule: `Each round fits a quick model and removes the ${formatNumber(removed, 0)} least important, until ${formatNumber(target, 0)} are left.`,
    verdicts: features.map(({name}) => {
      const round = gone.get(name);
      return {
        feature: name,
        figure: figures.get(name) ?? 0,
        verdict: round === undefined ? "kept" : "dropped",
        reason: round === undefined ? "" : `among the least important in round ${round} of ${rounds}`
      };
    })
  };
}
