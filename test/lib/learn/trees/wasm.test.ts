import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {GrowParameters, Grower} from "../../../../lib/learn/trees/grower.js";
import {growerOn} from "../../../../lib/learn/trees/growerOn.js";
import {twinGrower} from "../../../../lib/learn/trees/twin.js";
import {wasmGrower} from "../../../../lib/learn/trees/wasm.js";
import {randomSource} from "../../../../lib/random/source.js";
import {kernels} from "../../../support/kernels.js";
import {caseOf, cases, parameters, prepare, usual} from "./growing.js";

const module = await kernels();

/** The bits of whatever a grower shows after three trees. */
function bitsOf(grower: Grower, parametersOf: () => GrowParameters, sample?: Uint32Array) {
  return Array.from({length: 3}, () => {
    grower.logisticGradients();
    const {nodes, ...arrays} = grower.grow(parametersOf(), sample);
    grower.addLeaves(arrays.value);
    const {margins, gradients, hessians, nodeOf} = grower;
    const shown = {...arrays, margins, gradients, hessians, nodeOf};
    return [nodes, ...Object.values(shown).map((array) => Buffer.from(array.slice().buffer).toString("hex"))];
  });
}

describe("wasmGrower", () => {
  it("grows the twin's trees to the last bit", () => {
    let splits = 0;
    fc.assert(
      fc.property(
        cases,
        parameters,
        fc.record({sampled: fc.boolean(), masked: fc.boolean(), perNode: fc.nat(6), seed: fc.nat()}),
        (made, asked, {sampled, masked, perNode, seed}) => {
          const random = randomSource(seed);
          const features = masked ? Uint8Array.from(made.columns, () => Number(random() < 0.6)) : undefined;
          const sample = sampled
            ? Uint32Array.from(made.labels.keys()).filter(() => random() < 0.7)
            : undefined;
          const parametersOf = (): GrowParameters => ({
            ...asked,
            features,
            perNode: perNode ? {count: perNode, random: randomSource(seed, 1)} : undefined
          });
          const plain = bitsOf(prepare(twinGrower(made.bins), made), parametersOf, sample);
          const fast = bitsOf(prepare(wasmGrower(module, made.bins), made), parametersOf, sample);
          splits += Number(plain[0][0]) - 1;
          expect(fast).toEqual(plain);
        }
      ),
      {numRuns: 150}
    );
    expect(splits).toBeGreaterThan(200);
  });

  it("grows the same on codes of two bytes", () => {
    const made = caseOf(3000, [0, 4, 1, 5, 6, 0], 4, 256, true);
    expect(made.bins.codes[0]).toBeInstanceOf(Uint16Array);
    const parametersOf = () => ({...usual, maxDepth: 8, minLeafRows: 5});
    const grown = [twinGrower(made.bins), wasmGrower(module, made.bins)].map((grower) =>
      bitsOf(prepare(grower, made), parametersOf)
    );
    expect(grown[1]).toEqual(grown[0]);
  });

  it("stands behind growerOn where there is a module, and keeps its arrays for its life", () => {
    const made = caseOf(500, [0, 1, 4], 2);
    const grower = prepare(growerOn(module, made.bins), made);
    const {gradients} = grower;
    expect(gradients.buffer.byteLength).toBeGreaterThan(gradients.byteLength);
    for (let depth = 0; depth <= 16; depth++) grower.grow({...usual, maxDepth: depth, minChildWeight: 0});
    expect(grower.gradients).toBe(gradients);
    expect(gradients).toHaveLength(500);
    expect(growerOn(undefined, made.bins).gradients.buffer.byteLength).toBe(2000);
  });

  it("says so where a matrix does not fit", () => {
    const made = caseOf(3, [0], 2);
    expect(() => wasmGrower(module, {...made.bins, rows: 2 ** 27})).toThrow(/^no memory for 134217728 rows/);
  });
});
