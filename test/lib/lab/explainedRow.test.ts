import {describe, expect, it} from "vitest";
import {boundsOf, explainedRow, pickRow, shareBelow} from "../../../lib/lab/explainedRow.js";
import type {LabOutcome} from "../../../lib/lab/train.js";

const all = {values: [Float32Array.of(5, 6, NaN), Float32Array.of(1, 1, 1)], order: Uint32Array.of(2, 0, 1)};
const outcome = {data: {examples: {keys: Int32Array.of(70, 80, 90)}}} as LabOutcome;
const subject = {outcome, listed: [], all: () => Promise.resolve(all)};
const pick = (by: "highest" | "lowest" | "key", nth: number, from: Parameters<typeof pickRow>[0] = subject) =>
  pickRow(from, by, nth, "customer");

describe("one row", () => {
  it("is picked by rank from either end, or by key", async () => {
    expect(await pick("highest", 1)).toMatchObject({ok: true, value: {row: 1, below: 2}});
    expect(await pick("lowest", 1)).toMatchObject({ok: true, value: {row: 2, below: 0}});
    expect(await pick("key", 80)).toMatchObject({ok: true, value: {row: 1, below: 2}});
  });

  it("is not there beyond the last rank, or with an unknown key: a sentence", async () => {
    expect(await pick("highest", 4)).toMatchObject({ok: false, message: /3 customers/});
    expect(await pick("key", 81)).toMatchObject({ok: false, message: /no customer with the key 81/});
  });

  it("is taken from those at hand, without working all rows out", async () => {
    const at = explainedRow(all, 2);
    const held = {...subject, listed: [at], all: () => Promise.reject(new Error("all rows were asked for"))};
    expect(await pick("highest", 1, held)).toEqual({ok: true, value: at});
    expect(await pick("key", 80, held)).toEqual({ok: true, value: at});
    await expect(pick("lowest", 1, held)).rejects.toThrow("all rows were asked for");
  });

  it("has its values and where they stand among the others", () => {
    expect(explainedRow(all, 2)).toEqual({
      ...{row: 1, below: 2},
      values: Float32Array.of(6, 1),
      percentiles: Float32Array.of(0.75, 0.5)
    });
    expect(explainedRow(all, 0).percentiles[0]).toBeNaN();
    const values = Float32Array.of(1, 2, 2, 3, NaN);
    expect([1, 2, 3, NaN].map((value) => shareBelow(values, value))).toEqual([0.125, 0.5, 0.875, null]);
  });

  it("lies in a column's bounds", () => {
    expect(boundsOf(Float32Array.of(0.5, NaN, 3))).toEqual({low: 0.5, high: 3, whole: false});
    expect(boundsOf(Float32Array.of(NaN))).toBeNull();
  });
});
