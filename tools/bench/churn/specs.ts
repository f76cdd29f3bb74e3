import type {XgboostSpec} from "../../../lib/learn/families.js";
import {briefSpecs} from "../../../lib/learn/families.js";

const plain: XgboostSpec = {...briefSpecs.xgboost, scalePosWeight: 1};

/** The two models that are measured; native/churn.py trains the same. */
export const models = {
  d3: {...plain, rounds: 300, maxDepth: 3, eta: 0.02, alpha: 5, lambda: 5},
  d6: {...plain, rounds: 100, maxDepth: 6, eta: 0.1, alpha: 0, lambda: 1}
} as const satisfies Record<string, XgboostSpec>;

export type ModelName = keyof typeof models;

export const modelNames: readonly ModelName[] = ["d3", "d6"];

export const gridFolds = 5;

/** The twelve points of the grid; native/churn.py searches the same. */
export const gridPoints: readonly XgboostSpec[] = [3, 6].flatMap((maxDepth) =>
  [0.02, 0.1].flatMap((eta) =>
    [1, 5, 10].map((lambda) => ({...plain, rounds: 100, alpha: 0, maxDepth, eta, lambda}))
  )
);
