import fc from "fast-check";
import {createHash} from "node:crypto";
import {describe, expect, it} from "vitest";
import type {Provenance} from "../../../lib/model/hash.js";
import {modelHash} from "../../../lib/model/hash.js";
import {madeUpTrees} from "./support.js";

const model = madeUpTrees({seed: 1, trees: 3, depth: 3, features: 2});
const given: Provenance = {
  data: [{file: "a.csv", sha256: "00"}],
  features: ["x0", "x1"],
  parameters: {family: "xgboost", eta: 0.02, rounds: 3},
  seed: 7,
  model
};

/** The bits of a number, one of them turned. */
function turned<A extends Float32Array | Float64Array>(numbers: A, index: number, bit: number): A {
  const copy = numbers.slice() as A;
  const bytes = new Uint8Array(copy.buffer);
  bytes[index * copy.BYTES_PER_ELEMENT + (bit >> 3)] ^= 1 << (bit & 7);
  return copy;
}

describe("the hash of a model", () => {
  it("is SHA-256 over kinds, lengths and contents", () => {
    const bytes = Buffer.concat([
      Buffer.from("o5:"),
      ...["s4:dataa0:", "s8:featuresa1:s1:x", "s5:modelo0:", "s10:parameterso1:s3:etad0:"].map((text) =>
        Buffer.from(text)
      ),
      Buffer.from(new Float64Array([0.3]).buffer),
      Buffer.from("s4:seedd0:"),
      Buffer.from(new Float64Array([1]).buffer)
    ]);
    const hash = modelHash({data: [], features: ["x"], parameters: {eta: 0.3}, seed: 1, model: {}});
    expect(hash).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(hash.length).toBe(64);
  });
  it("does not depend on the order of keys, nor on fields that are undefined", () => {
    const {data, features, parameters, seed} = given;
    const {trees, ...rest} = model;
    const other = {...given, parameters: {rounds: 3, eta: 0.02, gamma: undefined, family: "xgboost"}};
    expect(modelHash(other)).toBe(modelHash(given));
    expect(modelHash({model: {trees, ...rest}, seed, parameters, features, data})).toBe(modelHash(given));
    expect(modelHash(structuredClone(given))).toBe(modelHash(given));
  });
  it("changes with any bit of a threshold or a leaf", () => {
    const before = modelHash(given);
    const nodes = model.trees.feature.length;
    fc.assert(
      fc.property(fc.nat(nodes - 1), fc.nat(31), fc.nat(63), (node, thresholdBit, leafBit) => {
        const {threshold, value} = model.trees;
        const trees = [
          {...model.trees, threshold: turned(threshold, node, thresholdBit)},
          {...model.trees, value: turned(value, node, leafBit)}
        ];
        for (const changed of trees)
          expect(modelHash({...given, model: {...model, trees: changed}})).not.toBe(before);
      })
    );
  });
  it("changes with the data, the features' order, the parameters and the seed", () => {
    const others: Provenance[] = [
      {...given, data: [{file: "a.csv", sha256: "01"}]},
      {...given, features: ["x1", "x0"]},
      {...given, parameters: {family: "xgboost", eta: 0.02, rounds: 4}},
      {...given, seed: 8},
      {...given, features: ["x0", "x1", ""]}
    ];
    expect(new Set([given, ...others].map(modelHash)).size).toBe(6);
  });
  it("tells texts from numbers and lists from what is in them", () => {
    const values: unknown[] = ["1", 1, [1], [[1]], ["1"], {0: 1}, true, null, "", [], {}, ["", ""], [","]];
    values.push(Float32Array.of(1), Float64Array.of(1), Uint8Array.of(1), 0, -0, "a\0", "a");
    expect(new Set(values.map((data) => modelHash({...given, data}))).size).toBe(values.length);
  });
  it("sees a view's own numbers alone, and every NaN as one", () => {
    const part = Float64Array.of(9, 1, 2).subarray(1);
    const odd = new Float64Array(new Uint32Array([1, 0xfff80000]).buffer);
    const hash = (data: unknown) => modelHash({...given, data});
    expect(hash(part)).toBe(hash(Float64Array.of(1, 2)));
    expect(hash(odd)).toBe(hash(Float64Array.of(NaN)));
  });
  it("does not exist of what is no data", () => {
    expect(() => modelHash({...given, data: () => 1})).toThrow("no hash of a value of type Function");
    expect(() => modelHash({...given, data: new Map()})).toThrow("no hash of a value of type Map");
  });
});
