import {describe, expect, it} from "vitest";
import type {ForestSpec} from "../../../../lib/learn/families.js";
import {briefSpecs} from "../../../../lib/learn/families.js";
import {finish} from "../../../../lib/learn/finish.js";
import {balancedWeights} from "../../../../lib/learn/problem.js";
import {binColumns} from "../../../../lib/learn/trees/bins.js";
import {joinTrees, treesBuilder} from "../../../../lib/learn/trees/builder.js";
import type {TreeFit} from "../../../../lib/learn/trees/fit.js";
import {forest, forestOf, forestTrees} from "../../../../lib/learn/trees/forest.js";
import {gainShares} from "../../../../lib/learn/trees/importance.js";
import {outOfBag} from "../../../../lib/learn/trees/outOfBag.js";
import {probabilities} from "../../../../lib/learn/trees/predict.js";
import {twinGrower} from "../../../../lib/learn/trees/twin.js";
import {rocAuc} from "../../../../lib/metrics/rocAuc.js";
import {madeUpFit, valueOf} from "./support.js";
import {columns, features, labels, models} from "./tumours.js";

const train = (fit: TreeFit, spec: Partial<ForestSpec> = {}) =>
  valueOf(finish(forest(fit, {...briefSpecs.forest, trees: 20, minLeafRows: 10, maxFeatures: 0.5, ...spec})));

describe("a random forest on 569 x 30 tumours against scikit-learn 1.2.1", () => {
  // scikit-learn's figures are for sqrt(30), that is 5 columns a node.
  const grower = twinGrower(binColumns(columns, {maxBins: 256, exact: true}));
  const judged = (seed: number) => {
    const fit = {grower: grower, features, labels, seed};
    const spec = {trees: 100, minLeafRows: 50, maxFeatures: 0.17};
    const {rows, probabilities: p} = finish(outOfBag(train(fit, spec).model, fit, columns));
    const own = Array.from(rows, (row) => labels[row]);
    const right = own.filter((label, i) => p[i] > 0.5 === (label === 1));
    return {auc: rocAuc(own, p)!, accuracy: right.length / own.length, rows: rows.length};
  };

  it("has an out-of-bag AUC and accuracy within its band over 20 seeds, on average over 8", () => {
    const {oob_auc_band: auc, oob_acc_band: accuracy} = models.rf_d4_leaf50_n100;
    const runs = [1, 2, 3, 4, 5, 6, 7, 8].map(judged);
    const mean = (of: "auc" | "accuracy") => runs.reduce((sum, run) => sum + run[of], 0) / runs.length;
    expect(mean("auc")).toBeGreaterThan(auc[0]);
    expect(mean("auc")).toBeLessThan(auc[1]);
    expect(mean("accuracy")).toBeGreaterThan(accuracy[0]);
    expect(mean("accuracy")).toBeLessThan(accuracy[1]);
    for (const run of runs) {
      expect(Math.abs(run.auc - (auc[0] + auc[1]) / 2)).toBeLessThan(auc[1] - auc[0]);
      expect(run.rows).toBe(569);
    }
  });
});

describe("a random forest", () => {
  it("gives the mean of its leaves' shares of label 1", () => {
    const fit = madeUpFit(300);
    const {model} = train(fit, {trees: 1, bootstrap: false, maxFeatures: 1});
    const found = probabilities(model, fit.columns);
    const shares = new Map<number, {rows: number; ones: number}>();
    found.forEach((p, row) => {
      const leaf = shares.get(p) ?? {rows: 0, ones: 0};
      shares.set(p, {rows: leaf.rows + 1, ones: leaf.ones + fit.labels[row]});
    });
    expect(shares.size).toBeGreaterThan(4);
    for (const [p, {rows, ones}] of shares) {
      expect(rows).toBeGreaterThanOrEqual(10);
      expect(p).toBeCloseTo(ones / rows, 12);
    }
    const whole = train(fit);
    const separate = Array.from({length: 20}, (_, tree) => {
      const builder = treesBuilder();
      finish(
        forestTrees(
          fit,
          {...briefSpecs.forest, trees: 20, minLeafRows: 10, maxFeatures: 0.5},
          tree,
          tree + 1,
          builder
        )
      );
      return builder.build();
    });
    expect(joinTrees(separate)).toEqual(whole.model.trees);
    expect(forestOf(fit.features, {build: () => joinTrees(separate)})).toEqual(whole.model);
    probabilities(whole.model, fit.columns).forEach((p) => expect(p >= 0 && p <= 1).toBe(true));
    expect(rocAuc(fit.labels, probabilities(whole.model, fit.columns))).toBeGreaterThan(0.8);
    expect(gainShares(whole.model).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("weighs a bootstrapped row by its draws, so that a tree's weight is the number of rows", () => {
    const fit = madeUpFit(300);
    const {trees} = train(fit).model;
    for (const root of trees.offsets.subarray(0, 20)) expect(trees.cover[root]).toBe(300);
    const balanced = train({...fit, weights: balancedWeights(fit.labels)}, {bootstrap: false, trees: 1});
    expect(balanced.model.trees.cover[0]).toBeCloseTo(300, 3);
    const mean = probabilities(balanced.model, fit.columns).reduce((sum, p) => sum + p, 0) / 300;
    expect(mean).toBeLessThan(fit.labels.reduce((sum, label) => sum + label, 0) / 300);
  });

  it("is the same for the same seed, another for another, and knows only the rows it was given", () => {
    const fit = madeUpFit(300);
    const rows = Uint32Array.from({length: 200}, (_, i) => i + 60);
    const {model} = train({...fit, rows});
    const elsewhere = fit.labels.map((label, row) => (row < 60 || row >= 260 ? 1 - label : label));
    expect(train({...fit, rows, labels: elsewhere}).model).toEqual(model);
    expect(train({...fit, rows, seed: 5}).model).not.toEqual(model);
    const {rows: judged} = finish(outOfBag(model, {...fit, rows}, fit.columns));
    expect(judged.every((row) => row >= 60 && row < 260)).toBe(true);
  });

  it("judges a row out of bag only by trees that did not see it", () => {
    const fit = madeUpFit(120);
    const noise = fit.labels.map((_, row) => row % 2);
    const model = train({...fit, labels: noise}, {minLeafRows: 1, maxDepth: 8, trees: 60}).model;
    const {rows, probabilities: p} = finish(outOfBag(model, {...fit, labels: noise}, fit.columns));
    expect(rows).toHaveLength(120);
    expect(rocAuc(noise, probabilities(model, fit.columns))).toBeGreaterThan(0.95);
    expect(rocAuc(noise, p)).toBeLessThan(0.65);
  });

  it("says that nothing can be learned from one class, and gives the share where no column varies", () => {
    const fit = madeUpFit(50);
    expect(finish(forest({...fit, labels: new Uint8Array(50)}, briefSpecs.forest))).toMatchObject({
      ok: false,
      code: "one-class"
    });
    const {model, note} = train(fit, {minLeafRows: 26, bootstrap: false});
    expect(note).toMatch(/same probability/);
    const share = fit.labels.reduce((sum, label) => sum + label, 0) / 50;
    expect(probabilities(model, fit.columns)[7]).toBeCloseTo(share, 12);
    expect(gainShares(model).every((gain) => gain === 0)).toBe(true);
  });
});
