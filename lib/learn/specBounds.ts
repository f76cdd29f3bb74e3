import type {Family, SpecOf} from "./families.js";

/** Smallest and largest value of a parameter, and whether it must be whole. */
export interface Bound {
  low: number;
  high: number;
  whole?: true;
}

/** The names of a family's numbers. */
export type NumberOf<F extends Family> = {
  [K in keyof SpecOf<F>]: SpecOf<F>[K] extends number ? K : never;
}[keyof SpecOf<F>];

const share: Bound = {low: 0.01, high: 1};
const count = (high: number, low = 1): Bound => ({low, high, whole: true});
const maxDepth = count(12);
const minLeafRows = count(100_000);

/** What a reader may choose, number by number. */
export const specBounds: {readonly [F in Family]: Readonly<Record<NumberOf<F>, Bound>>} = {
  logistic: {C: {low: 1e-5, high: 1000}, l1Ratio: {low: 0, high: 1}},
  forest: {trees: count(1000), maxDepth, minLeafRows, maxFeatures: share},
  boosting: {
    rounds: count(2000),
    learningRate: {low: 0.001, high: 1},
    maxDepth,
    minLeafRows,
    subsample: share,
    maxFeatures: share
  },
  xgboost: {
    rounds: count(2000),
    eta: {low: 0.001, high: 1},
    maxDepth,
    alpha: {low: 0, high: 1000},
    lambda: {low: 0, high: 1000},
    gamma: {low: 0, high: 1000},
    minChildWeight: {low: 0, high: 100_000},
    scalePosWeight: {low: 0.001, high: 1000},
    subsample: share,
    colsample: share,
    baseScore: {low: 0.001, high: 0.999},
    earlyStoppingRounds: count(1000, 0),
    maxBins: count(256, 2)
  }
};
