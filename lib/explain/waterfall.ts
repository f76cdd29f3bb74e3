/** A step of a waterfall: a feature's contribution, and the score before and after it. */
export interface WaterfallStep {
  /** `null` for the step that holds all remaining features. */
  feature: string | null;
  contribution: number;
  from: number;
  to: number;
}

/** A row's way from the base to its score, in the score's unit. */
export interface Waterfall {
  base: number;
  /** The greatest contributions first, the rest of the features in one last step. */
  steps: WaterfallStep[];
  /** How many features the last step holds; 0 where there is none. */
  others: number;
  score: number;
}

/**
 * How a row's score comes about: the features that move it most one by one, then the others together.
 * @param contributions one for each feature, columns of a one-hot feature summed
 * @example waterfall(20, [{feature: "fever", contribution: 30}, {feature: "cough", contribution: 30}]).score => 80
 */
export function waterfall(
  base: number,
  contributions: readonly {feature: string; contribution: number}[],
  top = 10
): Waterfall {
  const moving = contributions
    .filter(({contribution}) => contribution !== 0)
    .toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const shown = moving.length > top + 1 ? top : moving.length;
  const rest = moving.slice(shown);
  const parts: {feature: string | null; contribution: number}[] = moving.slice(0, shown);
  if (rest.length)
    parts.push({feature: null, contribution: rest.reduce((sum, {contribution}) => sum + contribution, 0)});
  let score = base;
  const steps = parts.map(({feature, contribution}) => {
    const from = score;
    score += contribution;
    return {feature, contribution, from, to: score};
  });
  return {base, steps, others: rest.length, score};
}
