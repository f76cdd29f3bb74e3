/**
 * The penalty in scikit-learn's terms. Minimised is
 * `C * sum_i s_i ln(1 + exp(-y_i f_i)) + l1Ratio * |w|_1 + (1 - l1Ratio) / 2 * |w|_2^2`, with y = -1 or 1, row weights
 * s, scores f = intercept + w·x, and an intercept that is not penalised.
 */
export interface ElasticNet {
  /** Inverse strength, above 0: the smaller, the more the coefficients shrink. */
  C: number;
  /** 0 is ridge (L2 alone), 1 is lasso (L1 alone). */
  l1Ratio: number;
}

/** The same penalty as weights on |w|_1 and |w|_2^2 / 2 beside the mean, not the sum, of the losses. */
export interface MeanPenalty {
  l1: number;
  l2: number;
}

/**
 * Divides the objective by C and by the rows' total weight: the minimum stays where it is, and a step size means the
 * same whatever the count of rows. (Friedman, Hastie and Tibshirani 2010 write lambda for 1 / (C * weight).)
 * @example meanPenalty({C: 0.5, l1Ratio: 0.5}, 4) => {l1: 0.25, l2: 0.25}
 */
export function meanPenalty({C, l1Ratio}: ElasticNet, weight: number): MeanPenalty {
  const lambda = 1 / (C * weight);
  return {l1: lambda * l1Ratio, l2: lambda * (1 - l1Ratio)};
}

/** What the coefficients cost. @example penaltyOf({l1: 1, l2: 2}, [1, -1]) => 4 */
export const penaltyOf = ({l1, l2}: MeanPenalty, coefficients: ArrayLike<number>): number => {
  let sum = 0;
  for (let j = 0; j < coefficients.length; j++)
    sum += l1 * Math.abs(coefficients[j]) + (l2 / 2) * coefficients[j] ** 2;
  return sum;
};

/** Moves a value towards 0 by at most `by`. @example softThreshold(-3, 1) => -2 */
export const softThreshold = (value: number, by: number): number =>
  value > by ? value - by : value < -by ? value + by : 0;
