import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Calibration} from "../../../lib/model/calibration.js";
import {fromFile, toFile} from "../../../lib/model/file.js";
import {fromXgboostJson} from "../../../lib/model/fromXgboostJson.js";
import type {TrainedModel} from "../../../lib/model/model.js";
import {parsed} from "../../../lib/model/parsed.js";
import {shown} from "../../../lib/model/reader.js";
import {pythonModel} from "./pythonModel.js";
import {madeUpLinear, madeUpTrees} from "./support.js";

const calibrations: (Calibration | undefined)[] = [
  undefined,
  {method: "platt", slope: 1.1, intercept: -0},
  {method: "isotonic", scores: Float64Array.of(0.1, 0.3), probabilities: Float64Array.of(0, 0.2)},
  {method: "prior", learnt: 0.5, actual: 0.01}
];

const models = fc
  .record({
    seed: fc.nat(1e6),
    trees: fc.integer({min: 0, max: 5}),
    depth: fc.integer({min: 0, max: 4}),
    features: fc.integer({min: 1, max: 4}),
    kind: fc.constantFrom("linear", "logit", "mean"),
    calibration: fc.constantFrom(...calibrations)
  })
  .map(({kind, calibration, seed, features, ...shape}): TrainedModel => {
    const model =
      kind === "linear"
        ? madeUpLinear(seed, features)
        : madeUpTrees({...shape, seed, features, link: kind === "mean" ? "mean" : "logit"});
    return calibration ? {...model, calibration} : model;
  });

const treesText = toFile(madeUpTrees({seed: 8, trees: 3, depth: 2, features: 2}));
const linearText = toFile({...madeUpLinear(2, 2), calibration: calibrations[2]});

const sentence = (text: string, columns?: readonly string[]): string => {
  const model = fromFile(text, columns);
  return model.ok ? "" : model.message;
};

/** What is said of a file in which a field of its model is another. */
function changed(text: string, path: string, value: unknown): string {
  const file = JSON.parse(text) as Record<string, unknown>;
  const keys = path.split(".");
  let at = file;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[keys[keys.length - 1]] = value;
  return sentence(JSON.stringify(file));
}

describe("a file of a model", () => {
  it("gives back every bit of it", () => {
    fc.assert(
      fc.property(models, (model) => {
        expect(fromFile(toFile(model))).toEqual({ok: true, value: {model}});
      })
    );
  });
  it("keeps the sign of 0, and refuses a number that is none", () => {
    const model = madeUpTrees({seed: 1, trees: 1, depth: 0, features: 1});
    model.trees.value[0] = -0;
    const back = fromFile(toFile(model));
    const kept = back.ok ? back.value.model : model;
    expect(kept.kind === "trees" && Object.is(kept.trees.value[0], -0)).toBe(true);
    model.trees.value[0] = NaN;
    expect(() => toFile(model)).toThrow("a model holds the number NaN");
  });
  it("may be one of XGBoost's", () => {
    expect(fromFile(pythonModel)).toEqual(fromXgboostJson(pythonModel));
    expect(sentence(pythonModel, ["recency"])).toContain("2 columns that are not here");
  });
  it("takes names with markup and quotes as text", () => {
    const model = {...madeUpLinear(1, 2), features: ['"</script><b>', "__proto__"]};
    expect(fromFile(toFile(model))).toEqual({ok: true, value: {model}});
  });
});

describe("examples of the documentation", () => {
  it("hold", () => {
    expect(sentence("[]")).toBe("“file” must be an object, not a list.");
    expect(parsed("{", String).ok).toBe(false);
    expect(shown("x".repeat(99)).length).toBe(40);
  });
});

describe("a file that is no model", () => {
  it("is refused with a sentence that names what is wrong", () => {
    expect(sentence("{}")).toContain("neither a model of XGBoost (“learner”) nor one of this site");
    expect(changed(treesText, "version", 2)).toBe("The file has version 2; this site reads version 1.");
    expect(changed(treesText, "model", 3)).toBe("“model” must be an object, not 3.");
    expect(changed(treesText, "model.kind", "neural")).toContain("“kind” must be “trees” or “linear”");
    expect(changed(treesText, "model.link", "probit")).toContain("“link” must be");
    expect(changed(treesText, "model.base", null)).toBe("“base” must be a finite number, not null.");
    expect(changed(treesText, "model.features", ["a", "a"])).toBe('“features” names "a" twice.');
    expect(changed(treesText, "model.features", [1])).toBe("“features[0]” must be a text, not 1.");
    expect(changed(treesText, "model.trees.value", [1])).toMatch(/^“trees.value” holds 1 values, not \d+/);
    expect(changed(treesText, "model.trees.offsets", [0, 2])).toContain("must run from 0");
    expect(changed(treesText, "model.trees.offsets", [])).toContain("must run from 0");
    expect(changed(linearText, "model.deviation", [1, 0])).toBe("“deviation[1]” must be above 0, not 0.");
    expect(changed(linearText, "model.mean", [1, "2"])).toBe('“mean[1]” must be a finite number, not "2".');
    expect(changed(linearText, "model.calibration.method", "beta")).toContain("“calibration.method” must");
    expect(changed(linearText, "model.calibration.scores", [0.3, 0.3])).toBe(
      "“calibration.scores” must rise."
    );
    expect(changed(linearText, "model.calibration.probabilities", [0.3, 0.2])).toContain(
      "“calibration.probabilities” must rise"
    );
    const prior = {method: "prior", learnt: 0, actual: 0.5};
    expect(changed(linearText, "model.calibration", prior)).toBe(
      "“calibration.learnt” must be between 0 and 1, not 0."
    );
    expect(sentence(linearText, ["x1"])).toBe('The model looks at a column that is not here: "x0".');
  });
  it("is refused where its nodes are no trees", () => {
    type Lists = Record<"feature" | "left" | "right", number[]>;
    const {feature, left, right} = (JSON.parse(treesText) as {model: {trees: Lists}}).model.trees;
    const split = feature.findIndex((column) => column >= 0);
    const set = (list: number[], value: number) => list.map((old, node) => (node === split ? value : old));
    expect(changed(treesText, "model.trees.left", set(left, split))).toContain("child out of range");
    expect(changed(treesText, "model.trees.left", set(left, 9999))).toContain("child out of range: 9999");
    expect(changed(treesText, "model.trees.left", set(left, right[split]))).toContain("child of two nodes");
    expect(changed(treesText, "model.trees.feature", set(feature, 2))).toContain(
      "looks at column 2; there are 2"
    );
    expect(changed(treesText, "model.trees.feature", set(feature, -1))).toContain("a leaf with children");
    expect(changed(treesText, "model.trees.left", set(left, 0.5))).toContain(
      "must be a whole number, not 0.5"
    );
  });
  it("never breaks the reader", () => {
    fc.assert(
      fc.property(
        fc.nat(linearText.length - 1),
        fc.constantFrom("", "0", "-", "]", "{}", "null"),
        (at, put) => {
          for (const text of [linearText, treesText]) {
            const model = fromFile(text.slice(0, at) + put + text.slice(at + 1));
            if (!model.ok) expect(model.message).toMatch(/\.$/);
          }
        }
      ),
      {numRuns: 300}
    );
  });
});
