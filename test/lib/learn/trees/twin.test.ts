import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {binColumns} from "../../../../lib/learn/trees/bins.js";
import {exponential, sigmoid} from "../../../../lib/learn/trees/exponential.js";
import {lossTaken} from "../../../../lib/learn/trees/soft.js";
import {softThreshold} from "../../../../lib/learn/elasticNet.js";
import {twinGrower} from "../../../../lib/learn/trees/twin.js";
import {caseOf, cases, leafOf, parameters, prepare, usual} from "./growing.js";

/** Trees of xgboost 1.7.4: hist, eta .5, alpha .5, lambda 1.5, gamma .1, min_child_weight 1.5, depth 3, base score .5. */
const xgboostTrees = [
  {
    feature: [0, 1, 1, 1, 0, 0, -1, -1, -1, -1, -1, -1, -1],
    condition: [61, 9, 4, 9, 30, 82, 0.8235294, -0.64285713, -0.21875, -0.38235295, 0.5, -0.4, 0.25],
    missingLeft: [0, 1, 0, 0, 0, 0],
    gain: [59.511253, 13.609524, 12.947536, 1.1994057, 13.325427, 2.959524],
    cover: [60, 36.5, 23.5, 22.5, 14, 3.75, 19.75, 16, 6.5, 7, 7, 2.25, 1.5]
  },
  {
    feature: [0, 3, 1, 0, 1, 0, -1, -1, -1, -1, -1, -1, -1],
    condition: [
      50, 6, 5, 23, 13, 84, 0.54674923, -0.2983922, 0.11835133, -0.54020506, 0, -0.4057567, 0.36440817
    ],
    missingLeft: [0, 1, 0, 0, 1, 0],
    gain: [23.80132, 3.8647346, 11.211446, 3.4611614, 1.0502625, 5.169268],
    cover: [
      ...[54.593338, 27.957527, 26.635813, 16.203323, 11.754204, 6.519735, 20.116077, 8.006644, 8.196679],
      ...[9.831633, 1.9225707, 4.865103, 1.6546321]
    ]
  }
];

describe("twinGrower", () => {
  it("grows XGBoost's trees, missing values, penalties and all", () => {
    const at = Array.from({length: 240}, (_, i) => i);
    const columns = [
      at.map((i) => (i * 37) % 101),
      at.map((i) => (i % 5 === 0 ? NaN : (i * 53) % 17)),
      at.map((i) => (i * 29) % 7),
      at.map((i) => (i % 3 === 1 ? NaN : (i * i * 11) % 13))
    ].map((column) => Float32Array.from(column));
    const grower = twinGrower(binColumns(columns, {maxBins: 256}));
    grower.labels.set(at.map((i) => Number(((i * 37) % 101) + ((i * 53) % 17) * 5 > 90 !== (i % 11 === 0))));
    for (const {feature, condition, missingLeft, gain, cover} of xgboostTrees) {
      grower.logisticGradients();
      const tree = grower.grow({...usual, alpha: 0.5, lambda: 1.5, gamma: 0.1, minChildWeight: 1.5});
      expect([...tree.feature]).toEqual(feature);
      expect([...tree.defaultLeft.subarray(0, 6)]).toEqual(missingLeft);
      for (let node = 0; node < tree.nodes; node++) {
        const ours = tree.feature[node] < 0 ? tree.value[node] / 2 : tree.threshold[node];
        expect(ours).toBeCloseTo(condition[node], 5);
        expect(tree.gain[node]).toBeCloseTo(gain[node] ?? 0, 4);
        expect(tree.cover[node]).toBeCloseTo(cover[node], 4);
      }
      grower.addLeaves(tree.value.map((value) => value / 2));
    }
  });

  it("finds at the root what trying every split of the raw values finds", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 2, max: 40}),
        fc.array(fc.nat(6), {minLength: 1, maxLength: 4}),
        fc.nat(),
        (rows, kinds, seed) => {
          const made = caseOf(rows, kinds, seed, 256, true);
          const grower = prepare(twinGrower(made.bins), made);
          const tree = grower.grow({...usual, maxDepth: 1, alpha: 0.2, doubleGain: true});
          const best = bestGain(made.columns, grower.gradients, grower.hessians, 0.2, 1, 1);
          expect(tree.gain[0]).toBeCloseTo(best > 1e-6 ? best : 0, 9);
        }
      )
    );
  });

  it("sends every row where its values lead, inside the sample or not, and counts and sums the sample", () => {
    fc.assert(
      fc.property(cases, parameters, fc.boolean(), (made, asked, sampled) => {
        const grower = prepare(twinGrower(made.bins), made);
        const all = Uint32Array.from(made.labels.keys());
        const sample = sampled ? all.filter((row) => row % 3 > 0) : undefined;
        const tree = grower.grow(asked, sample);
        const count = new Int32Array(tree.nodes);
        const cover = new Float64Array(tree.nodes);
        all.forEach((row) => expect(grower.nodeOf[row]).toBe(leafOf(tree, made.columns, row)));
        for (const row of sample ?? all) {
          count[grower.nodeOf[row]]++;
          cover[grower.nodeOf[row]] += grower.hessians[row];
        }
        for (let node = 0; node < tree.nodes; node++) {
          expect(Number.isFinite(tree.value[node] + tree.gain[node] + tree.cover[node])).toBe(true);
          if (tree.feature[node] >= 0) {
            expect(tree.left[node]).toBeGreaterThan(node);
            expect(tree.count[tree.left[node]] + tree.count[tree.right[node]]).toBe(tree.count[node]);
          } else {
            expect(tree.count[node]).toBe(count[node]);
            expect(tree.cover[node]).toBeCloseTo(cover[node], 6);
            if (node > 0) expect(tree.count[node]).toBeGreaterThanOrEqual(asked.minLeafRows);
          }
        }
      }),
      {numRuns: 60}
    );
  });

  it("looks only at admitted columns, and draws columns for a node until one of them varies there", () => {
    const constant = new Float32Array(300).fill(7);
    const telling = Float32Array.from(constant, (_, row) => row % 10);
    const grower = twinGrower(binColumns([constant, constant, telling, constant], {maxBins: 256}));
    grower.labels.set(telling.map((value) => Number(value > 6)));
    grower.logisticGradients();
    expect(grower.grow({...usual, features: Uint8Array.of(1, 1, 0, 1)}).nodes).toBe(1);
    expect(grower.grow({...usual, features: Uint8Array.of(0, 0, 1, 0)}).threshold[0]).toBe(7);
    const drawn: number[] = [];
    const random = () => (drawn.push(0), 0);
    expect(grower.grow({...usual, maxDepth: 1, perNode: {count: 1, random}}).feature[0]).toBe(2);
    expect(drawn).toHaveLength(3);
  });

  it("makes one leaf of no rows, one row, no columns or depth 0, and refuses depth 17", () => {
    for (const [rows, kinds] of [
      [0, [0]],
      [1, [0, 3]],
      [20, []],
      [20, [3, 3]]
    ] as const) {
      const made = caseOf(rows, kinds, 1);
      const tree = prepare(twinGrower(made.bins), made).grow(usual);
      expect([tree.nodes, tree.feature[0], tree.count[0]]).toEqual([1, -1, rows]);
      expect(Number.isFinite(tree.value[0])).toBe(true);
    }
    const made = caseOf(50, [0], 1);
    const grower = prepare(twinGrower(made.bins), made);
    expect(grower.grow({...usual, maxDepth: 0}).nodes).toBe(1);
    expect(() => grower.grow({...usual, maxDepth: 17})).toThrow("depth outside 0 to 16: 17");
  });
});

describe("the exponential", () => {
  it("is right to 5e-16 and held within the range of a double", () => {
    for (let x = -40; x <= 40; x += 0.0137)
      expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(5e-16);
    expect([exponential(0), sigmoid(0), softThreshold(-3, 1), lossTaken(4, 7, 0, 1)]).toEqual([
      1, 0.5, -2, 2
    ]);
    expect(exponential(1e9)).toBeLessThan(Infinity);
    expect(exponential(-1e9)).toBeGreaterThan(0);
  });
});

/** The best gain over all thresholds of all columns, missing values on either side. */
function bestGain(
  columns: readonly Float32Array[],
  gradients: Float32Array,
  hessians: Float32Array,
  alpha: number,
  lambda: number,
  least: number
): number {
  const rows = [...gradients.keys()];
  const taken = (chosen: number[]) => {
    const sum = (numbers: Float32Array) => chosen.reduce((total, row) => total + numbers[row], 0);
    const gradient = sum(gradients);
    const hessian = sum(hessians);
    return {hessian, loss: Math.max(Math.abs(gradient) - alpha, 0) ** 2 / (hessian + lambda)};
  };
  let best = 0;
  for (const column of columns) {
    for (const threshold of new Set([...column, Infinity])) {
      if (Number.isNaN(threshold)) continue;
      for (const missingLeft of [false, true]) {
        const goesLeft = (row: number) => (Number.isNaN(column[row]) ? missingLeft : column[row] < threshold);
        const left = taken(rows.filter(goesLeft));
        const right = taken(rows.filter((row) => !goesLeft(row)));
        if (left.hessian < least || right.hessian < least) continue;
        best = Math.max(best, left.loss + right.loss - taken(rows).loss);
      }
    }
  }
  return best;
}
