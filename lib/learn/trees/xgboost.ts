import {randomStream} from "../../random/streams.js";
import {ok} from "../../result.js";
import {checkSpec} from "../checkSpec.js";
import type {XgboostSpec} from "../families.js";
import {firstTrees, treesBuilder} from "./builder.js";
import type {TreeModel} from "./ensemble.js";
import type {LossCurve, TreeFit, TreeTraining} from "./fit.js";
import {checkFit, load, noteOf} from "./fit.js";
import type {GrowParameters} from "./grower.js";
import {roundLoss} from "./roundLoss.js";
import {bernoulliRows, drawColumns} from "./sampling.js";
import {everyRow} from "../../stats/everyRow.js";

/**
 * Boosted trees as XGBoost's binary:logistic with tree_method="hist" (Chen and Guestrin 2016): each tree lowers the
 * log loss's second-order form with L1 and L2 penalties on its leaves. `subsample` draws each row by itself for each
 * tree, `colsample` draws floor(colsample * columns) columns for each tree, from this library's own random stream; so
 * with both at 1 the trees are XGBoost's, up to where the cuts fall.
 *
 * The curve is XGBoost's `logloss` without row weights; `scalePosWeight` does not count in it. With early stopping
 * the model keeps the trees up to the best validation round. Gives way after each tree; the generator's return value
 * is the result. Fails with a sentence on parameters out of bounds and on rows with nothing to learn from.
 */
export function* xgboost(fit: TreeFit, spec: XgboostSpec): TreeTraining {
  const checked = checkSpec(spec);
  if (!checked.ok) return checked;
  const sound = checkFit(fit);
  if (!sound.ok) return sound;
  const {grower, features, rows, validation, seed} = fit;
  const base = Math.log(spec.baseScore / (1 - spec.baseScore));
  load(fit, spec.scalePosWeight);
  grower.margins.fill(base);
  grower.logisticGradients();

  const builder = treesBuilder();
  const trainLoss: number[] = [];
  const validationLoss: number[] = [];
  const patience = validation?.length ? spec.earlyStoppingRounds : 0;
  let best = 0;
  for (let round = 0; round < spec.rounds; round++) {
    const random = randomStream("trees.xgboost", seed, round);
    const parameters: GrowParameters = {
      maxDepth: spec.maxDepth,
      minChildWeight: spec.minChildWeight,
      minLeafRows: 1,
      alpha: spec.alpha,
      lambda: spec.lambda,
      gamma: spec.gamma,
      features: spec.colsample < 1 ? drawColumns(grower.columns, spec.colsample, random) : undefined
    };
    const sample =
      spec.subsample < 1 ? bernoulliRows(rows ?? everyRow(grower.rows), spec.subsample, random) : rows;
    const tree = grower.grow(parameters, sample);
    const values = tree.value.slice(0, tree.nodes).map((value) => value * spec.eta);
    builder.add(tree, values);
    grower.addLeaves(values);
    grower.logisticGradients();
    trainLoss.push(roundLoss(grower, rows));
    if (validation?.length) {
      validationLoss.push(roundLoss(grower, validation));
      if (validationLoss[round] < validationLoss[best]) best = round;
    }
    yield {
      share: (round + 1) / spec.rounds,
      round: round + 1,
      train: trainLoss[round],
      validation: validationLoss[round]
    };
    if (patience && round - best >= patience) break;
  }
  const bestRound = patience ? best + 1 : builder.count;
  const model: TreeModel = {
    kind: "trees",
    base,
    link: "logit",
    features,
    trees: firstTrees(builder.build(), bestRound)
  };
  const curve: LossCurve = {train: Float64Array.from(trainLoss)};
  if (validation?.length) curve.validation = Float64Array.from(validationLoss);
  return ok({model, curve, bestRound, note: noteOf(model)});
}
