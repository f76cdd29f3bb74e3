import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import {pairInteraction, shapInteractions} from "../../../lib/explain/shapInteractions.js";
import {treeShap} from "../../../lib/explain/treeShap.js";
import {treeShapQuick} from "../../../lib/explain/treeShapQuick.js";
import {finish} from "../../../lib/learn/finish.js";
import {scoreRow} from "../../../lib/learn/trees/predict.js";
import {randomSource} from "../../../lib/random/source.js";
import {kernels} from "../../support/kernels.js";
import {apart, modelOf} from "./support.js";
import type {Written} from "./support.js";

let module: WebAssembly.Module;
beforeAll(async () => {
  module = await kernels();
});

interface Step {
  feature: number;
  /** The value of who answers 0. */
  leaf: number;
  /** How many of the training weight answer 0 for one that answers 1. */
  odds: number;
}

/** A tree that asks one column after the other and goes on while the answer is 1. */
function chain(steps: readonly Step[], last: number): Written {
  let below = 1;
  return steps.reduceRight<Written>(
    (right, {feature, leaf, odds}) => {
      const left = {value: leaf, cover: below * odds};
      below += left.cover;
      return {feature, below: 0.5, missingLeft: true, left, right};
    },
    {value: last, cover: 1}
  );
}

/** 100 points where all of some columns are 1; a tenth of the training weight leaves at each. */
const allOf = (length: number) =>
  modelOf(
    [
      chain(
        Array.from({length}, (_, feature) => ({feature, leaf: 0, odds: 1 / 9})),
        100
      )
    ],
    length
  );
const share = 0.9;
const columnsOf = (row: readonly number[]) => row.map((value) => new Float32Array(9).fill(value));

describe.each([31, 32, 33, 94])("a path of %i columns", (length) => {
  const model = allOf(length);
  const all = new Array<number>(length).fill(1);
  const but = all.with(length - 2, 0);
  const whole = (100 * (1 - share ** length)) / length;

  it("gives every column the same contribution where a row passes them all", () => {
    const each = new Array<number>(length).fill(whole);
    expect(apart(treeShapQuick(model, all), each)).toBeLessThan(1e-12);
    for (const rows of [columnsOf(all), all.map((value) => Float32Array.of(value))]) {
      const {contributions} = finish(treeShap(model, rows, {module}));
      expect(
        apart(
          contributions.map((column) => column[0]),
          each
        )
      ).toBeLessThan(1e-12);
    }
  });

  it("takes from the column that a row fails what it would have given", () => {
    const lost = (-whole * share) / (1 - share);
    expect(treeShapQuick(model, but)[length - 2]).toBeCloseTo(lost, 11);
    const {contributions} = finish(treeShap(model, columnsOf(but), {module}));
    expect(contributions[length - 2][8]).toBeCloseTo(lost, 11);
  });

  it("shares what two columns contribute only together among all pairs alike", () => {
    const rest = (1 - share ** (length - 1)) / (2 * (length - 1));
    const expected = [
      {row: all, half: 100 * (1 - share) * rest},
      {row: but, half: -100 * share * rest}
    ];
    for (const {row, half} of expected) {
      const matrix = shapInteractions(model, row);
      const pair = [length - 2, length - 1] as const;
      expect(matrix[pair[0] * length + pair[1]]).toBeCloseTo(half, 12);
      expect(matrix[pair[1] * length + pair[0]]).toBeCloseTo(half, 12);
      expect(
        apart(finish(pairInteraction(model, columnsOf(row), pair)), new Array(9).fill(half))
      ).toBeLessThan(1e-12);
    }
    expect(shapInteractions(model, but)[1]).not.toBeCloseTo(expected[0].half, 6);
  });
});

describe("random long paths", () => {
  const cases = fc.record({seed: fc.nat(), length: fc.integer({min: 33, max: 120})});
  const drawn = ({seed, length}: {seed: number; length: number}) => {
    const random = randomSource(seed);
    const steps = Array.from({length}, (_, feature) => ({
      feature,
      leaf: random() - 0.5,
      odds: 0.01 + 0.3 * random()
    }));
    const row = Float32Array.from({length}, () => Number(random() < 0.95));
    return {steps, last: random() - 0.5, row, some: Math.floor(random() * length)};
  };

  it("add up to the score", () => {
    fc.assert(
      fc.property(cases, (shape) => {
        const {steps, last, row} = drawn(shape);
        const model = modelOf([chain(steps, last)], shape.length);
        const {base, contributions} = finish(treeShap(model, columnsOf([...row]), {module}));
        const sum = contributions.reduce((so, column) => so + column[0], base);
        expect(Math.abs(sum - scoreRow(model, row))).toBeLessThan(1e-12);
      }),
      {numRuns: 20}
    );
  });

  it("interact by half of what knowing one column changes in the others' contributions", () => {
    fc.assert(
      fc.property(cases, (shape) => {
        const {length} = shape;
        const {steps, last, row, some} = drawn(shape);
        const {leaf: out, odds} = steps[some];
        const without = (value: (leaf: number) => number) =>
          modelOf(
            [
              chain(
                steps.flatMap((step) =>
                  step.feature === some
                    ? []
                    : [{...step, leaf: step.feature > some ? value(step.leaf) : step.leaf}]
                ),
                value(last)
              )
            ],
            length
          );
        const known = treeShapQuick(
          without((leaf) => (row[some] ? leaf : out)),
          row
        );
        const unknown = treeShapQuick(
          without((leaf) => (leaf + odds * out) / (1 + odds)),
          row
        );
        const model = modelOf([chain(steps, last)], length);
        const matrix = shapInteractions(model, row);
        const other = (some + 7) % length;
        const pair = finish(pairInteraction(model, columnsOf([...row]), [some, other]));
        for (let i = 0; i < length; i++)
          if (i !== some)
            expect(Math.abs(matrix[some * length + i] - (known[i] - unknown[i]) / 2)).toBeLessThan(1e-12);
        expect(Math.abs(pair[0] - (known[other] - unknown[other]) / 2)).toBeLessThan(1e-12);
      }),
      {numRuns: 20}
    );
  });
});
