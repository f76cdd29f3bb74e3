import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import ts from "typescript";
import {afterAll, beforeAll, expect, it} from "vitest";
import type {RecommenderFile} from "../../../lib/recommend/modelFile.js";
import {recommendFromFile} from "../../../lib/recommend/modelFile.js";
import {
  modelDeclarations,
  recommendDeclarations,
  segmentDeclarations,
  sharedDeclarations
} from "../../../lib/serve/declarations.js";
import type {modelModule, recommendModule, segmentModule} from "../../../lib/serve/kernel.js";
import {modelModuleText, moduleText} from "../../../lib/serve/moduleText.js";
import {predictor} from "../../../lib/serve/predictor.js";
import {kernelText} from "../../../tools/score/kernel.js";
import {madeUpCustomers, madeUpServed} from "../../lib/serve/support.js";

let folder: string;
let kernel: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "vitrine-modules-"));
  mkdirSync(join(folder, "churn"));
  writeFileSync(join(folder, "package.json"), '{"type": "module"}');
  writeFileSync(join(folder, "kernel.js"), (kernel = await kernelText()));
});
afterAll(() => rmSync(folder, {recursive: true}));

const load = async <T>(path: string, text: string): Promise<T> => {
  writeFileSync(join(folder, path), text);
  return (await import(pathToFileURL(join(folder, path)).href)) as T;
};
const options = {kernel: "../kernel.js", about: "A model"};

it("the kernel imports nothing, and asks nothing of Node, of a page, or of eval", () => {
  expect(kernel).not.toMatch(
    /\bimport\b|\brequire\b|\beval\b|new Function|"node:|\bprocess\b|\bdocument\b|\bwindow\b/
  );
  expect(kernel.length).toBeLessThan(20_000);
});

it.each(["linear", "logit", "mean"] as const)(
  "the module of a %s model predicts to the same bit, and throws sentences",
  async (kind) => {
    const served = madeUpServed(kind);
    const made = await load<ReturnType<typeof modelModule>>(
      `churn/${kind}.js`,
      modelModuleText(served, options)
    );
    const {predict} = predictor(served);
    const customers = madeUpCustomers(served.fields, 50);
    for (const customer of customers) {
      const one = predict(customer);
      if (!one.ok) throw new Error(one.message);
      expect(made.predict(customer).probability).toBe(one.value.probability);
    }
    const columns = Object.fromEntries(
      served.fields.map(({name}) => [name, customers.map((one) => one[name])])
    );
    expect(made.predictBatch(columns)).toHaveLength(50);
    expect(made.hash).toBe(served.hash);
    expect(() => made.predict({...customers[0], frequency: "x"})).toThrow(
      new TypeError('“frequency” must be a whole number or null, not "x".')
    );
    expect(() => made.predictBatch({})).toThrow(TypeError);
  }
);

it("the recommender's module recommends what its file does", async () => {
  const file: RecommenderFile = {
    ...{format: "vitrine-recommender", version: 1, kind: "itemKnn", hash: "h", shrinkage: 10},
    ...{
      ids: ["a", "b", "c"],
      people: [3, 2, 1],
      indptr: [0, 1, 2, 2],
      neighbours: [1, 0],
      both: [1, 1],
      popular: [0, 2, 1]
    }
  };
  const text = moduleText("recommendModule", ["recommend", "hash"], file, {
    ...options,
    kernel: "./kernel.js"
  });
  const {recommend} = await load<ReturnType<typeof recommendModule>>("recommend.js", text);
  const expected = recommendFromFile(file, ["b"], 2);
  expect({ok: true, value: recommend({bought: ["b"]}, 2)}).toEqual(expected);
  expect(() => recommend({bought: [1]})).toThrow(/ids of products bought/);
  expect(() => recommend({bought: []}, 0)).toThrow(/Ask for 1 to/);
});

it("the segments' module segments at its cut points", async () => {
  const cuts = {cutoff: "2018-08-30T00:00:00", recency: [9, 6, 4, 2], spend: [null, null, null, null]};
  const text = moduleText("segmentModule", ["segment", "cutoff"], cuts, {...options, kernel: "./kernel.js"});
  const {segment, cutoff} = await load<ReturnType<typeof segmentModule>>("segment.js", text);
  expect(cutoff).toBe(cuts.cutoff);
  expect(segment({recency_days: 1, frequency: 1, monetary_cents: 5})).toMatchObject({
    segment: "New Customers",
    r: 5,
    fm: 1
  });
  expect(() => segment({})).toThrow(new TypeError("“recency_days” is missing: give a number."));
});

it("the declarations are TypeScript", () => {
  const texts = [
    sharedDeclarations,
    segmentDeclarations,
    recommendDeclarations,
    modelDeclarations(madeUpServed("logit").fields, "../kernel.js")
  ];
  for (const text of texts) {
    const {diagnostics} = ts.transpileModule(text, {reportDiagnostics: true, fileName: "a.ts"});
    expect(diagnostics ?? []).toEqual([]);
  }
});
