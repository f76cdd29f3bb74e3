import {everyRow} from "../stats/everyRow.js";
import type {TrainedModel} from "../model/model.js";
import type {LogisticSpec} from "../learn/families.js";
import type {LinearModel, Problem} from "../learn/problem.js";
import {balancedWeights} from "../learn/problem.js";
import type {Balance} from "../learn/families.js";
import type {Standard} from "../learn/standard.js";
import {standardOf, standardised} from "../learn/standard.js";
import type {TrainingPart} from "./trainingPart.js";

/** A logistic regression's problem on z-scores, and what turns values into them. */
export interface LinearTask {
  problem: Problem;
  standard: Standard;
}

/** The problem of a training part, gaps filled and standardised by its real rows alone. */
export function linearTask(part: TrainingPart, spec: LogisticSpec, balance: Balance): LinearTask {
  const every = everyRow(part.labels.length);
  const standard = part.standard ?? standardOf(part.values, every);
  return {
    standard,
    problem: {
      columns: standardised(part.values, every, standard),
      labels: part.labels,
      weights: balance === "weights" ? balancedWeights(part.labels) : undefined,
      penalty: {C: spec.C, l1Ratio: spec.l1Ratio}
    }
  };
}

/** The solution as a model that takes values as they are. */
export const linearModel = (
  features: readonly string[],
  {coefficients, intercept}: LinearModel,
  standard: Standard
): TrainedModel => ({kind: "linear", features, coefficients, intercept, ...standard});
