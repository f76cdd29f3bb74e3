import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {XgboostSpec} from "../../../../lib/learn/families.js";
import {briefSpecs} from "../../../../lib/learn/families.js";
import {finish} from "../../../../lib/learn/finish.js";
import {binColumns} from "../../../../lib/learn/trees/bins.js";
import type {TreeFit} from "../../../../lib/learn/trees/fit.js";
import {importances} from "../../../../lib/learn/trees/importance.js";
import {probabilities} from "../../../../lib/learn/trees/predict.js";
import {twinGrower} from "../../../../lib/learn/trees/twin.js";
import {xgboost} from "../../../../lib/learn/trees/xgboost.js";
import {rocAuc} from "../../../../lib/metrics/rocAuc.js";
import {madeUp, madeUpFit, plainLogLoss, trainXgboost as train} from "./support.js";

describe("boosted trees", () => {
  it("have a falling training loss that is the loss of their own probabilities", () => {
    const fit = madeUpFit(400);
    const {model, curve, bestRound} = train(fit);
    expect(bestRound).toBe(20);
    curve.train.forEach((loss, i) => expect(loss).toBeLessThan(i ? curve.train[i - 1] : Math.LN2));
    const found = probabilities(model, fit.columns);
    expect(curve.train[19]).toBeCloseTo(plainLogLoss(fit.labels, found), 6);
    expect(rocAuc(fit.labels, found)).toBeGreaterThan(0.8);
    expect(importances(model, "weight")[3]).toBe(0);
  });

  it("follow the loss of validation rows that they do not learn from", () => {
    const fit = madeUpFit(400);
    const rows = Uint32Array.from({length: 250}, (_, row) => row);
    const validation = Uint32Array.from({length: 150}, (_, i) => 250 + i);
    const {model, curve} = train({...fit, rows, validation});
    const heldOut = probabilities(model, fit.columns).subarray(250);
    expect(curve.validation![19]).toBeCloseTo(plainLogLoss(fit.labels.subarray(250), heldOut), 6);
    const changed = fit.labels.map((label, row) => (row < 250 ? label : 1 - label));
    expect(train({...fit, labels: changed, rows, validation}).model).toEqual(model);
  });

  it("learn from some rows of a matrix as from those rows alone, given the same cuts", () => {
    const {columns: all, labels: given, features: names} = madeUp(300);
    const levels = all.map((column) => column.map((value) => Math.round(2 * value)));
    const rows = Uint32Array.from({length: 200}, (_, i) => i + 50);
    const fitOf = (matrix: Float32Array[]) => twinGrower(binColumns(matrix, {maxBins: 256, exact: true}));
    const part = levels.map((column) => column.slice(50, 250));
    const whole = train({grower: fitOf(levels), features: names, labels: given, rows, seed: 1});
    const alone = train({grower: fitOf(part), features: names, labels: given.slice(50, 250), seed: 1});
    expect(whole.model.trees.value).toEqual(alone.model.trees.value);
    expect(whole.curve.train).toEqual(alone.curve.train);
  });

  it("stop after the given rounds without a better validation loss and keep the best ones", () => {
    const fit = madeUpFit(400);
    const split = {
      rows: Uint32Array.from({length: 150}, (_, row) => row),
      validation: Uint32Array.from({length: 250}, (_, i) => 150 + i)
    };
    const long = train({...fit, ...split}, {rounds: 60});
    const best = long.curve.validation!.indexOf(Math.min(...long.curve.validation!));
    expect(best).toBeLessThan(50);
    const stopped = train({...fit, ...split}, {rounds: 60, earlyStoppingRounds: 8});
    expect(stopped.bestRound).toBe(best + 1);
    expect(stopped.curve.validation).toHaveLength(best + 1 + 8);
    expect(stopped.model.trees.offsets).toHaveLength(best + 2);
    expect(stopped.model).toEqual(train({...fit, ...split}, {rounds: best + 1}).model);
  });

  it("are the same for the same seed and others for another, where rows or columns are drawn", () => {
    const fit = madeUpFit(300);
    for (const drawn of [{subsample: 0.6}, {colsample: 0.5}]) {
      const {model} = train(fit, drawn);
      expect(train({...fit, seed: 1}, drawn).model).toEqual(model);
      expect(train({...fit, seed: 2}, drawn).model).not.toEqual(model);
    }
    expect(train({...fit, seed: 2}).model).toEqual(train({...fit, seed: 1}).model);
  });

  it("draw about the share of rows, and floor(share * columns) columns for each tree", () => {
    const fit = madeUpFit(1000);
    const covers = (share: number) => {
      const {trees} = train(fit, {subsample: share, rounds: 1}).model;
      return 4 * trees.cover[0];
    };
    expect(covers(1)).toBeCloseTo(1000, 6);
    expect(Math.abs(covers(0.5) - 500)).toBeLessThan(60);
    const {trees} = train(fit, {colsample: 0.25, rounds: 40}).model;
    for (let tree = 0; tree < 40; tree++) {
      const nodes = trees.feature.subarray(trees.offsets[tree], trees.offsets[tree + 1]);
      expect(new Set(nodes.filter((column) => column >= 0)).size).toBeLessThanOrEqual(1);
    }
  });

  it("count a weight of two like a row that is there twice, and scalePosWeight like weights of label 1", () => {
    const {columns: all, labels: given, features: names} = madeUp(120);
    const rounded = all.map((column) => column.map((value) => Math.round(2 * value)));
    const twice = (row: number) => (row % 3 === 0 ? 2 : 1);
    const order = Array.from(given, (_, row) => row).flatMap(
      (row) => Array(twice(row)).fill(row) as number[]
    );
    const grown = (rows: number[], weights?: number[], spec = {}) =>
      train(
        {
          grower: twinGrower(
            binColumns(
              rounded.map((column) => Float32Array.from(rows, (row) => column[row])),
              {maxBins: 256, exact: true}
            )
          ),
          features: names,
          labels: Uint8Array.from(rows, (row) => given[row]),
          weights,
          seed: 1
        },
        {rounds: 5, ...spec}
      ).model.trees.value;
    const every = Array.from(given, (_, row) => row);
    const close = (a: Float64Array, b: Float64Array) => {
      expect(a).toHaveLength(b.length);
      a.forEach((value, i) => expect(value).toBeCloseTo(b[i], 5));
    };
    close(grown(every, every.map(twice)), grown(order));
    close(
      grown(every, undefined, {scalePosWeight: 3}),
      grown(
        every,
        every.map((row) => (given[row] ? 3 : 1))
      )
    );
  });

  it("add up to a finite score, whatever finite numbers the columns hold", () => {
    const value = fc.oneof(
      fc.constant(NaN),
      fc.integer({min: -2, max: 2}),
      fc.float({noNaN: true, noDefaultInfinity: true})
    );
    const row = fc.tuple(value, value, fc.integer({min: 0, max: 1}));
    fc.assert(
      fc.property(
        fc.array(row, {minLength: 2, maxLength: 60}),
        fc.integer({min: 1, max: 4}),
        (rows, depth) => {
          const given = Uint8Array.from(rows, (cells) => cells[2]);
          fc.pre(given.includes(0) && given.includes(1));
          const matrix = [0, 1].map((j) => Float32Array.from(rows, (cells) => cells[j]));
          const fit = {
            grower: twinGrower(binColumns(matrix, {maxBins: 256})),
            features: ["a", "b"],
            labels: given,
            seed: 1
          };
          const {model, curve} = train(fit, {maxDepth: depth, minChildWeight: 0, lambda: 0, rounds: 4});
          const found = probabilities(model, matrix);
          found.forEach((p) => expect(p > 0 && p < 1).toBe(true));
          expect(curve.train[3]).toBeCloseTo(plainLogLoss(given, found), 5);
        }
      ),
      {numRuns: 60}
    );
  });
});

describe("boosting with nothing to learn", () => {
  const fit = madeUpFit(60);
  const failure = (change: Partial<TreeFit>, spec: Partial<XgboostSpec> = {}) => {
    const result = finish(xgboost({...fit, ...change}, {...briefSpecs.xgboost, ...spec}));
    return result.ok ? "no failure" : `${result.code}: ${result.message}`;
  };

  it("says so of one class, no rows, no columns, and weights that are none", () => {
    expect(failure({labels: new Uint8Array(60)})).toBe(
      "one-class: All 60 training rows have label 0: there is nothing to tell apart. Choose another label, horizon or period."
    );
    expect(failure({rows: Uint32Array.of()})).toMatch(/^rows: There is no row to learn from/);
    expect(failure({features: [], grower: twinGrower(binColumns([], {maxBins: 256}))})).toMatch(/^columns: /);
    expect(failure({weights: new Float64Array(60)})).toMatch(/^weights: All rows weigh zero/);
    expect(failure({weights: new Float64Array(60).fill(-1)})).toMatch(/^weights: A row's weight/);
    expect(failure({weights: fit.labels})).toMatch(/^one-class: /);
    expect(failure({}, {eta: 2})).toBe("parameter: eta must be between 0.001 and 1, not 2");
  });

  it("gives every row the weighted share of label 1 where no column varies, and says so", () => {
    const flat = [new Float32Array(60).fill(3), new Float32Array(60).fill(NaN)];
    const grower = twinGrower(binColumns(flat, {maxBins: 256}));
    const {model, note} = train({...fit, grower, features: ["a", "b"]}, {rounds: 200, lambda: 0});
    const share = fit.labels.reduce((sum, label) => sum + label, 0) / 60;
    probabilities(model, flat).forEach((p) => expect(p).toBeCloseTo(share, 6));
    expect(note).toMatch(/^No tree found a split that helps/);
    expect(train(fit).note).toBeUndefined();
  });
});
