import {describe, expect, it} from "vitest";
import type {BoostingSpec} from "../../../../lib/learn/families.js";
import {briefSpecs} from "../../../../lib/learn/families.js";
import {finish} from "../../../../lib/learn/finish.js";
import {binColumns} from "../../../../lib/learn/trees/bins.js";
import {boosting} from "../../../../lib/learn/trees/boosting.js";
import type {TreeFit} from "../../../../lib/learn/trees/fit.js";
import {gainShares} from "../../../../lib/learn/trees/importance.js";
import {probabilities, scoreRow} from "../../../../lib/learn/trees/predict.js";
import {twinGrower} from "../../../../lib/learn/trees/twin.js";
import {rocAuc} from "../../../../lib/metrics/rocAuc.js";
import {balancedWeights} from "../../../../lib/learn/problem.js";
import {madeUpFit, plainLogLoss, valueOf} from "./support.js";
import {columns, features, labels, models} from "./tumours.js";

const train = (fit: TreeFit, spec: Partial<BoostingSpec> = {}) =>
  valueOf(
    finish(boosting(fit, {...briefSpecs.boosting, rounds: 30, learningRate: 0.1, minLeafRows: 5, ...spec}))
  );

describe("gradient boosting on 569 x 30 tumours against scikit-learn 1.2.1", () => {
  const expected = models["gb_lr0.03_d3_n100"];
  const grower = () => twinGrower(binColumns(columns, {maxBins: 256, exact: true}));
  const fitted = () =>
    train({grower: grower(), features, labels, seed: 1}, {...briefSpecs.boosting, minLeafRows: 1});

  it("has its deviance by round to 1e-6, where deviance is twice the mean log loss", () => {
    const {curve} = fitted();
    [0, 1, 2, 9, 49, 99].forEach((round, i) =>
      expect(Math.abs(2 * curve.train[round] - expected.train_deviance[i])).toBeLessThan(1e-6)
    );
  });

  it("has its first probabilities, log loss and AUC, and nearly its importances", () => {
    const {model} = fitted();
    const found = probabilities(model, columns);
    expected.proba_first10.forEach((p, row) => expect(Math.abs(found[row] - p)).toBeLessThan(1e-6));
    expect(Math.abs(plainLogLoss(labels, found) - expected.log_loss)).toBeLessThan(1e-6);
    expect(rocAuc(labels, found)).toBeCloseTo(expected.roc_auc, 6);
    // Over 12 seeds scikit-learn's own shares spread by .012, for it parts ties by lot.
    const shares = gainShares(model);
    expected.feature_importances.forEach((share, j) =>
      expect(Math.abs(shares[j] - share)).toBeLessThan(0.02)
    );
  });
});

describe("gradient boosting", () => {
  it("starts at the weighted prior and steps by Newton: a worked example", () => {
    const given = {
      grower: twinGrower(binColumns([Float32Array.of(0, 0, 1, 1)], {maxBins: 256})),
      features: ["a"],
      labels: Uint8Array.of(0, 0, 0, 1),
      seed: 1
    };
    const {model, curve} = train(given, {rounds: 1, learningRate: 0.5, minLeafRows: 1});
    const prior = Math.log(0.25 / 0.75);
    expect(model.base).toBeCloseTo(prior, 12);
    // Residuals -1/4, -1/4 | -1/4, 3/4; p (1 - p) = 3/16 each.
    expect(scoreRow(model, [0])).toBeCloseTo(prior + (0.5 * -0.5) / (6 / 16), 6);
    expect(scoreRow(model, [1])).toBeCloseTo(prior + (0.5 * 0.5) / (6 / 16), 6);
    expect(model.trees.gain[0]).toBeCloseTo(0.5 ** 2 / 2 + 0.5 ** 2 / 2, 6);
    expect(curve.train[0]).toBeCloseTo(
      plainLogLoss(given.labels, probabilities(model, [Float32Array.of(0, 0, 1, 1)])),
      7
    );
    const weighted = train({...given, weights: balancedWeights(given.labels)}, {rounds: 1});
    expect(weighted.model.base).toBeCloseTo(0, 12);
  });

  it("lowers the training loss each round and follows validation rows", () => {
    const fit = madeUpFit(500);
    const rows = Uint32Array.from({length: 300}, (_, i) => i + 100);
    const validation = Uint32Array.from({length: 100}, (_, i) => i);
    const {model, curve} = train({...fit, rows, validation});
    curve.train.forEach((loss, i) => expect(loss).toBeLessThan(i ? curve.train[i - 1] : Math.LN2));
    const found = probabilities(model, fit.columns);
    expect(curve.train[29]).toBeCloseTo(plainLogLoss(fit.labels.slice(100, 400), found.slice(100, 400)), 6);
    expect(curve.validation![29]).toBeCloseTo(plainLogLoss(fit.labels.slice(0, 100), found.slice(0, 100)), 6);
  });

  it("keeps the least number of rows in each leaf, and rows without weight count for nothing", () => {
    const fit = madeUpFit(300);
    const weights = Float64Array.from(fit.labels, (_, row) => (row < 200 ? 1 : 0));
    const {trees} = train({...fit, weights}, {minLeafRows: 60, rounds: 3}).model;
    expect(trees.feature.some((column) => column >= 0)).toBe(true);
    trees.feature.forEach(
      (column, node) => column < 0 && expect(trees.cover[node]).toBeGreaterThanOrEqual(60)
    );
    const alone = train(
      {...fit, rows: Uint32Array.from({length: 200}, (_, row) => row)},
      {minLeafRows: 60, rounds: 3}
    );
    expect(alone.model.trees).toEqual(trees);
  });

  it("draws floor(subsample * rows) rows for each tree, the same for the same seed", () => {
    const fit = madeUpFit(250);
    const {trees} = train(fit, {subsample: 0.3}).model;
    for (const root of trees.offsets.subarray(0, 30)) expect(trees.cover[root]).toBe(75);
    expect(train(fit, {subsample: 0.3}).model.trees).toEqual(trees);
    expect(train({...fit, seed: 9}, {subsample: 0.3}).model.trees).not.toEqual(trees);
    expect(train({...fit, seed: 9}, {maxFeatures: 0.5}).model).not.toEqual(
      train(fit, {maxFeatures: 0.5}).model
    );
  });

  it("says that nothing can be learned from one class, and gives the prior where no column varies", () => {
    const fit = madeUpFit(50);
    expect(finish(boosting({...fit, labels: new Uint8Array(50).fill(1)}, briefSpecs.boosting))).toMatchObject(
      {
        ok: false,
        code: "one-class"
      }
    );
    const flat = [new Float32Array(50).fill(NaN)];
    const grower = twinGrower(binColumns(flat, {maxBins: 256}));
    const {model, note} = train({...fit, grower, features: ["a"]});
    expect(note).toMatch(/same probability/);
    const share = fit.labels.reduce((sum, label) => sum + label, 0) / 50;
    probabilities(model, flat).forEach((p) => expect(p).toBeCloseTo(share, 6));
  });
});
