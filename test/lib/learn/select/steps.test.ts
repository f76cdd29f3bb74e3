import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {finish} from "../../../../lib/learn/finish.js";
import {byCorrelation, correlations} from "../../../../lib/learn/select/correlation.js";
import {contingency} from "../../../../lib/learn/select/contingency.js";
import {byElimination} from "../../../../lib/learn/select/elimination.js";
import {byLasso} from "../../../../lib/learn/select/lasso.js";
import {
  byMutualInformation,
  codesOf,
  equalBins,
  mutualInformation
} from "../../../../lib/learn/select/mutualInformation.js";
import type {SelectionStep} from "../../../../lib/learn/select/step.js";
import {featuresOf, leftBy} from "../../../../lib/learn/select/step.js";
import {byVariance} from "../../../../lib/learn/select/variance.js";
import {kernels} from "../../../support/kernels.js";
import {featuresNamed, labels, made, materialOf} from "./made.js";

const module = await kernels();
const {a, b, c, d, e, f} = made;
const dropped = ({verdicts}: SelectionStep) =>
  verdicts.filter(({verdict}) => verdict === "dropped").map(({feature}) => feature);

describe("examples of the documentation", () => {
  it("hold", () => {
    expect(featuresOf([{feature: "a"}, {feature: "region"}, {feature: "region"}])).toEqual([
      {name: "a", columns: [0]},
      {name: "region", columns: [1, 2]}
    ]);
    expect([...finish(correlations([Float32Array.of(-1, 1), Float32Array.of(2, -2)]))]).toEqual([
      1, -1, -1, 1
    ]);
    const four = contingency(Float32Array.of(1, 2, 3, 4), Uint8Array.of(0, 1, 0, 1));
    expect([...equalBins(four, 2)]).toEqual([3]);
    const same = Uint8Array.of(0, 0, 1, 1);
    expect(mutualInformation(same, same)).toBeCloseTo(Math.LN2 - 1 / 8, 12);
  });
});

describe("correlation", () => {
  it("is numpy's, in WebAssembly as well", () => {
    const expected = [
      [1, 0.993669133, -0.025132102, -0.017991293],
      [0.993669133, 1, -0.027370194, -0.013779402],
      [-0.025132102, -0.027370194, 1, 0.016001702],
      [-0.017991293, -0.013779402, 0.016001702, 1]
    ].flat();
    for (const kernel of [undefined, module])
      finish(correlations(materialOf([a, b, c, d]).scores, kernel)).forEach((r, index) =>
        expect(r).toBeCloseTo(expected[index], 6)
      );
  });

  it("drops of a pair the one that tells less alone", () => {
    const step = finish(byCorrelation(featuresNamed("bacd"), materialOf([b, a, c, d]), 0.95));
    expect(dropped(step)).toEqual(["b"]);
    expect(step.verdicts[0].reason).toBe("correlation of 0.994 with a");
    expect(dropped(finish(byCorrelation(featuresNamed("bacd"), materialOf([b, a, c, d]), 0.995)))).toEqual(
      []
    );
  });

  it("spares what is on the keep-list and drops its twin", () => {
    const step = finish(byCorrelation(featuresNamed("abc"), materialOf([a, b, c], ["b"]), 0.95));
    expect(dropped(step)).toEqual(["a"]);
    const both = finish(byCorrelation(featuresNamed("abc"), materialOf([a, b, c], ["a", "b"]), 0.95));
    expect(both.verdicts.map(({verdict}) => verdict)).toEqual(["kept", "spared", "kept"]);
  });

  it("drops a number that is one level of a feature, but not the feature for one of its levels", () => {
    const level = (k: number) => c.map((value) => Number(value === k));
    const copy = level(2).map((value) => 5 - 2 * value);
    const features = featuresOf(["copy", "place", "place", "place"].map((feature) => ({feature})));
    const step = finish(byCorrelation(features, materialOf([copy, level(0), level(1), level(2)]), 0.95));
    expect(dropped(step)).toEqual(["copy"]);
    const twins = featuresOf(["one", "one", "two", "two"].map((feature) => ({feature})));
    const twice = finish(byCorrelation(twins, materialOf([level(0), level(1), level(0), level(1)]), 0.95));
    expect(dropped(twice)).toEqual(["two"]);
  });

  it("leaves columns that never change or have no value to other steps", () => {
    const flat = new Float32Array(400);
    const none = new Float32Array(400).fill(NaN);
    expect(
      dropped(finish(byCorrelation(featuresNamed("xyz"), materialOf([flat, flat, none]), 0.95)))
    ).toEqual([]);
  });
});

describe("variance", () => {
  it("counts the rows that differ from the commonest value, missing being one", () => {
    const rare = Float32Array.from(labels, (_, row) => Number(row < 4));
    const gap = Float32Array.from(labels, (_, row) => (row < 5 ? row : NaN));
    const step = byVariance(featuresNamed("rgcz"), materialOf([rare, gap, c, new Float32Array(400)]), 0.99);
    expect(step.verdicts.map(({figure}) => figure.toFixed(4))).toEqual([
      "0.0100",
      "0.0125",
      "0.7275",
      "0.0000"
    ]);
    expect(dropped(step)).toEqual(["r", "z"]);
    expect(step.verdicts[0].reason).toBe("99.00\u00a0% of the rows hold the same value");
  });

  it("does not depend on units", () => {
    const units = [c.map((value) => 1e6 * value), c.map((value) => 1e-6 * value)];
    const [one, other] = byVariance(featuresNamed("xy"), materialOf(units), 0.99).verdicts;
    expect(one.figure).toBe(other.figure);
  });

  it("drops a one-hot feature only if no level varies, and never the last feature", () => {
    const rare = Float32Array.from(labels, (_, row) => Number(row < 2));
    const features = featuresOf([{feature: "p"}, {feature: "p"}, {feature: "q"}]);
    const mixed = byVariance(features, materialOf([rare, c.map((v) => Number(v === 1)), rare]), 0.99);
    expect(dropped(mixed)).toEqual(["q"]);
    const step = byVariance(featuresNamed("xy"), materialOf([new Float32Array(400), rare]), 0.9);
    expect(leftBy(step, featuresNamed("xy")).map(({name}) => name)).toEqual(["y"]);
  });
});

describe("mutual information", () => {
  const ofColumn = (column: Float32Array) =>
    mutualInformation(codesOf(featuresNamed("x")[0], materialOf([column])), labels);

  it("is scikit-learn's for the same bins, less the bias", () => {
    // mutual_info_score of 16 bins of equal size: .3078612470679744, .02837054776804425; of c's 4 values .0727713340.
    expect(ofColumn(a)).toBeCloseTo(0.3078612470679744 - 15 / 800, 12);
    expect(ofColumn(d)).toBeCloseTo(0.02837054776804425 - 15 / 800, 12);
    expect(ofColumn(c)).toBeCloseTo(0.07277133401389305 - 3 / 800, 12);
    // mutual_info_classif by nearest neighbours: .298, .000.
    expect(Math.abs(ofColumn(a) - 0.298)).toBeLessThan(0.02);
  });

  it("is from 0 to ln 2, and the same for any increasing function of a column", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({min: 0, max: 40}), fc.boolean()), {minLength: 1, maxLength: 80}),
        (rows) => {
          const outcome = Uint8Array.from(rows, ([, label]) => Number(label));
          const of = (transform: (value: number) => number) => {
            const column = Float32Array.from(rows, ([value]) => transform(value));
            return mutualInformation(
              codesOf(featuresNamed("x")[0], materialOf([column], [], outcome)),
              outcome
            );
          };
          expect(of((value) => value)).toBeGreaterThanOrEqual(0);
          expect(of((value) => value)).toBeLessThanOrEqual(Math.LN2);
          expect(of((value) => value ** 3 - 7)).toBe(of((value) => value));
        }
      )
    );
  });

  it("puts about as many rows into each bin, rows of a value together", () => {
    const codes = codesOf(featuresNamed("x")[0], materialOf([a]));
    const sizes = Array.from({length: 16}, (_, bin) => codes.filter((code) => code === bin + 1).length);
    expect(new Set(sizes)).toEqual(new Set([25]));
    const gaps = codesOf(featuresNamed("x")[0], materialOf([e]));
    for (let row = 0; row < 400; row++) expect(gaps[row] === 0).toBe(Number.isNaN(e[row]));
  });

  it("drops what shuffled outcomes match, and no telling feature", () => {
    const step = finish(
      byMutualInformation(featuresNamed("adf"), materialOf([a, d, f]), {shuffles: 19, seed: 1})
    );
    expect(step.verdicts[0].verdict).toBe("kept");
    for (const verdict of step.verdicts.slice(1)) expect(verdict.figure).toBeLessThan(0.03);
  });

  it("lets a feature that tells nothing pass about once in twenty times", () => {
    let passed = 0;
    for (let seed = 0; seed < 40; seed++) {
      const step = finish(
        byMutualInformation(featuresNamed("adfc"), materialOf([a, d, f, c]), {shuffles: 19, seed})
      );
      passed += Number(step.verdicts[1].verdict === "kept");
    }
    expect(passed).toBeLessThan(15);
  });
});

describe("recursive elimination", () => {
  /** An importance that depends on who else is left, as in the Python that gave the expected rounds. */
  function* rank(columns: Uint32Array) {
    yield;
    return Array.from(columns, (i) => {
      const friends = columns.filter((j) => j !== i && (i + j) % 5 === 0).length;
      return (((i * 7) % 13) + 1) * (1 + 0.3 * friends);
    });
  }
  const twelve = featuresNamed("abcdefghijkl");
  const nobody = {keep: new Set<string>()};

  it.each([
    // Features left and share a round; the rounds of scikit-learn 1.2.1's RFE in which each goes.
    [4, 0.2, [5, 2, 5, 1, 4, 2, 4, 1, 3, 1, 3, 1]],
    [5, 0.1, [8, 1, 7, 1, 6, 2, 5, 1, 4, 1, 3, 1]],
    [3, 0.5, [3, 2, 3, 2, 3, 2, 3, 1, 3, 1, 3, 1]]
  ])("down to %i by %d a round goes as scikit-learn's RFE", (features, share, ranking) => {
    const step = finish(byElimination(twelve, nobody, {rank, features, share}));
    expect(dropped(step)).toEqual([..."abcdefghijkl"].filter((_, j) => ranking[j] > 1));
    const first = step.verdicts.filter(({reason}) =>
      reason.startsWith("among the least important in round 1 of")
    );
    expect(first.map(({feature}) => feature)).toEqual(
      [..."abcdefghijkl"].filter((_, j) => ranking[j] === Math.max(...ranking))
    );
  });

  it("keeps the keep-list among the wanted number, and one-hot columns together", () => {
    const kept = finish(byElimination(twelve, {keep: new Set(["a", "c"])}, {rank, features: 4, share: 0.2}));
    expect(kept.verdicts.filter(({verdict}) => verdict === "kept")).toHaveLength(4);
    expect(dropped(kept)).not.toContain("a");
    expect(dropped(kept)).not.toContain("c");
    const grouped = featuresOf(["x", "y", "y", "z"].map((feature) => ({feature})));
    function* sizes(columns: Uint32Array) {
      yield;
      return Array.from(columns, (j) => [5, 3, 3, 4][j]);
    }
    expect(dropped(finish(byElimination(grouped, nobody, {rank: sizes, features: 1, share: 0.1})))).toEqual([
      "x",
      "z"
    ]);
  });

  it("does nothing where fewer are there than wanted, and drops the last of equals first", () => {
    expect(dropped(finish(byElimination(twelve, nobody, {rank, features: 12, share: 0.1})))).toEqual([]);
    expect(
      dropped(finish(byElimination(twelve.slice(0, 1), nobody, {rank, features: 0, share: 0.1})))
    ).toEqual([]);
    function* equal(columns: Uint32Array) {
      yield;
      return new Float64Array(columns.length);
    }
    expect(dropped(finish(byElimination(twelve, nobody, {rank: equal, features: 10, share: 0.1})))).toEqual([
      "k",
      "l"
    ]);
  });

  it("throws where the ranking is no ranking", () => {
    function* none() {
      yield;
      return [NaN];
    }
    expect(() => finish(byElimination(twelve, nobody, {rank: none, features: 4, share: 0.2}))).toThrow(
      /no importance/
    );
  });
});

describe("the L1 penalty", () => {
  it("follows scikit-learn's path to as many features as wanted, beside what Schwarz's criterion would leave", () => {
    // C, features and mean log loss of LogisticRegression(penalty="l1", solver="saga", tol=1e-10).
    const expected = [
      [0.014856829381592334, 1, 0.49599121355461995],
      [0.02971365876318467, 1, 0.43005176843103254],
      [0.05942731752636934, 1, 0.4059683502549322],
      [0.12380691151326946, 1, 0.39767697103399846],
      [0.24761382302653892, 1, 0.3954195436351224],
      [0.49522764605307784, 2, 0.39469200471680715],
      [0.928551836349521, 3, 0.39441268301884974],
      [1.857103672699042, 4, 0.39431204580699003],
      [3.714207345398084, 4, 0.39428314535058706],
      [7.428414690796168, 4, 0.3942758551813328]
    ];
    const select = (wanted: number) =>
      finish(byLasso(featuresNamed("abcdf"), materialOf([a, b, c, d, f]), wanted));
    const step = select(1);
    expect(step.path).toHaveLength(10);
    step.path.forEach((point, index) => {
      const [C, features, logLoss] = expected[index];
      expect(point.C / C).toBeCloseTo(1, 5);
      expect(point.features).toBe(features);
      expect(point.logLoss).toBeCloseTo(logLoss, 6);
    });
    expect(step.path[4].bic).toBeCloseTo(322.3270994552059, 3);
    expect(dropped(step)).toEqual(["b", "c", "d", "f"]);
    expect(step.verdicts[1].reason).toBe("coefficient 0 at C = 0.015");
    expect(dropped(select(2))).toHaveLength(3);
    expect(dropped(select(3))).toHaveLength(2);
    expect(select(3).rule).toMatch(/leaves the 3 wanted, it does so to 3\. Schwarz's .* would leave 1\.$/);
    expect(select(9).rule).toMatch(/at C = 7\.4, the weakest penalty tried, it does so to 4\./);
  });

  it("says so where nothing goes with the outcome, and leaves one feature", () => {
    const flat = new Float32Array(400);
    const step = finish(byLasso(featuresNamed("xy"), materialOf([flat, flat]), 1));
    expect(step.rule).toMatch(/leaves none/);
    expect(dropped(step)).toEqual(["y"]);
  });
});
