import {randomSource} from "./source.js";
import type {RandomSource} from "./xoshiro128.js";

/**
 * Every use of chance, by the number that it has in a stream's name. No two share one, or the "chance" of one would be
 * that of the other; a number stays as it is and is not given again, or all that was drawn from it would change.
 */
export const streams = {
  "shop.places": 1,
  "shop.geolocation": 2,
  "shop.sellers": 3,
  "shop.catalogue": 4,
  "shop.productSellers": 5,
  "shop.productIds": 6,
  "shop.products": 7,
  "shop.people": 8,
  "late.start": 101,
  "trees.forest": 111,
  "trees.boosting": 112,
  "trees.xgboost": 113,
  "split.holdout": 201,
  "split.folds": 202,
  "resample.smote": 203,
  "select.shuffledLabels": 204,
  "search.candidates": 205,
  "split.calibration": 206,
  "split.earlyStop": 207,
  "search.rows": 208,
  "search.folds": 209,
  "rates.folds": 210,
  "explain.importance": 301,
  "explain.beeswarm": 302,
  "explain.dependence": 303,
  "explain.colours": 304,
  "explain.partners": 305,
  "judge.scorecard": 401,
  "judge.comparison": 402,
  "decide.resamples": 411,
  "leakage.labels": 501,
  "leakage.inFold": 502,
  "leakage.outOfFold": 503,
  "leakage.folds": 504,
  "bandit.policy": 601,
  "bandit.outcomes": 602,
  "sequential.peeking": 611,
  "practice.arm": 621,
  "practice.day": 622,
  "practice.base": 623,
  "practice.amount": 624,
  "practice.effect": 625,
  "practice.loss": 626,
  "retention.payback": 701,
  "inequality.resamples": 711,
  "value.resamples": 721,
  "cluster.starts": 731,
  "cluster.silhouette": 732,
  "cluster.gapRows": 733,
  "cluster.gapReferences": 734,
  "cluster.stabilityRows": 735,
  "cluster.bootstraps": 736,
  "cluster.rows": 737,
  "cluster.picture": 738,
  "recommend.chance": 801,
  "recommend.svd": 802,
  "recommend.als": 803,
  "recommend.bpr": 804,
  "recommend.bprFoldIn": 805,
  "recommend.resamples": 806,
  "reviews.split": 901,
  "reviews.folds": 902,
  "reviews.subwords": 903,
  "reviews.order": 904,
  "reviews.scorecard": 905,
  "reviews.convolution": 906,
  "reviews.convolution.order": 907,
  "reviews.withCopies": 908,
  "monitor.realised": 1001,
  "monitor.estimated": 1002,
  "monitor.heldOut": 1003
} as const;

/** A use of chance. */
export type StreamName = keyof typeof streams;

/**
 * The uniform numbers in [0, 1) of one use of chance, repeatable by the seed; `within` tells its parts apart (a tree, a
 * fold, a run), so that none depends on who works on the others.
 * @example randomStream("trees.forest", 1, 203)() === randomStream("trees.forest", 1, 203)() => true
 */
export const randomStream = (name: StreamName, seed: number, ...within: number[]): RandomSource =>
  randomSource(seed, streams[name], ...within);
