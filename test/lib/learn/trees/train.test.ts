import {beforeAll, describe, expect, it} from "vitest";
import {briefSpecs} from "../../../../lib/learn/families.js";
import {finish} from "../../../../lib/learn/finish.js";
import {binColumns} from "../../../../lib/learn/trees/bins.js";
import {probabilities} from "../../../../lib/learn/trees/predict.js";
import type {TreeExamples, TreeSpec} from "../../../../lib/learn/trees/train.js";
import {trainTrees} from "../../../../lib/learn/trees/train.js";
import {rocAuc} from "../../../../lib/metrics/rocAuc.js";
import {kernels} from "../../../support/kernels.js";
import {madeUp, valueOf} from "./support.js";

const examples: TreeExamples = {...madeUp(800), seed: 1};
const specs: TreeSpec[] = [briefSpecs.forest, briefSpecs.boosting, {...briefSpecs.xgboost, rounds: 60}];
let module: WebAssembly.Module;
beforeAll(async () => {
  module = await kernels();
});

describe("training a family of trees with the brief's parameters", () => {
  for (const spec of specs) {
    it(`finds what the labels lean on, tells its progress, and does so alike with and without kernels: ${spec.family}`, () => {
      const training = trainTrees(module, examples, spec);
      let before = 0;
      for (;;) {
        const {done, value} = training.next();
        if (done) {
          const {model} = valueOf(value);
          expect(rocAuc(examples.labels, probabilities(model, examples.columns))).toBeGreaterThan(0.8);
          expect(valueOf(finish(trainTrees(undefined, examples, spec))).model).toEqual(model);
          break;
        }
        expect(value.share).toBeGreaterThan(before);
        before = value.share;
      }
      expect(before).toBe(1);
    });

    it(`may be given bins made before, of more rows than it learns from: ${spec.family}`, () => {
      const bins = binColumns(examples.columns, {maxBins: 256});
      const rows = Uint32Array.from({length: 500}, (_, i) => i + 100);
      const {model} = valueOf(finish(trainTrees(module, {...examples, bins, rows}, spec)));
      expect(valueOf(finish(trainTrees(module, {...examples, rows}, spec))).model).toEqual(model);
    });
  }

  it("fails with a sentence where columns and labels are not of one length", () => {
    const result = finish(trainTrees(undefined, {...examples, labels: new Uint8Array(7)}, briefSpecs.forest));
    expect(result).toMatchObject({ok: false, message: "The columns do not have a value for each row."});
  });

  it("fails with a sentence where there is no column", () => {
    const result = finish(trainTrees(module, {...examples, columns: [], features: []}, briefSpecs.xgboost));
    expect(result).toMatchObject({ok: false, code: "columns"});
    const rowless = {columns: [new Float32Array(0)], features: ["a"], labels: new Uint8Array(0), seed: 1};
    for (const spec of specs)
      expect(finish(trainTrees(module, rowless, spec))).toMatchObject({ok: false, code: "rows"});
  });
});
