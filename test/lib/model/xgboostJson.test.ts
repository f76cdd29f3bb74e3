import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {margins} from "../../../lib/learn/trees/predict.js";
import {float32Text} from "../../../lib/model/float32.js";
import {fromXgboostJson} from "../../../lib/model/fromXgboostJson.js";
import {toXgboostJson, xgboostLogOdds} from "../../../lib/model/toXgboostJson.js";
import {pythonMargins, pythonModel, pythonRows} from "./pythonModel.js";
import {madeUpColumns, madeUpTrees} from "./support.js";

const shapes = fc.record({
  seed: fc.nat(1e6),
  trees: fc.integer({min: 0, max: 12}),
  depth: fc.integer({min: 0, max: 5}),
  features: fc.integer({min: 1, max: 4}),
  link: fc.constantFrom("logit" as const, "mean" as const),
  base: fc.constantFrom(0, -2.0036, 0.7, 12.5, -40, 300)
});

const loaded = (text: string, columns?: readonly string[]) => {
  const model = fromXgboostJson(text, columns);
  if (!model.ok) throw new Error(model.message);
  return model.value.model;
};

/** What a reader is told about the Python model after a change to it. */
const sentence = (change: (text: string) => string): string => {
  const text = change(pythonModel);
  expect(text).not.toBe(pythonModel);
  const model = fromXgboostJson(text);
  return model.ok ? "" : model.message;
};

const swap = (from: string, to: string) => (text: string) => text.replace(from, to);

describe("examples of the documentation", () => {
  it("hold", () => {
    expect(float32Text(Math.fround(0.1))).toBe("1e-1");
    expect(xgboostLogOdds(0.5)).toBe(0);
    const model = JSON.parse(toXgboostJson(madeUpTrees({seed: 1, trees: 2, depth: 2, features: 2}))) as {
      learner: {objective: {name: string}};
    };
    expect(model.learner.objective.name).toBe("binary:logistic");
    expect(fromXgboostJson("{}")).toMatchObject({message: "“learner” must be an object, not nothing."});
  });
});

describe("a float32 in text", () => {
  it("reads back as the same bits with an exponent and at most nine digits", () => {
    fc.assert(
      fc.property(fc.float({noNaN: true, noDefaultInfinity: true}), (value) => {
        const text = float32Text(value);
        expect(Math.fround(Number(text))).toBe(value);
        expect(text).toMatch(/^-?\d(\.\d{1,8})?e[+-]\d+$/);
      }),
      {numRuns: 2000}
    );
  });
  it("holds the ends of the range", () => {
    const ends = [1e-45, 1.17549435e-38, 3.4028234663852886e38, -0];
    expect(ends.map((value) => float32Text(Math.fround(value)))).toEqual([
      "1.4013e-45",
      "1.1754944e-38",
      "3.4028235e+38",
      "-0e+0"
    ]);
  });
});

describe("a model that Python's XGBoost saved", () => {
  const columns = [0, 1, 2].map((j) => Float32Array.from(pythonRows, (row) => row[j]));
  it("scores as it does there, missing values and pruned nodes included", () => {
    const model = loaded(pythonModel);
    expect(model.features).toEqual(["recency", "basket value", "região=S"]);
    expect([...model.trees.offsets]).toEqual([0, 9, 20, 31]);
    margins(model, columns).forEach((margin, row) => expect(margin).toBeCloseTo(pythonMargins[row], 6));
  });
  it("is written again as a model that scores the same", () => {
    const model = loaded(pythonModel);
    const again = loaded(toXgboostJson(model));
    expect(again).toEqual(model);
  });
  it("loads where all its columns are at hand, in whatever order", () => {
    expect(loaded(pythonModel, ["y", "região=S", "basket value", "recency"]).features[0]).toBe("recency");
  });
  it("takes the names at hand where it has none, if there are as many", () => {
    const nameless = pythonModel.replace(/"feature_names":\[.*?\]/, '"feature_names":[]');
    expect(loaded(nameless, ["a", "b", "c"]).features).toEqual(["a", "b", "c"]);
    expect(fromXgboostJson(nameless)).toMatchObject({message: "The file does not name its 3 columns."});
    expect(fromXgboostJson(nameless, ["a"])).toMatchObject({
      message: "The file does not name its 3 columns, and there are 1 here."
    });
  });
  it("may come from a newer version, which writes the base score as a list", () => {
    expect(loaded(pythonModel.replace('"4E-1"', '"[4E-1]"')).base).toBe(xgboostLogOdds(0.4));
  });
});

describe("from and to XGBoost's format", () => {
  it("gives a model that scores the same to float32, and after one pass the very same", () => {
    fc.assert(
      fc.property(shapes, ({base, link, ...shape}) => {
        const model = madeUpTrees({...shape, link, base: link === "mean" ? 0 : base});
        const columns = madeUpColumns(shape.seed, 60, shape.features);
        const once = loaded(toXgboostJson(model));
        const [before, after] = [margins(model, columns), margins(once, columns)];
        before.forEach((score, row) => {
          expect(Math.abs(after[row] - score)).toBeLessThan(2e-7 * Math.max(1, Math.abs(score)));
        });
        expect(loaded(toXgboostJson(once))).toEqual(once);
      })
    );
  });
  it("keeps every bit where leaves are float32 and the base is 0", () => {
    const model = madeUpTrees({seed: 3, trees: 5, depth: 4, features: 3});
    model.trees.value = Float64Array.from(model.trees.value, Math.fround);
    model.trees.gain = Float64Array.from(model.trees.gain, Math.fround);
    model.trees.cover = Float64Array.from(model.trees.cover, Math.fround);
    expect(loaded(toXgboostJson(model))).toEqual(model);
  });
  it("takes names with quotes, markup and control characters as text", () => {
    const model = madeUpTrees({seed: 3, trees: 2, depth: 2, features: 4});
    model.features = ['a"b\\b', "<img src=x onerror=alert(1)>", "\b\f\n\u0001", "__proto__"];
    expect(loaded(toXgboostJson(model)).features).toEqual(model.features);
  });
  it("puts log-odds that float32 probabilities cannot hold into a tree of one leaf", () => {
    const {base, trees} = loaded(
      toXgboostJson(madeUpTrees({seed: 1, trees: 1, depth: 1, features: 1, base: 50}))
    );
    expect([base, trees.value[0], trees.offsets.length]).toEqual([0, 50, 3]);
  });
});

describe("what is no model to score with", () => {
  it("is said in a sentence", () => {
    const message = (text: string) => {
      const model = fromXgboostJson(text);
      return model.ok ? "" : model.message;
    };
    expect(message("binf")).toBe(
      "The file is not JSON. Save XGBoost models under a name that ends in .json."
    );
    expect(message('{"a":[NaN]}')).toContain("it holds NaN or Infinity in place of a number");
    expect(message("[]")).toBe("“file” must be an object, not a list.");
    expect(sentence(swap('"gbtree"', '"dart"'))).toBe(
      'The booster "dart" is not supported: only “gbtree” is.'
    );
    expect(sentence(swap("binary:logistic", "multi:softprob"))).toContain(
      'The objective "multi:softprob" is not supported: only binary:logistic,'
    );
    expect(sentence(swap("binary:logistic", "toString"))).toContain('"toString" is not supported');
    expect(sentence(swap('"num_class":"0"', '"num_class":"3"'))).toContain("more than one class");
    expect(sentence(swap('"split_type":[0', '"split_type":[1'))).toContain("Tree 0 splits by category");
    expect(sentence(swap('"feature_types":[]', '"feature_types":["c"]'))).toContain("categorical columns");
    expect(sentence(swap('"right_children":[2,', '"right_children":['))).toBe(
      "“trees[0].right_children” holds 10 values, not 11 as it should."
    );
    expect(sentence(swap('"left_children":[1,', '"left_children":[11,'))).toContain("child out of range: 11");
    expect(sentence(swap('"left_children":[1,3', '"left_children":[1,0'))).toContain("child out of range: 0");
    expect(sentence(swap('"left_children":[1,3', '"left_children":[1,1'))).toBe(
      "Node 1 of tree 0 is reached twice."
    );
    expect(sentence(swap('"left_children":[1,', '"left_children":[-1,'))).toContain("out of range: -1");
    expect(sentence(swap('"split_indices":[1', '"split_indices":[3'))).toContain(
      "“trees[0].split_indices[0]” must be a whole number from 0 to 2, not 3."
    );
    expect(sentence(swap("3.75E-1", "null"))).toContain("must be a finite number, not null");
    expect(sentence(swap("3.75E-1", "1E39"))).toContain("beyond what a 32-bit number holds");
    expect(sentence(swap('"4E-1"', '"1"'))).toContain("must be a probability between 0 and 1, not 1");
    expect(sentence(swap('"4E-1"', '"NaN"'))).toContain("“base_score” must be a finite number");
    expect(sentence(swap('"num_feature":"3","num_target"', '"num_feature":"4","num_target"'))).toBe(
      "The file names 3 columns, and counts 4 (num_feature)."
    );
    expect(sentence(swap('"recency"', '"basket value"'))).toContain("twice");
    expect(sentence(swap("binary:logistic", "reg:squarederror"))).toContain("no probabilities");
    expect(fromXgboostJson(pythonModel, ["recency"])).toMatchObject({
      message: 'The model looks at 2 columns that are not here: "basket value", "região=S".'
    });
  });
  it("does not break the reader, however deep or broken it is", () => {
    const deep = "[".repeat(200_000) + "]".repeat(200_000);
    expect(fromXgboostJson(deep).ok).toBe(false);
    expect(fromXgboostJson(`{"learner":${deep}}`).ok).toBe(false);
    fc.assert(
      fc.property(
        fc.nat(pythonModel.length - 1),
        fc.constantFrom("", "0", "-", "9", '"', "]", "{}", "null"),
        (at, put) => {
          const model = fromXgboostJson(pythonModel.slice(0, at) + put + pythonModel.slice(at + 1));
          if (model.ok)
            margins(
              model.value.model,
              [0, 1, 2].map(() => Float32Array.of(0.5, NaN))
            );
          else expect(model.message).toMatch(/^[A-Z“].*\.$/s);
        }
      ),
      {numRuns: 500}
    );
  });
});
