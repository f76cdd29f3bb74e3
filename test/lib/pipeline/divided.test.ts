import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {briefSpecs} from "../../../lib/learn/families.js";
import {divided, setAside} from "../../../lib/pipeline/divided.js";
import {messageOf, valueOf} from "../learn/support.js";

const labels = Uint8Array.from({length: 1000}, (_, row) => Number(row % 10 === 0));
const rows = Uint32Array.from({length: 800}, (_, row) => row + 100);
const stopping = {...briefSpecs.xgboost, earlyStoppingRounds: 10};
const share = (part: Uint32Array) => part.reduce((sum, row) => sum + labels[row], 0) / part.length;

describe("the training rows", () => {
  it("all go into training where nothing needs rows of its own", () => {
    for (const method of ["none", "prior"] as const)
      for (const spec of Object.values(briefSpecs))
        expect(valueOf(divided(labels, rows, {spec, method, seed: 1}))).toEqual({train: rows});
  });

  it("are parted, stratified, into those to learn from, to stop by and to calibrate by", () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom("platt", "isotonic"), (seed, method) => {
        const parts = valueOf(divided(labels, rows, {spec: stopping, method, seed}));
        const {train, validation = new Uint32Array(), calibration = new Uint32Array()} = parts;
        expect([train.length, validation.length, calibration.length]).toEqual([544, 96, 160]);
        expect([...train, ...validation, ...calibration].sort((a, b) => a - b)).toEqual([...rows]);
        for (const part of [train, validation, calibration]) {
          expect(share(part)).toBeCloseTo(0.1, 1);
          expect([...part]).toEqual([...part].sort((a, b) => a - b));
        }
      }),
      {numRuns: 20}
    );
  });

  it("are said to be too few where a class has one row", () => {
    expect(
      messageOf(
        setAside(Uint8Array.of(0, 0, 0, 1), Uint32Array.of(0, 1, 2, 3), {
          share: 0.2,
          seed: 1,
          stream: "split.earlyStop"
        })
      )
    ).toMatch(/^There are too few rows to set some aside from training\. .+/);
  });
});
