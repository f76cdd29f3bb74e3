/** What a decision about a customer is worth, in cents, by how it turns out; costs are negative. */
export interface Payoff {
  /** Flagged, and the outcome came. */
  truePositive: number;
  /** Flagged for nothing. */
  falsePositive: number;
  /** Missed. */
  falseNegative: number;
  /** Rightly left alone. */
  trueNegative: number;
  /** Share of a true positive's own value (a column of cents) that is won on top; 0 without such a column. */
  ownValueShare: number;
}

/** How many rows a cut makes of each kind; fractions are expectations. */
export interface Counts {
  rows: number;
  positives: number;
  flagged: number;
  /** Positives among the flagged. */
  caught: number;
  /** Their own values' sum, in cents. */
  caughtValue: number;
}

/**
 * The profit of a cut, in cents.
 * @example profitOf({...payoff, truePositive: 500, falsePositive: -100}, {rows: 9, positives: 2, flagged: 3, caught: 1, caughtValue: 0}) => 300
 */
export const profitOf = (
  {truePositive, falsePositive, falseNegative, trueNegative, ownValueShare}: Payoff,
  {rows, positives, flagged, caught, caughtValue}: Counts
): number =>
  truePositive * caught +
  ownValueShare * caughtValue +
  falsePositive * (flagged - caught) +
  falseNegative * (positives - caught) +
  trueNegative * (rows - positives - flagged + caught);

/**
 * The precision from which flagging pays: of flagged rows, at least this share must be positive. With calibrated
 * probabilities it is the threshold to use (Elkan 2001, section 2). 0 where flagging always pays, `null` where it
 * never does, or pays only for the wrong rows.
 * @param meanOwnValue mean own value of the positives, in cents
 * @example breakEvenPrecision({...payoff, truePositive: 900, falsePositive: -100}) => 0.1
 */
export function breakEvenPrecision(payoff: Payoff, meanOwnValue = 0): number | null {
  const right = payoff.truePositive + payoff.ownValueShare * meanOwnValue - payoff.falseNegative;
  const wrong = payoff.trueNegative - payoff.falsePositive;
  if (wrong <= 0) return right >= 0 ? 0 : null;
  return right > 0 ? wrong / (right + wrong) : null;
}
