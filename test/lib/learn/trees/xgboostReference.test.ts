import {describe, expect, it} from "vitest";
import {binColumns} from "../../../../lib/learn/trees/bins.js";
import type {TreeModel} from "../../../../lib/learn/trees/ensemble.js";
import {halfway} from "../../../../lib/learn/trees/halfway.js";
import {importances} from "../../../../lib/learn/trees/importance.js";
import {margins, probabilities} from "../../../../lib/learn/trees/predict.js";
import {twinGrower} from "../../../../lib/learn/trees/twin.js";
import {rocAuc} from "../../../../lib/metrics/rocAuc.js";
import {trainXgboost} from "./support.js";
import type {DumpedNode, XgboostCase} from "./tumours.js";
import {columns, features, labels, models} from "./tumours.js";

const trainCase = ({params, rounds}: XgboostCase, exact: boolean) =>
  trainXgboost(
    {grower: twinGrower(binColumns(columns, {maxBins: 256, exact})), features, labels, seed: 1},
    {
      rounds,
      maxDepth: params.max_depth,
      eta: params.eta,
      alpha: params.alpha,
      lambda: params.lambda,
      scalePosWeight: params.scale_pos_weight ?? 1
    }
  );

/** The numbers of a dumped tree, and the same of ours, depth first. */
function table(node: DumpedNode): {split: string; threshold: number; gain: number; cover: number}[] {
  const {split, split_condition: threshold = NaN, gain = 0, cover, leaf, children = []} = node;
  const own = {split: split ?? "leaf", threshold: leaf ?? threshold, gain, cover};
  const byId = (id?: number) => children.filter(({nodeid}) => nodeid === id).flatMap(table);
  return [own, ...byId(node.yes), ...byId(node.no)];
}

function tableOf({trees}: TreeModel, node: number): ReturnType<typeof table> {
  const {feature, threshold, gain, cover, value, left, right} = trees;
  const split = feature[node] >= 0;
  const own = {
    split: split ? `f${feature[node]}` : "leaf",
    threshold: split ? threshold[node] : value[node],
    gain: gain[node],
    cover: cover[node]
  };
  return split
    ? [own, ...tableOf({trees} as TreeModel, left[node]), ...tableOf({trees} as TreeModel, right[node])]
    : [own];
}

const cases = [
  {name: "xgb_seed_exact", exact: true},
  {name: "xgb_plain_exact", exact: true},
  {name: "xgb_seed_hist", exact: false}
] as const;

describe("boosted trees on 569 x 30 tumours against XGBoost 1.7.4", () => {
  for (const {name, exact} of cases) {
    it(`have its log loss by round to 1e-6 and its first probabilities: ${name}`, () => {
      const expected = models[name];
      const {curve, model} = trainCase(expected, exact);
      const {rounds} = expected;
      [0, 1, 4, 9, rounds - 1].forEach((round, i) =>
        expect(Math.abs(curve.train[round] - expected.logloss[i])).toBeLessThan(1e-6)
      );
      const found = probabilities(model, columns);
      expected.proba_first10.forEach((p, row) => expect(Math.abs(found[row] - p)).toBeLessThan(1e-6));
      const scores = margins(model, columns);
      expected.margin_first3.forEach((margin, row) => expect(scores[row]).toBeCloseTo(margin, 5));
      expect(rocAuc(labels, found)).toBeCloseTo(expected.auc_last, 5);
    });

    it(`have its dumped trees' columns, thresholds, leaves, gains and covers: ${name}`, () => {
      const expected = models[name];
      const {model} = trainCase(expected, exact);
      const trees = exact ? halfway(model.trees, columns) : model.trees;
      expected.model_dump.forEach((root, tree) => {
        const found = tableOf({...model, trees}, trees.offsets[tree]);
        const dumped = table(root);
        expect(found.map(({split}) => split)).toEqual(dumped.map(({split}) => split));
        dumped.forEach((node, i) => {
          for (const key of ["threshold", "gain", "cover"] as const)
            expect(Math.abs(found[i][key] - node[key])).toBeLessThan(3e-5 * Math.max(1, Math.abs(node[key])));
        });
      });
    });

    it(`have its importances by total gain and weight: ${name}`, () => {
      const expected = models[name];
      const {model} = trainCase(expected, exact);
      const gain = importances(model, "totalGain");
      const weight = importances(model, "weight");
      features.forEach((_, j) => {
        expect(weight[j]).toBe(expected.weight[`f${j}`] ?? 0);
        const theirs = expected.gain[`f${j}`] ?? 0;
        expect(Math.abs(gain[j] - theirs)).toBeLessThan(3e-5 * Math.max(1, theirs));
      });
    });
  }
});
