import {randomStream} from "../../random/streams.js";
import {ok} from "../../result.js";
import {checkSpec} from "../checkSpec.js";
import type {BoostingSpec} from "../families.js";
import {treesBuilder} from "./builder.js";
import type {TreeModel} from "./ensemble.js";
import type {LossCurve, TreeFit, TreeTraining} from "./fit.js";
import {checkFit, load, noteOf, weighingRows} from "./fit.js";
import type {GrownTree, Grower} from "./grower.js";
import {roundLoss} from "./roundLoss.js";
import {drawRows, shareOf} from "./sampling.js";
import {everyRow} from "../../stats/everyRow.js";

/**
 * Gradient boosting as scikit-learn's GradientBoostingClassifier(loss="log_loss", criterion="friedman_mse") (Friedman
 * 2001): the score starts at the prior's log-odds, each tree fits the residuals label - p by least squares, and each
 * leaf then takes one Newton step, sum(w residual) / sum(w p (1 - p)), times the learning rate. `subsample` draws
 * rows without replacement for each tree, `maxFeatures` columns for each node.
 *
 * Splits that part the rows equally well are chosen at random there and by column order here. scikit-learn's deviance
 * is twice the curve's log loss. Gives way after each tree; the generator's return value is the result. Fails with a
 * sentence on parameters out of bounds and on rows with nothing to learn from.
 */
export function* boosting(fit: TreeFit, spec: BoostingSpec): TreeTraining {
  const checked = checkSpec(spec);
  if (!checked.ok) return checked;
  const sound = checkFit(fit);
  if (!sound.ok) return sound;
  const {grower, features, validation, seed} = fit;
  const {prior} = sound.value;
  const base = Math.log(prior / (1 - prior));
  const rows = weighingRows(fit);
  const perNodeColumns = shareOf(spec.maxFeatures, grower.columns);
  const curvature = new Float32Array(grower.rows);
  load(fit);
  grower.margins.fill(base);
  grower.logisticGradients();

  const builder = treesBuilder();
  const trainLoss = new Float64Array(spec.rounds);
  const validationLoss = new Float64Array(spec.rounds);
  for (let round = 0; round < spec.rounds; round++) {
    const random = randomStream("trees.boosting", seed, round);
    const sample =
      spec.subsample < 1 ? drawRows(rows ?? everyRow(grower.rows), spec.subsample, random) : rows;
    curvature.set(grower.hessians);
    grower.hessians.set(grower.weights);
    const tree = grower.grow(
      {
        maxDepth: spec.maxDepth,
        minChildWeight: 0,
        minLeafRows: spec.minLeafRows,
        alpha: 0,
        lambda: 0,
        gamma: 0,
        doubleGain: true,
        perNode: perNodeColumns < grower.columns ? {count: perNodeColumns, random} : undefined
      },
      sample
    );
    const values = newtonSteps(tree, grower, curvature, sample).map((step) => step * spec.learningRate);
    builder.add(tree, values);
    grower.addLeaves(values);
    grower.logisticGradients();
    trainLoss[round] = roundLoss(grower, fit.rows);
    if (validation?.length) validationLoss[round] = roundLoss(grower, validation);
    yield {
      share: (round + 1) / spec.rounds,
      round: round + 1,
      train: trainLoss[round],
      validation: validation?.length ? validationLoss[round] : undefined
    };
  }
  const model: TreeModel = {kind: "trees", base, link: "logit", features, trees: builder.build()};
  const curve: LossCurve = {train: trainLoss};
  if (validation?.length) curve.validation = validationLoss;
  return ok({model, curve, bestRound: spec.rounds, note: noteOf(model)});
}

/** -sum(gradient) / sum(curvature) of the sample's rows in each leaf; 0 where nothing bends. */
function newtonSteps(
  {nodes}: GrownTree,
  {gradients, nodeOf, rows}: Grower,
  curvature: Float32Array,
  sample?: Uint32Array
): Float64Array {
  const slope = new Float64Array(nodes);
  const bend = new Float64Array(nodes);
  const count = sample ? sample.length : rows;
  for (let i = 0; i < count; i++) {
    const row = sample ? sample[i] : i;
    const node = nodeOf[row];
    slope[node] -= gradients[row];
    bend[node] += curvature[row];
  }
  return slope.map((sum, node) => (bend[node] > 0 ? sum / bend[node] : 0));
}
