import type {ModelSpec} from "../families.js";

const order = ["logistic", "forest", "boosting", "xgboost"];

/** How large a model may become: for trees, leaves; for a regression, C. */
function size(spec: ModelSpec): number {
  switch (spec.family) {
    case "logistic":
      return spec.C;
    case "forest":
      return spec.trees * 2 ** spec.maxDepth;
    case "boosting":
    case "xgboost":
      return spec.rounds * 2 ** spec.maxDepth;
  }
}

/**
 * Below 0 where the first model is the simpler: a regression before trees, less leaves or a stricter penalty first; 0
 * where neither is.
 * @example compareSimplicity({...briefSpecs.xgboost, maxDepth: 2}, briefSpecs.xgboost) < 0 => true
 */
export const compareSimplicity = (a: ModelSpec, b: ModelSpec): number =>
  order.indexOf(a.family) - order.indexOf(b.family) || size(a) - size(b);
